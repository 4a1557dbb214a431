#include "settings/choicebox.h"

#include <QEvent>
#include <QWheelEvent>

namespace latchkey::ui {

void ChoiceBox::addChoice(int value, std::function<QString()> words)
{
    if (m_words.isEmpty()) {
        setFocusPolicy(Qt::StrongFocus);
        connect(this, &QComboBox::activated, this, [this] { Q_EMIT picked(chosen()); });
    }
    addItem(words(), value);
    m_words << std::move(words);
}

void ChoiceBox::choose(int value)
{
    setCurrentIndex(findData(value));
}

void ChoiceBox::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (int i = 0; i < static_cast<int>(m_words.size()); ++i)
        setItemText(i, m_words.at(i)());
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace latchkey::ui
