#include "latesafes.h"

#include "exitcode.h"
#include "module.h"
#include "secretsmodule.h"

#include <cstdlib>

namespace latchkey::app {

class LateSafes::LateKeychain final : public secrets::SecretStore
{
public:
    explicit LateKeychain(LateSafes &safes)
        : m_safes(safes)
    {}

    Call<Secret> read(const QString &key) override { return loaded().read(key); }
    Call<Nothing> write(const QString &key, const Secret &secret) override
    {
        return loaded().write(key, secret);
    }
    Call<Nothing> remove(const QString &key) override { return loaded().remove(key); }

private:
    secrets::SecretStore &loaded()
    {
        if (!m_keychain)
            m_keychain = m_safes.loaded().keychain();
        return *m_keychain;
    }

    LateSafes &m_safes;
    std::unique_ptr<secrets::SecretStore> m_keychain;
};

secrets::Safes &LateSafes::loaded()
{
    if (!m_safes) {
        const auto make = entryOf<MakeSafes>("secrets");
        // Half a program; what is missing has been told.
        if (!make)
            std::_Exit(Failed);
        m_safes.reset(make(m_alarm));
    }
    return *m_safes;
}

std::unique_ptr<secrets::SecretStore> LateSafes::keychain()
{
    return std::make_unique<LateKeychain>(*this);
}

Call<std::shared_ptr<secrets::SecretStore>> LateSafes::file(const QString &path,
                                                            const Secret &passphrase)
{
    return loaded().file(path, passphrase);
}

Call<Secret> LateSafes::hash(const Secret &passphrase)
{
    return loaded().hash(passphrase);
}

Call<bool> LateSafes::matches(const Secret &hash, const Secret &passphrase)
{
    return loaded().matches(hash, passphrase);
}

} // namespace latchkey::app
