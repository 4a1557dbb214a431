#include "server/store/token.h"

#include <QtEndian>

#include <openssl/evp.h>
#include <sodium.h>

#include <memory>

namespace latchkey::server {

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// The processor's own instructions for it, which sodium does not know: a tenth of the work. Looked
/// up once, for by name that costs more than a hash.
struct Sha256
{
    template <auto free>
    struct Free
    {
        template <class T>
        void operator()(T *held) const
        {
            free(held);
        }
    };

    const std::unique_ptr<EVP_MD, Free<EVP_MD_free>> method{
        EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    const std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>> context{EVP_MD_CTX_new()};
};

std::array<unsigned char, 32> sha256Of(std::initializer_list<QByteArrayView> parts)
{
    static thread_local const Sha256 hasher;
    std::array<unsigned char, 32> hash{};
    EVP_DigestInit_ex2(hasher.context.get(), hasher.method.get(), nullptr);
    for (const QByteArrayView part : parts)
        EVP_DigestUpdate(hasher.context.get(), part.data(), static_cast<size_t>(part.size()));
    EVP_DigestFinal_ex(hasher.context.get(), hash.data(), nullptr);
    return hash;
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

Secret newTrustToken()
{
    return Secret(QByteArray("lkt_") + randomBytes(32).toBase64(base64));
}

Secret newDigits()
{
    randomBytes(0); // makes the source ready
    return Secret(QByteArray::number(1'000'000 + randombytes_uniform(1'000'000)).last(6));
}

QString newId(const char *prefix)
{
    return QString::fromLatin1(QByteArray(prefix) + '_' + randomBytes(16).toBase64(base64));
}

std::array<unsigned char, 32> tokenHash(QByteArrayView token, QByteArrayView realm)
{
    // No header field holds a NUL.
    return realm.isEmpty() ? sha256Of({token}) : sha256Of({realm, QByteArrayView("", 1), token});
}

std::int64_t placeOf(const std::array<unsigned char, 32> &hash)
{
    return qFromBigEndian<qint64>(hash.data());
}

QByteArray sha256(QByteArrayView bytes)
{
    const auto hash = sha256Of({bytes});
    return {reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size())};
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
