#include "account/renewal.h"

#include "account/connection.h"
#include "account/surroundings.h"
#include "base/alarm.h"
#include "base/clock.h"
#include "base/log.h"

namespace latchkey::account {

using namespace std::chrono_literals;

namespace {

/// A computer that slept, or whose clock was set, is seen no later than this.
constexpr std::chrono::milliseconds lookEvery = 5min;
/// The server takes the old token for a minute more, should the answer have been lost.
constexpr std::chrono::milliseconds tryAgainAfter = 20s;

} // namespace

Renewal::Renewal(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{
    connect(&account, &Account::stateChanged, this, &Renewal::plan);
    connect(&account, &Account::credentialReplaced, this, &Renewal::plan);
}

bool Renewal::isNeeded() const
{
    return m_account.state().isSignedIn() && m_account.can<api::RenewSession>() &&
           !m_account.connection().wire().sessions.isProlongedByUse;
}

void Renewal::plan()
{
    const auto end = isNeeded() ? m_account.profile().tokenEnds : std::nullopt;
    if (end == m_end)
        return;
    m_end = end;
    m_wait.cancel();
    if (!m_end)
        return;
    const Timestamp now = m_account.surroundings().clock.now();
    m_due = now + (*m_end - now) / 2;
    look();
}

void Renewal::look()
{
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(m_due - m_account.surroundings().clock.now());
    if (left <= 0ms) {
        renew();
        return;
    }
    m_wait = m_account.surroundings().alarm.after(std::min(left, lookEvery));
    m_wait.then(this, [this](const Result<Nothing> &passed) {
        if (passed && m_end)
            look();
    });
}

void Renewal::renew()
{
    if (std::exchange(m_isAsking, true))
        return;
    m_account.ask(api::RenewSession{})
        .then(this, [this](const Result<api::RenewedSession> &renewed) {
            m_isAsking = false;
            if (renewed || !m_end)
                return; // the new token's end has made a new plan
            qCInfo(logAccount) << "a session was not renewed yet:" << renewed.error();
            m_due = m_account.surroundings().clock.now() + tryAgainAfter;
            look();
        });
}

} // namespace latchkey::account
