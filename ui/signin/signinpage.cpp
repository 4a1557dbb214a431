#include "signin/signinpage.h"

#include "account/recoveryflow.h"
#include "account/signinflow.h"
#include "credentials/browserpanel.h"
#include "credentials/codeform.h"
#include "credentials/codestep.h"
#include "credentials/providerbuttons.h"
#include "kit/button.h"
#include "kit/linestep.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/scale.h"
#include "kit/serverwords.h"
#include "kit/subtletext.h"
#include "kit/taborder.h"
#include "signin/mailwords.h"
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
    , m_unlinked(new MessageBar)
    , m_message(new MessageBar)
    , m_email(new LineStep(LineStep::Typed::Login))
    , m_account(new QLabel)
    , m_password(new LineStep(LineStep::Typed::Password))
    , m_code(new CodeStep(flow.codeWays(), clock))
    , m_trust(new QCheckBox)
    , m_browser(new BrowserPanel(flow.providerEntry().visit()))
    , m_handOver(new LineStep(LineStep::Typed::Code))
    , m_finishing(new QLabel)
    , m_or(new SubtleText)
    , m_providers(new ProviderButtons([](const QString &name) {
        return tr("Continue with %1", "%1 is an identity provider").arg(name);
    }))
    , m_usePassword(new QPushButton)
    , m_mailCode(new QPushButton)
    , m_otherAccount(new QPushButton)
    , m_trouble(new QPushButton)
{
    build();
    listen();
    retranslate();
    follow();
    flow.providerEntry().learn(flow.server().url);
}

void SignInPage::build()
{
    m_account->setTextFormat(Qt::PlainText);
    m_code->addOption(m_trust);
    m_code->form().setMessagesOffered(m_flow.isOwnServer());
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    for (QWidget *part : std::initializer_list<QWidget *>{
             m_recovered, m_unlinked, m_message, m_email, m_account, m_password, m_code, m_browser,
             m_handOver, m_finishing, m_or, m_providers})
        column->addWidget(part);
    auto *links = new QVBoxLayout;
    links->setSpacing(0);
    for (QPushButton *link : {m_usePassword, m_mailCode, m_otherAccount, m_trouble}) {
        setKind(link, ButtonKind::Flat);
        links->addWidget(link, 0, Qt::AlignLeft);
    }
    column->addLayout(links);
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
    connect(m_handOver, &FormStep::submitted, &m_flow,
            [this] { m_flow.submitHandedOver(m_handOver->secret()); });
    connect(m_providers, &ProviderButtons::chosen, &m_flow,
            [this](const api::ProviderCard &provider) { m_flow.submitProvider(provider.id); });
    connect(m_browser, &BrowserPanel::cancelled, &m_flow, &Flow::back);
    connect(m_usePassword, &QPushButton::clicked, &m_flow, &Flow::usePassword);
    connect(m_mailCode, &QPushButton::clicked, &m_flow, &Flow::mailCode);
    connect(m_otherAccount, &QPushButton::clicked, &m_flow, &Flow::back);
    connect(m_unlinked, &MessageBar::acted, &m_flow,
            [this] { m_flow.providerEntry().forgetUnlinked(); });
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
    showUnlinked();
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
    m_account->setVisible(m_flow.step() == Step::Password || m_flow.step() == Step::Provider);
    m_trust->setVisible(m_flow.step() == Step::SecondFactor && m_flow.canTrustDevice());
    tellBacks();
    tellHandOver();
    showProviders();
    showLinks();
    QWidget *const wanted = stepWidget();
    const bool isSame = wanted == focusProxy();
    for (QWidget *step :
         std::initializer_list<QWidget *>{m_email, m_password, m_code, m_handOver, m_finishing})
        step->setVisible(step == wanted);
    m_browser->setVisible(wanted == m_browser || (wanted == m_handOver && !isTokenWanted()));
    if (!isSame)
        enterStep(wanted);
}

/// All of them where nobody has said yet who they are; then the one that their address is led to.
void SignInPage::showProviders()
{
    QList<api::ProviderCard> providers;
    if (m_flow.step() == Step::Email)
        providers = m_flow.providerEntry().providers();
    else if (m_flow.ownProvider())
        providers = {*m_flow.ownProvider()};
    const bool isChoosing = m_flow.step() == Step::Email || m_flow.step() == Step::Password ||
                            m_flow.step() == Step::Provider;
    const bool isFirst = m_flow.step() == Step::Provider;
    m_providers->setUsable(!isBusy()); // before one of them gets the focus
    m_providers->follow(providers, isFirst ? ButtonKind::Primary : ButtonKind::Plain);
    m_providers->setVisible(isChoosing && !providers.isEmpty());
    m_or->setVisible(isChoosing && !isFirst && !providers.isEmpty());
}

