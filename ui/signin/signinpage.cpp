#include "signin/signinpage.h"

#include "account/recoveryflow.h"
#include "account/signinflow.h"
#include "credentials/codeform.h"
#include "credentials/codestep.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/scale.h"
#include "kit/serverwords.h"
#include "kit/taborder.h"
#include "signin/linestep.h"
#include "signin/passwordstep.h"
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
    , m_countdown(clock)
    , m_header(new PageHeader)
    , m_recoveryPlace(new QVBoxLayout)
    , m_form(new QWidget)
    , m_recovered(new MessageBar)
    , m_message(new MessageBar)
    , m_email(new LineStep)
    , m_trouble(new QPushButton)
    , m_password(new PasswordStep)
    , m_code(new CodeStep(flow.codeWays(), clock))
    , m_trust(new QCheckBox)
    , m_finishing(new QLabel)
    , m_busy(new BusyIndicator)
{
    build();
    m_email->setText(flow.email());
    listen();
    retranslate();
    follow();
}

void SignInPage::build()
{
    m_header->addAction(m_busy);
    m_email->line()->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_code->addOption(m_trust);
    m_code->form().setMessagesOffered(m_flow.isOwnServer());
    m_password->setRecoveryOffered(m_flow.canRecover());
    setKind(m_trouble, ButtonKind::Flat);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    for (QWidget *part : std::initializer_list<QWidget *>{m_recovered, m_message, m_email,
                                                          m_password, m_code, m_finishing})
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
    connect(&m_countdown, &Countdown::ticked, this, &SignInPage::tick);
    connect(&m_flow, &Flow::changed, this, &SignInPage::follow);
    connect(m_email, &LineStep::submitted, &m_flow, &Flow::submitEmail);
    connect(m_password, &PasswordStep::submitted, &m_flow, &Flow::submitPassword);
    connect(m_code, &CodeStep::submitted, &m_flow,
            [this](const Secret &code) { m_flow.submitCode(code, m_trust->isChecked()); });
    connect(m_password, &PasswordStep::backRequested, &m_flow, &Flow::back);
    connect(m_code, &CodeStep::backRequested, &m_flow, &Flow::back);
    connect(m_password, &PasswordStep::recoveryRequested, &m_flow, [this] { m_flow.recover(); });
    connect(m_code, &CodeStep::messagesWanted, this, &SignInPage::messagesWanted);
    connect(m_trouble, &QPushButton::clicked, &m_flow, [this] { m_flow.recover(m_email->text()); });
}

void SignInPage::follow()
{
    showStep();
    setBusy(m_flow.isBusy());
    showRecovered();
    showError();
}

void SignInPage::showStep()
{
    m_password->setEmail(m_flow.email());
    const bool isRecovery = m_flow.step() == Step::Recovery;
    if (isRecovery)
        showRecovery();
    if (m_recovery)
        m_recovery->setVisible(isRecovery);
    m_header->setVisible(!isRecovery);
    m_form->setVisible(!isRecovery);
    m_trouble->setVisible(m_flow.step() == Step::Email && m_flow.canRecover());
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
    if (step == m_email) {
        m_email->setText(m_flow.email());
        m_email->focusFirst();
    } else if (step == m_password) {
        m_password->focusFirst();
    } else if (step == m_code) {
        m_code->focusFirst();
    } else if (step == m_recovery) {
        m_recovery->enter();
    } else {
        m_password->clear();
    }
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
        m_password->clear(); // the one from before is worth nothing
    m_recovered->show(MessageBar::Kind::Success,
                      tr("Your new password is set, and all sessions of the account have ended. "
                         "Sign in with it."));
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
    m_email->setBusy(isBusy);
    m_password->setBusy(isBusy);
    m_code->setBusy(isBusy);
    m_trust->setEnabled(!isBusy);
    m_trouble->setEnabled(!isBusy);
    m_busy->setBusy(isBusy && m_flow.step() != Step::SecondFactor);
}

void SignInPage::showError()
{
    const auto &error = m_flow.error();
    const bool isNew = error != m_shown;
    m_shown = error;
    if (!error) {
        m_message->hide();
        setFieldError({});
        return;
    }
    if (asksForPatience(*error)) {
        setFieldError({});
        if (isNew)
            m_countdown.start(*error);
        else
            tick();
        return;
    }
    const bool isAboutField = error->kind == Error::Kind::Unauthorized || !error->field.isEmpty();
    setFieldError(isAboutField ? error : std::nullopt);
    if (isAboutField)
        m_message->hide();
    else
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error));
}

void SignInPage::setFieldError(const std::optional<Error> &error)
{
    const auto step = m_flow.step();
    const QString words = error ? wordsOf(*error) : QString();
    m_email->setFieldError(step == Step::Email ? words : QString());
    m_password->setFieldError(step == Step::Password ? words : QString());
    m_code->setError(step == Step::SecondFactor ? error : std::nullopt);
}

void SignInPage::tick()
{
    setHeld(m_countdown.isRunning());
    if (m_countdown.isRunning())
        m_message->show(MessageBar::Kind::Warning, wordsOf(m_countdown.error()));
    else
        m_message->hide();
}

void SignInPage::setHeld(bool isHeld)
{
    m_email->setHeld(isHeld);
    m_password->setHeld(isHeld);
    m_code->setHeld(isHeld);
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
        showRecovered();
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
    m_email->setWords({.label = tr("&E-mail"), .hint = {}, .submit = tr("&Continue"), .back = {}});
    m_trouble->setText(tr("&Trouble signing in?"));
    m_trust->setText(tr("&Trust this device for 30 days"));
    m_trust->setToolTip(tr("Until then only your password is asked for here. You can take it back "
                           "in Security."));
    m_code->setTexts(tr("&Continue"), tr("Back to the &password"));
    m_finishing->setText(tr("Signed in. Keeping the proof of it safe…"));
}

} // namespace latchkey::ui
