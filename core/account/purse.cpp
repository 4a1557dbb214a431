#include "account/purse.h"

#include "account/account.h"

namespace latchkey::account {

namespace {

/// The server may have done it all the same.
bool isUnsure(const Error &error)
{
    return error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout;
}

} // namespace

Purse::Purse(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{}

Purse::~Purse() = default;

bool Purse::isOffered(const Account &account)
{
    return account.can<api::ShowAccountCredits>() && account.isAdministrators();
}

bool Purse::canAdjust() const
{
    return m_account.can<api::AdjustCredits>();
}

bool Purse::canSetPlan() const
{
    return m_account.can<api::SetPlan>();
}

void Purse::look(const api::UserId &owner)
{
    m_looks.cancelAll();
    ++m_round;
    if (owner != m_owner)
        m_held.reset();
    m_owner = owner;
    m_lookError.reset();
    m_isLooking = !owner.isEmpty();
    if (m_isLooking)
        m_looks.add(m_account.ask(api::ShowAccountCredits{.id = owner}))
            .then(this, [this, round = m_round](const Result<api::AccountCredits> &held) {
                if (round != m_round)
                    return;
                m_isLooking = false;
                if (held)
                    m_held = *held;
                else
                    m_lookError = held.error();
                Q_EMIT changed();
            });
    Q_EMIT changed();
}

/// What the server answered is shown at once; a look that began before would know nothing of it.
/// Where no answer came it is looked whether it was done, before somebody does it again.
template <api::Operation Op>
Call<typename Op::Reply>
Purse::change(const Op &operation, void (*keep)(api::AccountCredits &, const typename Op::Reply &))
{
    m_changing.insert(operation.id);
    const auto call = m_account.ask(operation);
    call.then(this, [this, keep, id = operation.id](const Result<typename Op::Reply> &done) {
        m_changing.remove(id);
        if (done && id == m_owner && m_held)
            keep(*m_held, *done);
        if (id == m_owner && (m_isLooking || (!done && isUnsure(done.error()))))
            look(id);
        Q_EMIT changed();
    });
    Q_EMIT changed();
    return call;
}

Call<api::CreditEntry> Purse::adjust(qint64 amount, const QString &cause)
{
    return change(
        api::AdjustCredits{.id = m_owner, .amount = amount, .cause = cause},
        +[](api::AccountCredits &held, const api::CreditEntry &entry) {
            held.balance = entry.balance;
        });
}

Call<api::Plan> Purse::setPlan(api::Tier tier)
{
    return change(
        api::SetPlan{.id = m_owner, .tier = tier},
        +[](api::AccountCredits &held, const api::Plan &plan) { held.plan = plan; });
}

} // namespace latchkey::account
