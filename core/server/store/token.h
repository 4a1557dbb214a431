#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <cstdint>

namespace latchkey::server {

/// `lks_` and 256 random bits, base64url.
Secret newSessionToken();

/// `lkt_` and 256 random bits: what a trusted device gives.
Secret newTrustToken();

/// A new name for something: the prefix and 128 random bits, e.g. `usr_6Jx...`.
QString newId(const char *prefix);

/// Six random digits, each number as likely as any other.
Secret newDigits();

QByteArray randomBytes(int count);

/// Of what is looked for at each request: no allocation.
std::array<unsigned char, 32> sha256Of(QByteArrayView bytes);
/// Where the row of a token with this hash lies.
std::int64_t placeOf(const std::array<unsigned char, 32> &hash);
QByteArray sha256(QByteArrayView bytes);
QByteArray hmacSha256(const Secret &key, QByteArrayView bytes);

} // namespace latchkey::server
