#include "firststart/entrypanel.h"

#include "account/signinflow.h"
#include "account/signupflow.h"
#include "firststart/keepsecretpanel.h"

#include <QLineEdit>

namespace latchkey::ui {

using State = account::KeepSecretStep::State;

namespace {

constexpr std::chrono::milliseconds patience{300};

} // namespace

EntryPanel::EntryPanel(std::unique_ptr<account::SignInFlow> flow, const FirstStartParts &parts,
                       QWidget *parent)
    : SnugStack(parent)
    , m_signIn(std::move(flow))
{
    host(*m_signIn, parts.makeSignIn(*m_signIn, this));
}

EntryPanel::EntryPanel(std::unique_ptr<account::SignUpFlow> flow, const FirstStartParts &parts,
                       QWidget *parent)
    : SnugStack(parent)
    , m_signUp(std::move(flow))
{
    QWidget *form = parts.makeSignUp(*m_signUp, this);
    m_isTyped = [form, isTyped = parts.isSignUpTyped] { return isTyped(form); };
    host(*m_signUp, form);
    for (const QLineEdit *line : findChildren<QLineEdit *>())
        connect(line, &QLineEdit::textChanged, this, &EntryPanel::unsavedChanged);
    connect(m_signUp.get(), &account::SignUpFlow::changed, this, &EntryPanel::unsavedChanged);
}

EntryPanel::~EntryPanel()
{
    // The form and the panel look at the flow, so they go before it does.
    while (!widgets().isEmpty()) {
        QWidget *last = widgets().last();
        removeWidget(last);
        delete last;
    }
    // What is under way ends with the panel, and nobody is told any more.
    if (m_signIn) {
        m_signIn->disconnect(this);
        m_signIn->keeping().disconnect(this);
        m_signIn->cancel();
    }
    if (m_signUp) {
        m_signUp->disconnect(this);
        m_signUp->keeping().disconnect(this);
        m_signUp->cancel();
    }
}

bool EntryPanel::isBusy() const
{
    return m_signIn ? m_signIn->isBusy() : m_signUp->isBusy();
}

void EntryPanel::cancel()
{
    if (m_signIn)
        m_signIn->cancel();
    else
        m_signUp->cancel();
}

bool EntryPanel::isKeeping() const
{
    return currentWidget() == m_keeping;
}

bool EntryPanel::isChoosing() const
{
    const auto &keeping = m_signIn ? m_signIn->keeping() : m_signUp->keeping();
    return isKeeping() && keeping.state() == State::Choosing;
}

bool EntryPanel::hasUnsaved() const
{
    if (!m_isTyped)
        return false;
    using Step = account::SignUpFlow::Step;
    const Step step = m_signUp->step();
    return (step == Step::Form || step == Step::Code) && m_isTyped();
}

template <class Flow>
void EntryPanel::host(Flow &flow, QWidget *form)
{
    addWidget(form);
    setFocusProxy(form);
    m_keeping = new KeepSecretPanel(flow.keeping(), this);
    addWidget(m_keeping);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);

    connect(&flow, &Flow::changed, this, [this, &flow] { follow(flow); });
    connect(&flow.keeping(), &account::KeepSecretStep::changed, this,
            [this, &flow] { follow(flow); });
    connect(&m_patience, &QTimer::timeout, this, &EntryPanel::showKeeping);
    connect(m_keeping, &KeepSecretPanel::cancelRequested, &flow, &Flow::cancel);
    connect(&flow, &Flow::done, this, &EntryPanel::entered);
    connect(&flow, &Flow::cancelled, this, &EntryPanel::cancelled);
}

template <class Flow>
void EntryPanel::follow(Flow &flow)
{
    const State state = flow.keeping().state();
    if (flow.step() != Flow::Step::KeepSecret || state != State::Trying)
        m_patience.stop();
    if (flow.step() != Flow::Step::KeepSecret)
        return;
    const bool isFailed = state == State::Kept && flow.error().has_value();
    m_keeping->showFailure(isFailed ? flow.error() : std::nullopt);
    if (isFailed || state == State::Choosing)
        showKeeping();
    else if (state == State::Trying && !isKeeping() && !m_patience.isActive())
        m_patience.start();
    Q_EMIT keepingChanged();
}

void EntryPanel::showKeeping()
{
    if (isKeeping())
        return;
    setCurrentWidget(m_keeping);
    setFocusProxy(m_keeping);
    m_keeping->setFocus();
    Q_EMIT keepingChanged();
}

} // namespace latchkey::ui
