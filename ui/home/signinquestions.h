#pragma once

#include "api/sessions.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class SessionStore;
}

namespace latchkey::ui {

class EarlierCard;
class ReviewCard;
class SubtleText;

/// What the person is asked about sign-ins: whether the newer ones were them, and whether they know
/// of the older ones that nobody vouched for.
class SignInQuestions final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    SignInQuestions(const account::SessionStore &store, const Clock &clock,
                    QWidget *parent = nullptr);

    void follow();
    /// Time has passed, or the language has changed.
    void retell();

Q_SIGNALS:
    void answered(const latchkey::api::SessionId &id, latchkey::api::Verdict verdict);
    void showRequested(const latchkey::api::SessionId &id);

private:
    void tellNewer(QList<api::Session> open);
    void tellEarlier(const QList<api::Session> &unvouched);

    const account::SessionStore &m_store;
    const Clock &m_clock;
    QHash<api::SessionId, ReviewCard *> m_reviews;
    QWidget *m_start; ///< where Tab comes to the cards
    QVBoxLayout *m_column;
    SubtleText *m_more;
    EarlierCard *m_earlier;
};

} // namespace latchkey::ui
