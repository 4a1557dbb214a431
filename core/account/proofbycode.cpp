#include "account/proofbycode.h"

#include "account/account.h"
#include "account/factorstore.h"
#include "account/surroundings.h"

namespace latchkey::account {

using api::Factor;

ProofByCode::ProofByCode(Account &account, FactorStore &factors, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_factors(factors)
    , m_ways(account.surroundings().clock,
             [&account](Factor way) { return account.ask(api::SendProofCode{.factor = way}); })
{
    if (!m_factors.isOffered())
        offerUnseen();
    else if (m_factors.isLoaded())
        offer();
    else
        m_calls.add(m_factors.load()).then(this, [this](const Result<Nothing> &) { offer(); });
}

ProofByCode::~ProofByCode() = default;

void ProofByCode::offer()
{
    QList<Factor> ways;
    for (const api::EnrolledFactor &factor : m_factors.factors()) {
        if (!isSentBy(factor.kind) || m_account.can<api::SendProofCode>())
            ways << factor.kind;
    }
    const auto &written = m_factors.recoveryCodes();
    if (written && written->left > 0)
        ways << Factor::RecoveryCode;
    // Where it could not be found out, what most people have.
    m_ways.offer(ways.isEmpty() ? QList{Factor::Totp, Factor::RecoveryCode} : ways);
}

void ProofByCode::offerUnseen()
{
    connect(&m_ways, &CodeWays::failed, this, &ProofByCode::passOver);
    const auto &user = m_account.user();
    m_ways.offer(user && user->phone ? QList{Factor::SmsCode, Factor::EmailCode}
                                     : QList{Factor::EmailCode});
}

/// What the account doesn't have is no trouble while there is something else to try.
void ProofByCode::passOver(const Error &error)
{
    if (error.kind != Error::Kind::NotFound && error.kind != Error::Kind::Conflict &&
        error.kind != Error::Kind::Rejected)
        return;
    QList<Factor> left = m_ways.offered();
    left.removeOne(m_ways.chosen());
    m_ways.offer(left);
    if (left.isEmpty())
        Q_EMIT impossible();
}

Call<Nothing> ProofByCode::submit(const Secret &code)
{
    return m_account.prove(api::ProveWithCode{.factor = m_ways.chosen(), .code = code});
}

} // namespace latchkey::account
