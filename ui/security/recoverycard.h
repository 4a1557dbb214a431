#pragma once

#include "security/codespaper.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class FactorStore;
}

namespace latchkey::ui {

class BusyIndicator;
class Card;
class CodesView;
class MessageBar;
class Printing;
class Question;

/// How many recovery codes are left, and the way to new ones.
class RecoveryCard final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qint64 warnAt = 3;

    /// All of them outlive the card.
    RecoveryCard(account::FactorStore &store, const Clock &clock, Printing &printing,
                 QWidget *parent = nullptr);

    void setHeading(const codespaper::Heading &heading) { m_heading = heading; }
    void follow(bool isUsable);
    /// Codes stand there that nobody can show again.
    bool isShowingCodes() const { return m_isShowing; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void make();
    void ask();
    void leave();
    void settle();
    void retranslate();

    account::FactorStore &m_store;
    const Clock &m_clock;
    codespaper::Heading m_heading;
    bool m_isUsable = false;
    bool m_isBusy = false;
    bool m_isAsking = false;
    bool m_isShowing = false;
    Card *m_card;
    MessageBar *m_warning;
    MessageBar *m_failure;
    QLabel *m_state;
    Question *m_question;
    QPushButton *m_make;
    BusyIndicator *m_busy;
    CodesView *m_codes;
};

} // namespace latchkey::ui
