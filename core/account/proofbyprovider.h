#pragma once

#include "account/browservisit.h"

#include <optional>

namespace latchkey::account {

class Account;
class IdentityStore;

/// Something waits for proof, and the account has no password: who uses it signs in anew at a
/// provider that signs in to it.
class ProofByProvider final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    ProofByProvider(Account &account, const IdentityStore &identities, QObject *parent = nullptr);
    ~ProofByProvider() override;

    /// Whether the account is proven like that, as far as is known.
    static bool isFor(const Account &account, const IdentityStore &identities);

    void begin(const api::ProviderCard &provider);
    BrowserVisit &visit() { return m_visit; }
    /// The browser is back, and the server is being told.
    bool isProving() const { return m_isProving; }
    /// Why the last visit proved nothing.
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void bring(const BrowserVisit::Returned &returned);
    void end(const std::optional<Error> &why);

    Account &m_account;
    const IdentityStore &m_identities;
    BrowserVisit m_visit;
    bool m_isProving = false;
    std::optional<Error> m_error;
};

} // namespace latchkey::account
