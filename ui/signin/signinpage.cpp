#include "signin/signinpage.h"

#include "account/signinflow.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/scale.h"
#include "kit/serverwords.h"
#include "signin/codestep.h"
#include "signin/emailstep.h"
#include "signin/passwordstep.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using Step = account::SignInFlow::Step;

SignInPage::SignInPage(account::SignInFlow &flow, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_countdown(clock)
    , m_header(new PageHeader)
    , m_message(new MessageBar)
    , m_email(new EmailStep)
    , m_password(new PasswordStep)
    , m_code(new CodeStep)
    , m_finishing(new QLabel)
    , m_busy(new BusyIndicator)
{
    build();
    m_email->setEmail(flow.email());
    connect(&m_countdown, &Countdown::ticked, this, &SignInPage::tick);
    connect(&flow, &account::SignInFlow::changed, this, &SignInPage::follow);
    connect(m_email, &EmailStep::submitted, &flow, &account::SignInFlow::submitEmail);
    connect(m_password, &PasswordStep::submitted, &flow, &account::SignInFlow::submitPassword);
    connect(m_code, &CodeStep::submitted, &flow, &account::SignInFlow::submitCode);
    connect(m_password, &PasswordStep::backRequested, &flow, &account::SignInFlow::back);
    connect(m_code, &CodeStep::backRequested, &flow, &account::SignInFlow::back);
    retranslate();
    follow();
}

void SignInPage::build()
{
    m_header->addAction(m_busy);
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    column->addWidget(m_message);
    for (QWidget *step : std::initializer_list<QWidget *>{m_email, m_password, m_code, m_finishing})
        column->addWidget(step);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({}); // whoever shows the form gives it room
    layout->setSpacing(space::large);
    layout->addWidget(m_header);
    layout->addWidget(form);
    layout->addStretch(1);
}

void SignInPage::follow()
{
    showStep();
    setBusy(m_flow.isBusy());
    showError();
}

void SignInPage::showStep()
{
    m_password->setEmail(m_flow.email());
    if (m_flow.challenge())
        m_code->setChallenge(*m_flow.challenge());
    QWidget *const wanted = stepWidget();
    const bool isSame = wanted->isVisibleTo(this) && m_wasShown;
    m_wasShown = true;
    for (QWidget *step : std::initializer_list<QWidget *>{m_email, m_password, m_code, m_finishing})
        step->setVisible(step == wanted);
    if (isSame)
        return;
    setFocusProxy(wanted);
    if (wanted == m_email)
        m_email->focusFirst();
    else if (wanted == m_password)
        m_password->focusFirst();
    else if (wanted == m_code)
        m_code->focusFirst();
    if (wanted == m_finishing) {
        m_password->clear();
        m_code->clear();
    }
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
    m_busy->setBusy(isBusy);
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
    setFieldError(isAboutField ? wordsOf(*error) : QString());
    if (isAboutField)
        m_message->hide();
    else
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error));
}

void SignInPage::setFieldError(const QString &words)
{
    const auto step = m_flow.step();
    m_email->setFieldError(step == Step::Email ? words : QString());
    m_password->setFieldError(step == Step::Password ? words : QString());
    m_code->setFieldError(step == Step::SecondFactor ? words : QString());
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

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_flow.canGoBack() && !m_flow.isBusy())
        m_flow.back();
    else
        QWidget::keyPressEvent(event);
}

void SignInPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
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
    m_finishing->setText(tr("Signed in. Keeping the proof of it safe…"));
}

} // namespace latchkey::ui
