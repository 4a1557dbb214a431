#include "server/store/token.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <memory>
#include <tuple>

namespace latchkey::server {

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

const EVP_MD *sha256Method()
{
    // Looked up once: by name it costs more than the hash itself.
    static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> method(
        EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free);
    return method.get();
}

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
    QByteArray hash(32, Qt::Uninitialized);
    EVP_Digest(bytes.data(), static_cast<size_t>(bytes.size()),
               reinterpret_cast<unsigned char *>(hash.data()), nullptr, sha256Method(), nullptr);
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
