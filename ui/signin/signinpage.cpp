#include "signin/signinpage.h"

#include "account/recoveryflow.h"
#include "account/signinflow.h"
#include "credentials/codeform.h"
#include "credentials/codestep.h"
#include "kit/button.h"
#include "kit/linestep.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/scale.h"
#include "kit/serverwords.h"
#include "kit/taborder.h"
#include "signin/recoverypage.h"

#include <QCheckBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using Step = account::SignInFlow::Step;

SignInPage::SignInPage(account::SignInFlow &flow, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_clock(clock)
    , m_error(clock)
    , m_header(new PageHeader)
    , m_recoveryPlace(new QVBoxLayout)
    , m_form(new QWidget)
    , m_recovered(new MessageBar)
    , m_message(new MessageBar)
    , m_email(new LineStep(LineStep::Typed::Login))
    , m_account(new QLabel)
    , m_password(new LineStep(LineStep::Typed::Password))
    , m_code(new CodeStep(flow.codeWays(), clock))
    , m_trust(new QCheckBox)
    , m_finishing(new QLabel)
    , m_trouble(new QPushButton)
{
    build();
    m_email->setText(flow.email());
    listen();
    retranslate();
    follow();
}

void SignInPage::build()
{
    m_account->setTextFormat(Qt::PlainText);
    m_code->addOption(m_trust);
    m_code->form().setMessagesOffered(m_flow.isOwnServer());
    setKind(m_trouble, ButtonKind::Flat);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    for (QWidget *part : std::initializer_list<QWidget *>{
             m_recovered, m_message, m_email, m_account, m_password, m_code, m_finishing})
        column->addWidget(part);
    column->addWidget(m_trouble, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({}); // whoever shows the form gives it room
    layout->setSpacing(space::large);
    layout->addWidget(m_header);
    layout->addWidget(m_form);
    layout->addLayout(m_recoveryPlace);
    layout->addStretch(1);
}

void SignInPage::listen()
{
    using Flow = account::SignInFlow;
    connect(&m_error, &HeldError::changed, this, &SignInPage::showError);
    connect(&m_flow, &Flow::changed, this, &SignInPage::follow);
    connect(m_email, &FormStep::submitted, &m_flow,
            [this] { m_flow.submitEmail(m_email->text()); });
    connect(m_password, &FormStep::submitted, &m_flow,
            [this] { m_flow.submitPassword(m_password->secret()); });
    connect(m_code, &FormStep::submitted, &m_flow,
            [this] { m_flow.submitCode(m_code->secret(), m_trust->isChecked()); });
    for (FormStep *step : steps())
        connect(step, &FormStep::backRequested, &m_flow, &Flow::back);
    connect(&m_code->form(), &CodeForm::messagesWanted, this, &SignInPage::messagesWanted);
    connect(m_trouble, &QPushButton::clicked, &m_flow,
            [this] { m_flow.recover(m_flow.step() == Step::Email ? m_email->text() : QString()); });
}

void SignInPage::follow()
{
    showStep();
    setBusy(m_flow.isBusy());
    showRecovered();
    m_error.follow(m_flow.error());
}

void SignInPage::showStep()
{
    const bool isRecovery = m_flow.step() == Step::Recovery;
    if (isRecovery)
        showRecovery();
    if (m_recovery)
        m_recovery->setVisible(isRecovery);
    m_header->setVisible(!isRecovery);
    m_form->setVisible(!isRecovery);
    m_account->setText(m_flow.email());
    m_account->setVisible(m_flow.step() == Step::Password);
    m_trouble->setVisible((m_flow.step() == Step::Email || m_flow.step() == Step::Password) &&
                          m_flow.canRecover());
    m_trouble->setText(m_flow.step() == Step::Password ? tr("&Forgot your password?")
                                                       : tr("&Trouble signing in?"));
    QWidget *const wanted = stepWidget();
    const bool isSame = wanted == focusProxy();
    for (QWidget *step : std::initializer_list<QWidget *>{m_email, m_password, m_code, m_finishing})
        step->setVisible(step == wanted);
    if (!isSame)
        enterStep(wanted);
}

void SignInPage::enterStep(QWidget *step)
{
    setFocusProxy(step);
    if (step == m_email)
        m_email->setText(m_flow.email());
    if (auto *form = qobject_cast<FormStep *>(step))
        form->focusFirst();
    else if (step == m_recovery)
        m_recovery->enter();
    else
        m_password->setText({});
}

void SignInPage::showRecovery()
{
    if (m_recovery)
        return;
    m_recovery = new RecoveryPage(*m_flow.recovery(), m_clock, this);
    m_recoveryPlace->addWidget(m_recovery);
    tabAfter(m_form, {m_recovery});
    connect(m_recovery, &RecoveryPage::messagesWanted, this, &SignInPage::messagesWanted);
}

void SignInPage::showRecovered()
{
    const bool isShown =
        m_flow.isRecovered() && (m_flow.step() == Step::Email || m_flow.step() == Step::Password);
    if (!isShown) {
        m_recovered->hide();
        return;
    }
    if (m_recovered->isHidden())
        m_password->setText({}); // the one from before is worth nothing
    m_recovered->show(MessageBar::Kind::Success,
                      tr("Your new password is set, and all sessions of the account have ended. "
                         "Sign in with it."));
}

QList<FormStep *> SignInPage::steps() const
{
    return {m_email, m_password, m_code};
}

QWidget *SignInPage::stepWidget() const
{
    switch (m_flow.step()) {
    case Step::Email:
        return m_email;
    case Step::Password:
        return m_password;
    case Step::SecondFactor:
        return m_code;
    case Step::Recovery:
        return m_recovery;
    case Step::KeepSecret:
    case Step::Done:
    case Step::Cancelled:
        return m_finishing;
    }
    Q_UNREACHABLE();
}

void SignInPage::setBusy(bool isBusy)
{
    for (FormStep *step : steps())
        step->setBusy(isBusy);
    m_trust->setEnabled(!isBusy);
    m_trouble->setEnabled(!isBusy);
}

void SignInPage::showError()
{
    const auto error = m_error.error();
    const auto *shown = qobject_cast<FormStep *>(stepWidget());
    const bool isAbout = error && !m_error.isHolding() && shown && shown->isAbout(*error);
    for (FormStep *step : steps()) {
        step->setHeld(m_error.isHolding());
        step->setError(isAbout && step == shown ? error : std::nullopt);
    }
    m_message->tell(isAbout ? std::nullopt : error);
}

bool SignInPage::isBusy() const
{
    return m_flow.isBusy() || (m_flow.step() == Step::Recovery && m_flow.recovery()->isBusy());
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_flow.canGoBack() && !isBusy())
        m_flow.back();
    else
        QWidget::keyPressEvent(event);
}

void SignInPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        follow();
        showError();
    }
    QWidget::changeEvent(event);
}

