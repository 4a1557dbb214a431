#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <cstdint>

namespace latchkey::server {

/// `lkt_` and 256 random bits: what a trusted device gives.
Secret newTrustToken();

/// A new name for something: the prefix and 128 random bits, e.g. `usr_6Jx...`.
QString newId(const char *prefix);

/// Six random digits, each number as likely as any other.
Secret newDigits();

QByteArray randomBytes(int count);

/// What a session is looked for by at each request: no allocation. No token of a realm can be
/// written so that it is one of another.
std::array<unsigned char, 32> tokenHash(QByteArrayView token, QByteArrayView realm);
/// Where the row of a token with this hash lies.
std::int64_t placeOf(const std::array<unsigned char, 32> &hash);
QByteArray sha256(QByteArrayView bytes);
QByteArray hmacSha256(const Secret &key, QByteArrayView bytes);

} // namespace latchkey::server
