#include "secrets/system/systemsafes.h"

#include "secrets/system/filesecretstore.h"
#include "secrets/system/keychainsecretstore.h"
#include "secrets/system/passphrasehash.h"

namespace latchkey::secrets {

std::unique_ptr<SecretStore> SystemSafes::keychain()
{
    return std::make_unique<KeychainSecretStore>(m_alarm);
}

Call<std::shared_ptr<SecretStore>> SystemSafes::file(const QString &path, const Secret &passphrase)
{
    return FileSecretStore::open(path, passphrase);
}

Call<Secret> SystemSafes::hash(const Secret &passphrase)
{
    return hashPassphrase(passphrase);
}

Call<bool> SystemSafes::matches(const Secret &hash, const Secret &passphrase)
{
    return matchesPassphrase(hash, passphrase);
}

} // namespace latchkey::secrets
