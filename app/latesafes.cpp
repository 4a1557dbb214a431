#include "latesafes.h"

#include "module.h"
#include "secretsmodule.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

template <class T>
Call<T> missing()
{
    return Call<T>::finished(failure(Error::of(Error::Kind::Server, u"secretsMissing"_s)));
}

} // namespace

class LateSafes::LateKeychain final : public secrets::SecretStore
{
public:
    explicit LateKeychain(LateSafes &safes)
        : m_safes(safes)
    {}

    Call<Secret> read(const QString &key) override
    {
        return loaded() ? m_keychain->read(key) : missing<Secret>();
    }

    Call<Nothing> write(const QString &key, const Secret &secret) override
    {
        return loaded() ? m_keychain->write(key, secret) : missing<Nothing>();
    }

    Call<Nothing> remove(const QString &key) override
    {
        return loaded() ? m_keychain->remove(key) : missing<Nothing>();
    }

private:
    bool loaded()
    {
        if (secrets::Safes *safes = m_keychain ? nullptr : m_safes.loaded())
            m_keychain = safes->keychain();
        return m_keychain != nullptr;
    }

    LateSafes &m_safes;
    std::unique_ptr<secrets::SecretStore> m_keychain;
};

secrets::Safes *LateSafes::loaded()
{
    if (!m_safes) {
        if (const auto make = entryOf<MakeSafes>("secrets"))
            m_safes.reset(make(m_alarm));
    }
    return m_safes.get();
}

std::unique_ptr<secrets::SecretStore> LateSafes::keychain()
{
    return std::make_unique<LateKeychain>(*this);
}

Call<std::shared_ptr<secrets::SecretStore>> LateSafes::file(const QString &path,
                                                            const Secret &passphrase)
{
    secrets::Safes *safes = loaded();
    return safes ? safes->file(path, passphrase) : missing<std::shared_ptr<secrets::SecretStore>>();
}

Call<Secret> LateSafes::hash(const Secret &passphrase)
{
    secrets::Safes *safes = loaded();
    return safes ? safes->hash(passphrase) : missing<Secret>();
}

Call<bool> LateSafes::matches(const Secret &hash, const Secret &passphrase)
{
    secrets::Safes *safes = loaded();
    return safes ? safes->matches(hash, passphrase) : missing<bool>();
}

} // namespace latchkey::app
