#include "firststart/entrypanel.h"

#include "account/signinflow.h"
#include "account/signupflow.h"
#include "firststart/keepsecretpanel.h"

namespace latchkey::ui {

EntryPanel::EntryPanel(std::unique_ptr<account::SignInFlow> flow, const FirstStartParts &parts,
                       QWidget *parent)
    : QStackedWidget(parent)
    , m_signIn(std::move(flow))
{
    host(*m_signIn, parts.makeSignIn(*m_signIn, this));
}

EntryPanel::EntryPanel(std::unique_ptr<account::SignUpFlow> flow, const FirstStartParts &parts,
                       QWidget *parent)
    : QStackedWidget(parent)
    , m_signUp(std::move(flow))
{
    host(*m_signUp, parts.makeSignUp(*m_signUp, this));
}

EntryPanel::~EntryPanel()
{
    // The form and the panel look at the flow, so they go before it does.
    while (count() > 0) {
        QWidget *last = widget(count() - 1);
        removeWidget(last);
        delete last;
    }
    // What is under way ends with the panel, and nobody is told any more.
    if (m_signIn) {
        m_signIn->disconnect(this);
        m_signIn->cancel();
    }
    if (m_signUp) {
        m_signUp->disconnect(this);
        m_signUp->cancel();
    }
}

bool EntryPanel::isKeeping() const
{
    return currentWidget() == m_keeping;
}

template <class Flow>
void EntryPanel::host(Flow &flow, QWidget *form)
{
    addWidget(form);
    setFocusProxy(form);
    m_keeping = new KeepSecretPanel(flow.keeping(), this);
    addWidget(m_keeping);

    connect(&flow, &Flow::changed, this, [this, &flow, form] {
        const bool isAsking = flow.step() == Flow::Step::KeepSecret &&
                              flow.keeping().state() != account::KeepSecretStep::State::Kept;
        QWidget *wanted = isAsking ? m_keeping : form;
        if (wanted == currentWidget())
            return;
        setCurrentWidget(wanted);
        setFocusProxy(wanted);
        wanted->setFocus();
        Q_EMIT keepingChanged();
    });
    connect(&flow, &Flow::done, this, &EntryPanel::entered);
    connect(&flow, &Flow::cancelled, this, &EntryPanel::cancelled);
}

} // namespace latchkey::ui
