#pragma once

#include "api/sessions.h"

#include <QWidget>

class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class ElidedLabel;
class SubtleText;

/// One sign-in, and what the person may answer to whether it was them.
class SignInRow final : public QWidget
{
    Q_OBJECT

public:
    enum class Offer { YesOrNo, OnlyNo };

    /// The clock outlives the row.
    SignInRow(const Clock &clock, Offer offer, QWidget *parent = nullptr);

    void setSession(const api::Session &session, bool isPending);
    /// Of several on a page one alone can have the letters for the keyboard.
    void setLettered(bool isLettered);
    void retranslate();

Q_SIGNALS:
    void answered(const latchkey::api::SessionId &id, latchkey::api::Verdict verdict);

private:
    const Clock &m_clock;
    api::Session m_session;
    bool m_isLettered = false;
    ElidedLabel *m_who;
    SubtleText *m_detail;
    QPushButton *m_mine;
    QPushButton *m_notMine;
};

} // namespace latchkey::ui
