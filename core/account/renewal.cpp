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
/// Our server takes the old token for a minute more, should the answer have been lost.
constexpr std::chrono::milliseconds firstTryAgain = 20s;
/// So long before it would be too late: networks fail, and clocks differ.
constexpr std::chrono::milliseconds beforeTheLast = 1h;
/// Clocks are set back by no more than this all the time.
constexpr std::chrono::milliseconds usualCorrection = 1min;

bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Forbidden;
}

} // namespace

Renewal::Renewal(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_tryAgain(firstTryAgain, lookEvery, account.surroundings().random)
{
    connect(&account, &Account::stateChanged, this, &Renewal::plan);
    connect(&account, &Account::credentialReplaced, this, &Renewal::plan);
}

Timestamp Renewal::now() const
{
    return m_account.surroundings().clock.now();
}

bool Renewal::isNeeded() const
{
    return m_account.state().isSignedIn() && m_account.can<api::RenewSession>() &&
           !m_account.connection().wire().sessions.isProlongedByUse;
}

bool Renewal::isPossible() const
{
    const auto until = m_account.profile().renewableUntil;
    return !m_isRefused && (!until || now() < *until);
}

/// At half of its time; and once more shortly before it can't be renewed any longer, which makes
/// the most of it. Then at its end, to see that it is over.
Timestamp Renewal::due(bool isJustRenewed) const
{
    if (!isPossible())
        return *m_end;
    const auto left = *m_end - now();
    const auto told = m_account.connection().wire().sessions.firstLife;
    const auto life = std::max(told.value_or(left), 2 * lookEvery);
    // How much of an older token's time has passed, only a clock can tell, which may be wrong.
    const Timestamp half = now() + (isJustRenewed ? life : std::clamp(left, 0ms, life)) / 2;
    const auto until = m_account.profile().renewableUntil;
    if (!until)
        return half;
    const Timestamp last = std::max(*until - beforeTheLast, now());
    return isJustRenewed && last == now() ? *m_end : std::min(half, last);
}

void Renewal::plan()
{
    const auto end = isNeeded() ? m_account.profile().tokenEnds : std::nullopt;
    if (end == m_end)
        return;
    m_end = end;
    m_lostInARow = 0;
    m_isRefused = false;
    m_wait.cancel();
    if (m_end)
        waitUntil(due(false));
}

void Renewal::waitUntil(Timestamp due)
{
    m_wait.cancel();
    m_due = due;
    look();
}

void Renewal::look()
{
    m_seen = now();
    if (m_seen >= m_due) {
        if (isPossible())
            renew();
        else
            seeWhetherItHolds();
        return;
    }
    m_wait = m_account.surroundings().alarm.after(std::min(m_due - m_seen, lookEvery));
    m_wait.then(this, [this](const Result<Nothing> &passed) {
        if (!passed || !m_end)
            return;
        if (now() + usualCorrection < m_seen)
            m_due = now(); // nobody knows any more how old the token is
        look();
    });
}

void Renewal::renew()
{
    if (std::exchange(m_isAsking, true))
        return;
    m_account.renew().then(this, [this](const Result<api::RenewedSession> &renewed) {
        m_isAsking = false;
        if (m_end)
            judge(renewed);
    });
}

void Renewal::judge(const Result<api::RenewedSession> &renewed)
{
    if (renewed) {
        m_lostInARow = 0;
        waitUntil(due(true));
        return;
    }
    qCInfo(logAccount) << "a session was not renewed:" << renewed.error();
    if (isRefusal(renewed.error())) {
        m_isRefused = true;
        seeWhetherItHolds();
    } else {
        waitUntil(now() + m_tryAgain.wait(m_lostInARow++));
    }
}

/// Where it does not, the account ends by itself, and says why.
void Renewal::seeWhetherItHolds()
{
    if (std::exchange(m_isAsking, true))
        return;
    m_account.ask(api::Me()).then(this, [this](const Result<api::User> &) {
        m_isAsking = false;
        if (!m_end)
            return;
        // Meanwhile somebody may have signed in again.
        waitUntil(isPossible() ? due(false) : std::max(*m_end, now() + lookEvery));
    });
}

} // namespace latchkey::account
