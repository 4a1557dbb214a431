#pragma once

#include "api/sessions.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class Card;
class SubtleText;

/// "Was it you?" about one sign-in that nobody has vouched for yet.
class ReviewCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewCard(const Clock &clock, QWidget *parent = nullptr);

    void setSession(const api::Session &session, bool isPending);
    void retranslate();

Q_SIGNALS:
    void answered(const latchkey::api::SessionId &id, latchkey::api::Verdict verdict);

private:
    const Clock &m_clock;
    api::Session m_session;
    Card *m_card;
    QLabel *m_who;
    SubtleText *m_detail;
    QPushButton *m_mine;
    QPushButton *m_notMine;
};

} // namespace latchkey::ui
