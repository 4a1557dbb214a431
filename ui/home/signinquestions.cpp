#include "home/signinquestions.h"

#include "account/sessionstore.h"
#include "home/earliercard.h"
#include "home/reviewcard.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/taborder.h"

#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

namespace {

constexpr qsizetype reviewsAtMost = 3;

} // namespace

SignInQuestions::SignInQuestions(const account::SessionStore &store, const Clock &clock,
                                 QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_start(new QWidget(this))
    , m_column(new QVBoxLayout)
    , m_more(new SubtleText)
    , m_earlier(new EarlierCard(clock))
{
    m_start->hide();
    m_column->setSpacing(space::medium);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addLayout(m_column);
    layout->addWidget(m_more);
    layout->addWidget(m_earlier);
    connect(m_earlier, &EarlierCard::answered, this, &SignInQuestions::answered);
    connect(m_earlier, &EarlierCard::showRequested, this, &SignInQuestions::showRequested);
}

void SignInQuestions::follow()
{
    QList<api::Session> open;
    QList<api::Session> unvouched;
    for (const api::Session &session : m_store.sessions()) {
        if (m_store.answersFor(session) == account::SessionStore::Answers::YesOrNo)
            open.append(session);
        else if (m_store.isUnvouched(session))
            unvouched.append(session);
    }
    for (QList<api::Session> *list : {&open, &unvouched}) {
        std::ranges::sort(*list, std::greater(),
                          [](const api::Session &one) { return std::pair(one.startedAt, one.id); });
    }
    // An empty place would still have its gap.
    setVisible(!open.isEmpty() || !unvouched.isEmpty());
    tellNewer(std::move(open));
    tellEarlier(unvouched);
}

void SignInQuestions::tellNewer(QList<api::Session> open)
{
    const auto more = static_cast<int>(std::max<qsizetype>(0, open.size() - reviewsAtMost));
    open.resize(std::min(open.size(), reviewsAtMost));
    for (const api::SessionId &id : m_reviews.keys()) {
        if (std::ranges::find(open, id, &api::Session::id) == open.end())
            m_reviews.take(id)->deleteLater();
    }
    for (int row = 0; row < open.size(); ++row) {
        const api::Session &session = open.at(row);
        ReviewCard *&card = m_reviews[session.id];
        if (!card) {
            card = new ReviewCard(m_clock);
            connect(card, &ReviewCard::answered, this, &SignInQuestions::answered);
        }
        card->setSession(session, m_store.isPending(session.id));
        card->setLettered(row == 0);
        if (m_column->indexOf(card) != row)
            m_column->insertWidget(row, card);
    }
    QList<QWidget *> inOrder;
    for (int row = 0; row < m_column->count(); ++row)
        inOrder << m_column->itemAt(row)->widget();
    tabAfter(m_start, inOrder << m_earlier);
    m_more->setVisible(more > 0);
    m_more->setText(tr("%n more sign-in(s) wait for your answer under Access.", nullptr, more));
}

void SignInQuestions::tellEarlier(const QList<api::Session> &unvouched)
{
    QList<EarlierCard::SignIn> told;
    for (const api::Session &session : unvouched)
        told.append({session, m_store.isPending(session.id)});
    m_earlier->tell(told);
    m_earlier->setLettered(m_reviews.isEmpty());
}

void SignInQuestions::retell()
{
    for (ReviewCard *card : std::as_const(m_reviews))
        card->retranslate();
    m_earlier->retranslate();
}

} // namespace latchkey::ui
