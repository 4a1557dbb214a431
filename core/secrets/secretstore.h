#pragma once

#include "base/call.h"
#include "base/secret.h"

namespace latchkey::secrets {

/// Where secrets are kept, each under a key.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// Ends as NotFound where there is none.
    virtual Call<Secret> read(const QString &key) = 0;
    virtual Call<Nothing> write(const QString &key, const Secret &secret) = 0;
    virtual Call<Nothing> remove(const QString &key) = 0;
};

} // namespace latchkey::secrets
