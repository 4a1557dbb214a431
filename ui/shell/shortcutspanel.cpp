#include "shell/shortcutspanel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

namespace {

constexpr int padding = 24;
constexpr int titlePlace = 1;

} // namespace

ShortcutsPanel::ShortcutsPanel(QWidget *window)
    : Overlay(window)
    , m_title(new QLabel(this))
    , m_close(new QPushButton(this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding, padding, padding);
    layout->setSpacing(padding / 2);
    layout->addWidget(m_title);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &Overlay::dismiss);
    retranslate();
    hide();
}

void ShortcutsPanel::open(const QList<Line> &lines)
{
    if (isVisible()) {
        dismiss();
        return;
    }
    delete m_table;
    m_table = new QWidget(this);
    auto *grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(padding);
    for (const Line &line : lines) {
        const int row = grid->rowCount();
        auto *words = new QLabel(line.words, m_table);
        auto *keys = new QLabel(line.keys, m_table);
        words->setTextFormat(Qt::PlainText);
        keys->setTextFormat(Qt::PlainText);
        grid->addWidget(words, row, 0);
        grid->addWidget(keys, row, 1);
    }
    qobject_cast<QVBoxLayout *>(layout())->insertWidget(titlePlace, m_table);

    rise(m_close);
}

void ShortcutsPanel::changeEvent(QEvent *event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ShortcutsPanel::place()
{
    adjustSize();
    const QSize room = parentWidget()->size();
    move((room.width() - width()) / 2, std::max(0, (room.height() - height()) / 3));
}

void ShortcutsPanel::retranslate()
{
    setAccessibleName(tr("Keyboard shortcuts"));
    m_title->setText(tr("Keyboard shortcuts"));
    m_close->setText(tr("&Close"));
    // Its lines are in the language in which it was opened.
    dismiss();
}

} // namespace latchkey::ui
