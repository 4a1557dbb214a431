#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

namespace latchkey::server {

/// Where the vault's key may lie. The first place that is given counts: a file, the text itself
/// (from `LATCHKEY_KEY`), what systemd passed, and else a file beside the database. As text it is
/// base64 of 32 bytes.
struct MasterKeyPlaces
{
    QString file;
    Secret text;
    QString credentials; ///< the folder of systemd's credentials; in it `latchkey-key`
    QString beside;      ///< the database's own key file

    /// The one that counts: the file, or what the text comes from.
    QString inUse() const;

    /// As this process was started.
    static MasterKeyPlaces of(const QString &file, const QString &database);
};

/// Reads it, or makes it, in a file for its owner's eyes only that is on the disk when this
/// returns, where nothing was ever sealed with one. Server `vaultKeyMissing`, and `vaultKeyWrong`
/// for what can't be a key.
Result<Secret> masterKey(const MasterKeyPlaces &places, bool wasUsed);

} // namespace latchkey::server
