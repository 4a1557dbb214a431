#pragma once

#include "api/sessions.h"

#include <QWidget>

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class Card;
class SignInRow;

/// "Was it you?" about one sign-in that nobody has vouched for yet.
class ReviewCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewCard(const Clock &clock, QWidget *parent = nullptr);

    void setSession(const api::Session &session, bool isPending);
    void setLettered(bool isLettered);
    void retranslate();

Q_SIGNALS:
    void answered(const latchkey::api::SessionId &id, latchkey::api::Verdict verdict);

private:
    Card *m_card;
    SignInRow *m_row;
};

} // namespace latchkey::ui
