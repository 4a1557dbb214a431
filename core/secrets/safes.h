#pragma once

#include "secrets/secretstore.h"

#include <QString>

#include <memory>

namespace latchkey::secrets {

/// What of this computer keeps secrets. Whoever has it need not link what does it.
class Safes
{
public:
    virtual ~Safes() = default;

    /// It doesn't outlive this.
    virtual std::unique_ptr<SecretStore> keychain() = 0;
    /// One encrypted file behind a passphrase; begun where there is none. Rejected
    /// `wrongPassphrase`, or `secretFileBroken`.
    virtual Call<std::shared_ptr<SecretStore>> file(const QString &path,
                                                    const Secret &passphrase) = 0;
    /// What tells a PIN or passphrase again without keeping it. Server `outOfMemory` where there
    /// was not enough of it.
    virtual Call<Secret> hash(const Secret &passphrase) = 0;
    virtual Call<bool> matches(const Secret &hash, const Secret &passphrase) = 0;
};

} // namespace latchkey::secrets
