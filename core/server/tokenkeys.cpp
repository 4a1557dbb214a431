#include "server/tokenkeys.h"

#include "server/store/token.h"

#include <sodium.h>

namespace latchkey::server {

namespace {

constexpr std::chrono::milliseconds inUse = std::chrono::days(30);
constexpr std::chrono::milliseconds clockJitter = std::chrono::seconds(10);

quint64 numberAt(Timestamp moment)
{
    return quint64(moment.time_since_epoch() / inUse);
}

/// As it is written, and no other way.
std::optional<quint64> numberOf(const QByteArray &key)
{
    bool isNumber = false;
    const quint64 number = key.toULongLong(&isNumber);
    return isNumber && QByteArray::number(number) == key ? std::optional(number) : std::nullopt;
}

QByteArray signatureBy(const Secret &root, quint64 number, QByteArrayView text)
{
    QByteArray key(crypto_auth_hmacsha256_KEYBYTES, Qt::Uninitialized);
    crypto_kdf_derive_from_key(reinterpret_cast<unsigned char *>(key.data()), size_t(key.size()),
                               number, "lk-token",
                               reinterpret_cast<const unsigned char *>(root.reveal().constData()));
    const Secret secret(key);
    sodium_memzero(key.data(), size_t(key.size()));
    return hmacSha256(secret, text);
}

} // namespace

TokenKeys::TokenKeys(const Secret &root, std::chrono::milliseconds known)
    : m_root(root)
    , m_known(known)
{
    Q_ASSERT(root.size() == crypto_kdf_KEYBYTES);
}

QByteArray TokenKeys::keyAt(Timestamp now) const
{
    return QByteArray::number(numberAt(now));
}

QByteArray TokenKeys::sign(const QByteArray &key, QByteArrayView text) const
{
    return signatureBy(m_root, numberOf(key).value_or(0), text);
}

bool TokenKeys::hasSigned(const QByteArray &key, QByteArrayView text, QByteArrayView signature,
                          Timestamp now) const
{
    const auto number = numberOf(key);
    const bool isKnown =
        number && *number >= numberAt(now - m_known) && *number <= numberAt(now + clockJitter);
    return isKnown &&
           Secret(signatureBy(m_root, *number, text)).matches(Secret(signature.toByteArray()));
}

} // namespace latchkey::server
