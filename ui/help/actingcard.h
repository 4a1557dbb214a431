#pragma once

#include "api/user.h"
#include "kit/helderror.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class Card;
class FormField;
class MessageBar;

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
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *build();
    void ask(bool isAsking);
    void leave();
    void submit();
    void judge();
    void retranslate();

    api::User m_user;
    HeldError m_error;
    bool m_isBeginning = false;
    bool m_isUsable = true;
    bool m_wasSubmitted = false; ///< what is there now
    Card *m_card;
    QLabel *m_what;
    QPushButton *m_open;
    MessageBar *m_message;
    QLineEdit *m_reason;
    FormField *m_field;
    QPushButton *m_begin;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
    QWidget *m_form;
};

} // namespace latchkey::ui
