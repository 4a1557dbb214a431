#include "kit/choicebox.h"

#include <QEvent>
#include <QWheelEvent>

namespace latchkey::ui {

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT picked(chosen()); });
}

void ChoiceBox::addChoice(int value, std::function<QString()> words)
{
    addItem(words(), value);
    m_words << std::move(words);
}

void ChoiceBox::clearChoices()
{
    m_words.clear();
    clear();
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
