#include "home/reviewcard.h"

#include "home/signinrow.h"
#include "kit/card.h"

#include <QVBoxLayout>

namespace latchkey::ui {

ReviewCard::ReviewCard(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_row(new SignInRow(clock, SignInRow::Offer::YesOrNo))
{
    m_card->body()->addWidget(m_row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_row, &SignInRow::answered, this, &ReviewCard::answered);
    retranslate();
}

void ReviewCard::setSession(const api::Session &session, bool isPending)
{
    m_row->setSession(session, isPending);
}

void ReviewCard::setLettered(bool isLettered)
{
    m_row->setLettered(isLettered);
}

void ReviewCard::retranslate()
{
    m_card->setTitle(tr("Was it you?"));
    m_row->retranslate();
}

} // namespace latchkey::ui
