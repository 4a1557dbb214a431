#pragma once

#include "api/user.h"
#include "base/error.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class ActingForm;
class Card;

/// The way into somebody else's account, for which they are told a reason.
class ActingCard final : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives it.
    explicit ActingCard(const Clock &clock, QWidget *parent = nullptr);

    /// A reason that was typed for one account is none for another.
    void tell(const api::User &user, bool isBeginning, bool isUsable);
    void setError(const std::optional<Error> &error);
    /// As before anything was typed.
    void fold();

Q_SIGNALS:
    void beginRequested(const QString &reason);

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask(bool isAsking);
    void leave();
    void retranslate();

    api::User m_user;
    Card *m_card;
    QLabel *m_what;
    QPushButton *m_open;
    ActingForm *m_form;
};

} // namespace latchkey::ui
