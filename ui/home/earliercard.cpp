#include "home/earliercard.h"

#include "home/signinrow.h"
#include "kit/card.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/taborder.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

namespace {

constexpr qsizetype rowsAtMost = 3;

} // namespace

EarlierCard::EarlierCard(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_card(new Card)
    , m_lead(new SubtleText)
    , m_column(new QVBoxLayout)
    , m_more(new SubtleText)
    , m_show(new QPushButton)
{
    m_lead->setWordWrap(true);
    m_column->setSpacing(space::medium);
    m_card->body()->addWidget(m_lead);
    m_card->body()->addLayout(m_column);
    m_card->body()->addWidget(m_more);
    m_card->body()->addWidget(m_show, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_show, &QPushButton::clicked, this,
            [this] { Q_EMIT showRequested(m_signIns.constFirst().session.id); });
    tell({});
}

void EarlierCard::tell(const QList<SignIn> &signIns)
{
    m_signIns = signIns;
    setRows(std::min(signIns.size(), rowsAtMost));
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setSession(signIns.at(i).session, signIns.at(i).isPending);
    setVisible(!signIns.isEmpty());
    retranslate();
}

void EarlierCard::setLettered(bool isLettered)
{
    for (SignInRow *row : std::as_const(m_rows))
        row->setLettered(isLettered && row == m_rows.constFirst());
}

void EarlierCard::setRows(qsizetype count)
{
    while (m_rows.size() > count)
        m_rows.takeLast()->deleteLater();
    while (m_rows.size() < count) {
        auto *row = new SignInRow(m_clock, SignInRow::Offer::OnlyNo);
        connect(row, &SignInRow::answered, this, &EarlierCard::answered);
        m_column->addWidget(row);
        m_rows << row;
        tabAfter(m_lead, QList<QWidget *>(m_rows.begin(), m_rows.end()) << m_show);
    }
}

void EarlierCard::retranslate()
{
    const auto count = static_cast<int>(m_signIns.size());
    const int more = count - static_cast<int>(m_rows.size());
    m_card->setTitle(tr("Do you know who this is?"));
    m_lead->setText(tr("%n sign-in(s) from before you signed in here, and nobody has said whose. "
                       "There is nothing to do where you know the device.",
                       nullptr, count));
    for (SignInRow *row : std::as_const(m_rows))
        row->retranslate();
    m_more->setVisible(more > 0);
    m_more->setText(tr("%n more under Access.", nullptr, more));
    m_show->setText(tr("Show in A&ccess"));
}

} // namespace latchkey::ui
