#pragma once

#include "secrets/secretstore.h"

#include <QHash>

namespace latchkey::secrets {

/// Keeps secrets until the program ends.
class MemorySecretStore final : public SecretStore
{
public:
    Call<Secret> read(const QString &key) override;
    Call<Nothing> write(const QString &key, const Secret &secret) override;
    Call<Nothing> remove(const QString &key) override;

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace latchkey::secrets
