#pragma once

#include "secrets/safes.h"

namespace latchkey {
class Alarm;
}

namespace latchkey::secrets {

/// By QtKeychain and libsodium.
class SystemSafes final : public Safes
{
public:
    /// The alarm outlives it.
    explicit SystemSafes(Alarm &alarm)
        : m_alarm(alarm)
    {}

    std::unique_ptr<SecretStore> keychain() override;
    Call<std::shared_ptr<SecretStore>> file(const QString &path, const Secret &passphrase) override;
    Call<Secret> hash(const Secret &passphrase) override;
    Call<bool> matches(const Secret &hash, const Secret &passphrase) override;

private:
    Alarm &m_alarm;
};

} // namespace latchkey::secrets
