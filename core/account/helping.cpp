#include "account/helping.h"

#include "account/account.h"
#include "account/surroundings.h"
#include "base/alarm.h"

namespace latchkey::account {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using api::ResetState;

namespace {

constexpr auto whileWaiting = 3s; ///< a mail leaves within moments
constexpr auto otherwise = 15s;   ///< somebody reads it first, or tries to sign in meanwhile
constexpr auto watchedFor = 10min;

} // namespace

Helping::Helping(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{}

Helping::~Helping() = default;

bool Helping::isOffered(const Account &account)
{
    const auto &user = account.user();
    return account.can<api::FindAccount>() && user && user->role != api::Role::User;
}

void Helping::find(const QString &email)
{
    const QString wanted = email.trimmed();
    m_looks.cancelAll();
    ++m_round;
    m_isLooking = false;
    if (wanted.compare(m_email, Qt::CaseInsensitive) != 0)
        m_found.reset();
    m_email = wanted;
    m_lookError.reset();
    m_lastAct = m_account.surroundings().clock.now();
    if (wanted.isEmpty()) {
        m_found.reset();
        m_lookError = Error::rejected(u"empty"_s, u"email"_s);
        Q_EMIT changed();
        return;
    }
    look();
}

void Helping::lookAgain()
{
    if (m_email.isEmpty() || m_isLooking)
        return;
    m_lastAct = m_account.surroundings().clock.now();
    look();
}

void Helping::lookByItself()
{
    if (m_found && !m_isLooking)
        look();
}

void Helping::look()
{
    m_isLooking = true;
    m_looks.add(m_account.ask(api::FindAccount{.email = m_email}))
        .then(this, [this, round = ++m_round](const Result<api::HelpedAccount> &result) {
            if (round == m_round)
                take(result);
        });
    Q_EMIT changed();
}

void Helping::take(const Result<api::HelpedAccount> &result)
{
    m_isLooking = false;
    m_lookError.reset();
    if (result) {
        m_found = *result;
        m_foundAt = m_account.surroundings().clock.now();
    } else {
        m_lookError = result.error();
        if (isNobody() || m_lookError->kind == Error::Kind::Forbidden)
            m_found.reset();
    }
    Q_EMIT changed();
    watch();
}

void Helping::setWatching(bool isWatching)
{
    if (std::exchange(m_isWatching, isWatching) == isWatching)
        return;
    if (isWatching && m_found)
        lookAgain();
}

void Helping::watch()
{
    m_waits.cancelAll();
    const bool isFresh = m_account.surroundings().clock.now() - m_lastAct < watchedFor;
    if (!m_isWatching || !isFresh || !m_found)
        return;
    const bool isWaiting = m_found->reset && m_found->reset->state == ResetState::Waiting;
    const auto pause = isWaiting ? whileWaiting : otherwise;
    m_waits.add(m_account.surroundings().alarm.after(pause))
        .then(this, [this](const Result<Nothing> &isOver) {
            if (isOver && m_isWatching)
                lookByItself();
        });
}

Call<api::StartedReset> Helping::startReset()
{
    if (!m_found || m_isSending)
        return Call<api::StartedReset>::finished(
            failure(Error::of(Error::Kind::Cancelled, u"cancelled"_s)));
    m_isSending = true;
    m_lastAct = m_account.surroundings().clock.now();
    const auto call = m_account.ask(api::StartReset{.id = m_found->user.id});
    call.then(this, [this, id = m_found->user.id](const Result<api::StartedReset> &started) {
        m_isSending = false;
        if (started && m_found && m_found->user.id == id)
            m_found->reset = *started;
        Q_EMIT changed();
        watch();
    });
    Q_EMIT changed();
    return call;
}

Call<Nothing> Helping::liftLock()
{
    if (!m_found || m_isLifting)
        return Call<Nothing>::finished(failure(Error::of(Error::Kind::Cancelled, u"cancelled"_s)));
    m_isLifting = true;
    m_lastAct = m_account.surroundings().clock.now();
    const auto call = m_account.ask(api::LiftLock{.id = m_found->user.id});
    call.then(this, [this, id = m_found->user.id](const Result<Nothing> &lifted) {
        m_isLifting = false;
        if (lifted && m_found && m_found->user.id == id)
            m_found->lock.reset();
        Q_EMIT changed();
        watch();
    });
    Q_EMIT changed();
    return call;
}

} // namespace latchkey::account
