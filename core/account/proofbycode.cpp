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
    if (m_factors.isLoaded())
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

Call<Nothing> ProofByCode::submit(const Secret &code)
{
    return m_account.prove(api::ProveWithCode{.factor = m_ways.chosen(), .code = code});
}

} // namespace latchkey::account
