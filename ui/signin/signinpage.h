#pragma once

#include "kit/countdown.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::account {
class SignInFlow;
}

namespace latchkey::ui {

class BusyIndicator;
class CodeStep;
class EmailStep;
class MessageBar;
class PageHeader;
class PasswordStep;

/// Signing in, step by step, as its flow says. Where the token can't be kept is for whoever made
/// the flow: this page only shows that it is under way.
class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    /// The flow outlives the page.
    SignInPage(account::SignInFlow &flow, const Clock &clock, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void follow();
    void showStep();
    QWidget *stepWidget() const;
    void showError();
    void tick();
    void setHeld(bool isHeld);
    void setBusy(bool isBusy);
    void setFieldError(const QString &words);
    void retranslate();
    QString placeWords() const;

    account::SignInFlow &m_flow;
    Countdown m_countdown;
    std::optional<Error> m_shown;
    bool m_wasShown = false;
    PageHeader *m_header;
    MessageBar *m_message;
    EmailStep *m_email;
    PasswordStep *m_password;
    CodeStep *m_code;
    QLabel *m_finishing;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
