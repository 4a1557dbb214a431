#pragma once

#include "secrets/safes.h"

namespace latchkey {
class Alarm;
}

namespace latchkey::app {

/// The keychain and the encrypted file, whose module is loaded once a secret is asked for: a window
/// is there before. Where it can't be loaded, each call says `secretsMissing`.
class LateSafes final : public secrets::Safes
{
public:
    /// The alarm outlives it.
    explicit LateSafes(Alarm &alarm)
        : m_alarm(alarm)
    {}

    /// Loads nothing yet.
    std::unique_ptr<secrets::SecretStore> keychain() override;
    Call<std::shared_ptr<secrets::SecretStore>> file(const QString &path,
                                                     const Secret &passphrase) override;
    Call<Secret> hash(const Secret &passphrase) override;
    Call<bool> matches(const Secret &hash, const Secret &passphrase) override;

private:
    class LateKeychain;

    /// Nothing where the module is missing; asked anew each time, as it may be installed again.
    secrets::Safes *loaded();

    Alarm &m_alarm;
    std::unique_ptr<secrets::Safes> m_safes;
};

} // namespace latchkey::app