void SignInPage::showLinks()
{
    const Step step = m_flow.step();
    const bool isPassword = step == Step::Password;
    m_usePassword->setVisible(step == Step::Provider && m_flow.canUsePassword());
    m_otherAccount->setVisible(step == Step::Provider);
    m_mailCode->setVisible((isPassword || step == Step::Provider) && m_flow.canMailCode());
    m_trouble->setVisible((step == Step::Email || isPassword) && m_flow.canRecover());
    m_trouble->setText(isPassword ? tr("&Forgot your password?") : tr("&Trouble signing in?"));
}

/// Where the way back of a step leads, which more than one way may lead to.
void SignInPage::tellBacks()
{
    const Step before = m_flow.stepBefore();
    m_password->setWords(
        {.label = tr("&Password"),
         .submit = tr("&Sign in"),
         .back = before == Step::Provider ? tr("Bac&k") : tr("Use another &account")});
    m_code->setWords(
        {.submit = tr("&Continue"),
         .back = before == Step::Password ? tr("Back to the &password") : tr("Bac&k")});
    // Nobody is told whether there is an account; whoever has a challenge knows.
    if (m_flow.step() == Step::EmailCode)
        m_code->form().setMailWords([isHere = m_flow.isOwnServer()](const QString &to) {
            return perhapsMailedWords(to, isHere);
        });
    else
        m_code->form().setMailWords({});
}

/// A page in the browser shows a code; of a token nothing here can say where it comes from.
void SignInPage::tellHandOver()
{
    const QString hint = tr("This server lets in whom Google vouches for, but has no way for a "
                            "program to ask Google. If you have a token that Google made for this "
                            "server, paste it here.");
    m_handOver->setWords({.label = isTokenWanted() ? tr("&ID token") : tr("&Code"),
                          .hint = isTokenWanted() ? hint : QString(),
                          .submit = tr("&Sign in"),
                          .back = tr("Bac&k")});
}

bool SignInPage::isTokenWanted() const
{
    return m_flow.providerEntry().way() == account::ProviderEntry::Way::IdToken;
}

void SignInPage::enterStep(QWidget *step)
{
    setFocusProxy(step);
    m_handOver->setText({}); // each is for once
    // What is typed there stays, unless the flow knows better.
    if (step == m_email && m_knownEmail != m_flow.email())
        m_email->setText(m_flow.email());
    m_knownEmail = m_flow.email();
    if (auto *form = qobject_cast<FormStep *>(step))
        form->focusFirst();
    else if (step == m_recovery)
        m_recovery->enter();
    else if (step == m_browser)
        m_browser->focusFirst();
    else if (step == m_providers)
        m_providers->focusFirst();
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
                      m_flow.recovery()->speaksOwnWire()
                          ? tr("Your new password is set, and all sessions of the account have "
                               "ended. Sign in with it.")
                          : tr("Your new password is set. Sign in with it."));
}

void SignInPage::showUnlinked()
{
    const auto &unlinked = m_flow.providerEntry().unlinked();
    if (unlinked && (m_flow.step() == Step::Email || m_flow.step() == Step::Password))
        m_unlinked->show(MessageBar::Kind::Notice,
                         tr("An account with this address exists already. Sign in to it once with "
                            "its password; %1 will sign in to it from then on.",
                            "%1 is an identity provider")
                             .arg(unlinked->provider.name),
                         tr("&Don't connect them"));
    else
        m_unlinked->hide();
}

QList<FormStep *> SignInPage::steps() const
{
    return {m_email, m_password, m_code, m_handOver};
}

QWidget *SignInPage::stepWidget() const
{
    switch (m_flow.step()) {
    case Step::Email:
        return m_email;
    case Step::Provider:
        return m_providers;
    case Step::Browser:
        return m_browser;
    case Step::HandOver:
        return m_handOver;
    case Step::Password:
        return m_password;
    case Step::EmailCode:
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
    m_browser->setBusy(isBusy);
    m_providers->setUsable(!isBusy);
    for (QPushButton *link : {m_usePassword, m_mailCode, m_otherAccount, m_trouble})
        link->setEnabled(!isBusy);
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
    m_trust->setText(tr("&Trust this device for 30 days"));
    m_trust->setToolTip(tr("Until then only your password is asked for here. You can take it back "
                           "in Security."));
    m_or->setText(tr("Or without a password:"));
    m_usePassword->setText(tr("Use the &password instead"));
    m_mailCode->setText(tr("E-&mail me a code instead"));
    m_otherAccount->setText(tr("Use another &account"));
    m_finishing->setText(tr("Signed in. Keeping the proof of it safe…"));
}

} // namespace latchkey::ui
