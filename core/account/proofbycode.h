#pragma once

#include "account/codeways.h"

namespace latchkey::account {

class Account;
class FactorStore;

/// Something waits for a second factor: by which of the account's own it is given, and what was
/// typed.
class ProofByCode final : public QObject
{
    Q_OBJECT

public:
    ProofByCode(Account &account, FactorStore &factors, QObject *parent = nullptr);
    ~ProofByCode() override;

    /// Offers nothing before it is known what the account has.
    CodeWays &ways() { return m_ways; }
    bool isBusy() const { return m_isBusy; }
    /// Why the last code was not taken.
    const std::optional<Error> &error() const { return m_error; }

    void submit(const Secret &code);
    void decline();

Q_SIGNALS:
    /// Busy or error.
    void changed();

private:
    void offer();

    Account &m_account;
    FactorStore &m_factors;
    CallScope m_calls;
    CodeWays m_ways;
    bool m_isBusy = false;
    std::optional<Error> m_error;
};

} // namespace latchkey::account
