#pragma once

#include "api/helping.h"
#include "base/error.h"
#include "kit/countdown.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class Card;
class IconMark;
class MessageBar;

/// Whether somebody has to wait because too much went wrong, and the way to let them try at once.
class LockedOutCard final : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives the card.
    explicit LockedOutCard(const Clock &clock, QWidget *parent = nullptr);

    void tell(const std::optional<api::Lock> &lock, bool isLifting, bool isUsable);
    void setError(const std::optional<Error> &error);

Q_SIGNALS:
    void liftRequested();
    /// Its time is over, as far as this clock knows.
    void ended();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tick();
    QString lockWords() const;
    void retranslate();

    Countdown m_countdown;
    std::optional<api::Lock> m_lock;
    std::optional<Error> m_error;
    bool m_isLifting = false;
    bool m_isUsable = true;
    Card *m_card;
    MessageBar *m_message;
    IconMark *m_mark;
    QLabel *m_words;
    BusyIndicator *m_busy;
    QPushButton *m_lift;
};

} // namespace latchkey::ui
