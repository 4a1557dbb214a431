#include "sessions/accountbody.h"

#include "account/account.h"
#include "kit/busystate.h"
#include "kit/emptystate.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"

#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using StateKind = account::AccountState::Kind;

AccountBody::AccountBody(const account::Account &account, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_content(content)
    , m_empty(new EmptyState)
    , m_loading(new BusyState)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget *place : std::initializer_list<QWidget *>{m_content, m_empty, m_loading})
        layout->addWidget(place);
    connect(m_empty, &EmptyState::acted, this, &AccountBody::retried);
    connect(&account, &account::Account::stateChanged, this, &AccountBody::followState);
}

/// What could not be done for want of a server, or of a session, can be now.
void AccountBody::followState()
{
    if (!m_account.state().isOnline())
        return;
    for (MessageBar *bar : m_content->findChildren<MessageBar *>())
        bar->forgetWay();
    if (std::exchange(m_isSessionMissed, false))
        Q_EMIT retried();
}

void AccountBody::setWords(const QString &loading, const QString &failed)
{
    m_loading->setText(loading);
    m_failed = failed;
}

void AccountBody::goWithSession()
{
    m_goesWithSession = true;
}

bool AccountBody::follow(bool isKnown, const std::optional<Error> &error, bool isLoading)
{
    m_isSessionMissed = error && error->kind == Error::Kind::Unauthorized;
    const account::AccountState &state = m_account.state();
    const bool isOver = m_goesWithSession ? state.isSignedOut() : state.isOver();
    const bool isSeen = isKnown && !isOver && !m_account.isLocked();
    const bool isAsking = state.kind == StateKind::Restoring || state.isUsable();
    const bool isWaiting = !isSeen && isAsking && !m_account.isLocked() && (!error || isLoading);
    m_content->setVisible(isSeen);
    m_loading->setVisible(isWaiting);
    m_loading->setBusy(isWaiting);
    m_empty->setVisible(!isSeen && !isWaiting);
    if (!isSeen && !isWaiting)
        tellWhy(error);
    return isSeen;
}

void AccountBody::tellWhy(const std::optional<Error> &error)
{
    const account::AccountState &state = m_account.state();
    if (m_account.isLocked())
        tell(u"key"_s, tr("Your session is locked"),
             tr("What to do is said above; then what belongs here is shown."));
    else if (state.isSignedOut())
        tell(u"person"_s, tr("You are signed out"),
             tr("Sign in again, and what belongs here is shown."));
    else if (state.isOffline() || state.kind == StateKind::Locked)
        tell(u"offline"_s, tr("You are offline"),
             tr("What belongs here is shown as soon as the server can be reached."));
    else if (error)
        tell(u"warning"_s, m_failed, wordsOf(*error), tr("&Try again"));
}

void AccountBody::tell(const QString &icon, const QString &title, const QString &text,
                       const QString &action)
{
    m_empty->setIcon(icon);
    m_empty->setTitle(title);
    m_empty->setText(text);
    m_empty->setAction(action);
}

} // namespace latchkey::ui
