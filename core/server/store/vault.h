#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace latchkey::server {

/// Where the vault's key comes from. `wasUsed`: something was sealed with it before, so there must
/// be one, and none is made.
using MasterKeySource = std::function<Result<Secret>(bool wasUsed)>;

/// Whoever has the database alone can't read what was sealed, nor guess what was hashed: both take
/// a key that lies elsewhere. Any thread may use it.
class Vault
{
public:
    static constexpr int keySize = 32;

    /// Of `keySize` bytes.
    explicit Vault(const Secret &masterKey);

    /// Tells one master key from another and nothing else of it: it may lie in the database.
    const Secret &fingerprint() const { return m_fingerprint; }

    /// Opens again only in the same place, e.g. the row of that id.
    QByteArray seal(const Secret &plain, const QString &place) const;
    /// Server `vaultBroken` for what was not sealed here, in that place, with that key.
    Result<Secret> open(const QByteArray &sealed, const QString &place) const;

    /// What the keys that tokens are signed with are derived from.
    const Secret &tokenRoot() const { return m_tokens; }

    /// Of what is short enough to be guessed; the same in another place is another hash.
    QByteArray hashOf(const Secret &code, const QString &place) const;

private:
    Secret m_sealing;
    Secret m_hashing;
    Secret m_fingerprint;
    Secret m_tokens;
};

} // namespace latchkey::server
