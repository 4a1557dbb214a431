#pragma once

#include "account/codeways.h"
#include "base/error.h"
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

    /// Offers nothing before it is known what the account has. Where its wire has no word for
    /// that, what a code can be sent to.
    CodeWays &ways() { return m_ways; }
    Call<Nothing> submit(const Secret &code);

Q_SIGNALS:
    /// Nothing of what could be tried is there.
    void impossible();

private:
    void offer();
    void offerUnseen();
    void passOver(const Error &error);

    Account &m_account;
    FactorStore &m_factors;
    CallScope m_calls;
    CodeWays m_ways;
};

} // namespace latchkey::account