QString SignInPage::placeWords() const
{
    const QUrl &url = m_flow.server().url;
    const QString &name = m_flow.serverName();
    return isThisComputer(url, name)
               ? tr("With your account on this computer.")
               : tr("With your account on %1.", "%1 is a server").arg(serverWords(url, name));
}

void SignInPage::retranslate()
{
    m_header->setTitle(m_flow.isAgain() ? tr("Sign in again") : tr("Sign in"));
    const QString where = placeWords();
    m_header->setSubtitle(
        m_flow.isAgain() ? tr("%1 Your pages wait as you left them.", "%1 is a sentence").arg(where)
                         : where);
    m_email->setWords({.label = tr("&E-mail or user name"), .submit = tr("&Continue")});
    m_account->setAccessibleName(tr("Account"));
    m_password->setWords(
        {.label = tr("&Password"), .submit = tr("&Sign in"), .back = tr("Use another &account")});
    m_trust->setText(tr("&Trust this device for 30 days"));
    m_trust->setToolTip(tr("Until then only your password is asked for here. You can take it back "
                           "in Security."));
    m_code->setWords({.submit = tr("&Continue"), .back = tr("Back to the &password")});
    m_finishing->setText(tr("Signed in. Keeping the proof of it safe…"));
}

} // namespace latchkey::ui
