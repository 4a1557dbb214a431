#pragma once

#include "account/codeways.h"
#include "base/nothing.h"
#include "base/secret.h"

namespace latchkey::account {

class Account;
class FactorStore;

/// Something waits for a second factor: by which of the account's own it is given.
class ProofByCode final : public QObject
{
    Q_OBJECT

public:
    ProofByCode(Account &account, FactorStore &factors, QObject *parent = nullptr);
    ~ProofByCode() override;

    /// Offers nothing before it is known what the account has.
    CodeWays &ways() { return m_ways; }
    Call<Nothing> submit(const Secret &code);

private:
    void offer();

    Account &m_account;
    FactorStore &m_factors;
    CallScope m_calls;
    CodeWays m_ways;
};

} // namespace latchkey::account
