#include "secrets/memorysecretstore.h"

namespace latchkey::secrets {

using namespace Qt::StringLiterals;

Call<Secret> MemorySecretStore::read(const QString &key)
{
    if (!m_secrets.contains(key))
        return Call<Secret>::finished(failure(Error::of(Error::Kind::NotFound, u"noSecret"_s)));
    return Call<Secret>::finished(m_secrets.value(key));
}

Call<Nothing> MemorySecretStore::write(const QString &key, const Secret &secret)
{
    m_secrets.insert(key, secret);
    return Call<Nothing>::finished(Nothing());
}

Call<Nothing> MemorySecretStore::remove(const QString &key)
{
    m_secrets.remove(key);
    return Call<Nothing>::finished(Nothing());
}

} // namespace latchkey::secrets
