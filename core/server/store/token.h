#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

namespace latchkey::server {

/// `lks_` and 256 random bits, base64url.
Secret newSessionToken();

/// A new name for something: the prefix and 128 random bits, e.g. `usr_6Jx...`.
QString newId(const char *prefix);

QByteArray randomBytes(int count);
QByteArray sha256(QByteArrayView bytes);
QByteArray hmacSha256(const Secret &key, QByteArrayView bytes);

} // namespace latchkey::server
