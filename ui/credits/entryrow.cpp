#include "credits/entryrow.h"

#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "people/creditwords.h"

#include <QHBoxLayout>
#include <QLabel>

namespace latchkey::ui {

EntryRow::EntryRow(QWidget *parent)
    : QWidget(parent)
    , m_cause(new QLabel)
    , m_detail(new SubtleText)
    , m_amount(new QLabel)
    , m_balance(new SubtleText)
{
    auto *words = new QVBoxLayout;
    auto *numbers = new QVBoxLayout;
    for (QLabel *line : std::initializer_list<QLabel *>{m_cause, m_detail}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        words->addWidget(line);
    }
    for (QLabel *line : std::initializer_list<QLabel *>{m_amount, m_balance}) {
        line->setTextFormat(Qt::PlainText);
        numbers->addWidget(line, 0, Qt::AlignRight);
    }
    for (QVBoxLayout *column : {words, numbers}) {
        column->setSpacing(space::hair);
        column->addStretch();
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::large);
    layout->addLayout(words, 1);
    layout->addLayout(numbers);
}

void EntryRow::tell(const api::CreditEntry &entry, Timestamp now)
{
    m_cause->setText(entry.cause);
    const QString when = relativeTime(entry.at, now);
    m_detail->setText(
        entry.byName
            ? tr("%1, by %2", "a time like '5 minutes ago', and a name").arg(when, *entry.byName)
            : when);
    m_detail->setToolTip(exactTime(entry.at));
    m_amount->setText(creditwords::movement(entry.amount));
    m_balance->setText(tr("Balance: %1", "a number").arg(creditwords::amount(entry.balance)));
}

} // namespace latchkey::ui
