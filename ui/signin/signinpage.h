#pragma once

#include "kit/helderror.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace latchkey::account {
class SignInFlow;
}

namespace latchkey::ui {

class BrowserPanel;
class CodeStep;
class FormStep;
class LineStep;
class MessageBar;
class PageHeader;
class ProviderButtons;
class RecoveryPage;
class SubtleText;

/// Signing in, step by step, as its flow says. Where the token can't be kept is for whoever made
/// the flow: this page only shows that it is under way.
class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    /// The flow outlives the page.
    SignInPage(account::SignInFlow &flow, const Clock &clock, QWidget *parent = nullptr);

Q_SIGNALS:
    /// What the program's own server sent is to be seen.
    void messagesWanted();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void listen();
    void follow();
    void showStep();
    void showProviders();
    void showLinks();
    void tellBacks();
    void showRecovery();
    void showRecovered();
    void showUnlinked();
    void enterStep(QWidget *step);
    QWidget *stepWidget() const;
    QList<FormStep *> steps() const;
    void showError();
    void setBusy(bool isBusy);
    bool isBusy() const;
    void retranslate();
    QString placeWords() const;
    void tellHandOver();
    bool isTokenWanted() const;

    account::SignInFlow &m_flow;
    const Clock &m_clock;
    HeldError m_error;
    PageHeader *m_header;
    QVBoxLayout *m_recoveryPlace; ///< made when somebody needs it
    QWidget *m_form;
    MessageBar *m_recovered;
    MessageBar *m_unlinked;
    MessageBar *m_message;
    QString m_knownEmail; ///< as the flow had it when it was shown
    LineStep *m_email;
    QLabel *m_account; ///< whose password it is
    LineStep *m_password;
    CodeStep *m_code;
    QCheckBox *m_trust;
    RecoveryPage *m_recovery = nullptr;
    BrowserPanel *m_browser;
    LineStep *m_handOver;
    QLabel *m_finishing;
    SubtleText *m_or; ///< what stands above them, where there is anything
    ProviderButtons *m_providers;
    QPushButton *m_usePassword;
    QPushButton *m_mailCode;
    QPushButton *m_otherAccount;
    QPushButton *m_trouble;
};

} // namespace latchkey::ui
