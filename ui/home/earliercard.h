#pragma once

#include "api/sessions.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class Card;
class SignInRow;
class SubtleText;

/// Sign-ins from before the one here, whose owner nobody ever named: a yes would count for nothing,
/// but a no still does. One card for them all, as most often they are well known.
class EarlierCard final : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives the card.
    explicit EarlierCard(const Clock &clock, QWidget *parent = nullptr);

    struct SignIn
    {
        api::Session session;
        bool isPending = false;
    };
    /// The newest first; hidden where there is none.
    void tell(const QList<SignIn> &signIns);
    /// Its first row has the letters for the keyboard.
    void setLettered(bool isLettered);
    void retranslate();

Q_SIGNALS:
    void answered(const latchkey::api::SessionId &id, latchkey::api::Verdict verdict);
    /// The person wants to see more of it.
    void showRequested(const latchkey::api::SessionId &id);

private:
    void setRows(qsizetype count);

    const Clock &m_clock;
    QList<SignIn> m_signIns;
    Card *m_card;
    SubtleText *m_lead;
    QVBoxLayout *m_column;
    QList<SignInRow *> m_rows;
    SubtleText *m_more;
    QPushButton *m_show;
};

} // namespace latchkey::ui
