#include "server/store/token.h"

#include <sodium.h>

namespace latchkey::server {

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray randomBytes(int count)
{
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        qFatal("no source of randomness");
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(count));
    return bytes;
}

Secret newSessionToken()
{
    return Secret(QByteArray("lks_") + randomBytes(32).toBase64(base64));
}

QString newId(const char *prefix)
{
    return QString::fromLatin1(QByteArray(prefix) + '_' + randomBytes(16).toBase64(base64));
}

QByteArray sha256(QByteArrayView bytes)
{
    QByteArray hash(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256(reinterpret_cast<unsigned char *>(hash.data()),
                       reinterpret_cast<const unsigned char *>(bytes.data()),
                       static_cast<size_t>(bytes.size()));
    return hash;
}

QByteArray hmacSha256(const Secret &key, QByteArrayView bytes)
{
    const auto raw = [](QByteArrayView view) {
        return reinterpret_cast<const unsigned char *>(view.data());
    };
    QByteArray hash(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, raw(key.reveal()), static_cast<size_t>(key.size()));
    crypto_auth_hmacsha256_update(&state, raw(bytes), static_cast<size_t>(bytes.size()));
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char *>(hash.data()));
    return hash;
}

} // namespace latchkey::server
