#include "server/store/vault.h"

#include "server/store/token.h"

#include <sodium.h>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

static_assert(Vault::keySize == crypto_kdf_KEYBYTES);

constexpr int nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr int tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

size_t sizeOf(const QByteArray &bytes)
{
    return static_cast<size_t>(bytes.size());
}

/// Takes the bytes over, and leaves none behind.
Secret taken(QByteArray &bytes)
{
    Secret secret(bytes);
    sodium_memzero(bytes.data(), sizeOf(bytes));
    return secret;
}

Secret subkey(const Secret &masterKey, std::uint64_t number)
{
    QByteArray key(Vault::keySize, Qt::Uninitialized);
    crypto_kdf_derive_from_key(raw(key), sizeOf(key), number, "lk-vault", raw(masterKey.reveal()));
    return taken(key);
}

} // namespace

Vault::Vault(const Secret &masterKey)
    : m_sealing(subkey(masterKey, 1))
    , m_hashing(subkey(masterKey, 2))
    , m_fingerprint(subkey(masterKey, 3))
    , m_tokens(subkey(masterKey, 4))
{
    Q_ASSERT(masterKey.size() == keySize);
}

QByteArray Vault::seal(const Secret &plain, const QString &place) const
{
    const QByteArray nonce = randomBytes(nonceSize);
    const QByteArray bound = place.toUtf8();
    QByteArray sealed(plain.size() + tagSize, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed), nullptr, raw(plain.reveal()),
                                               sizeOf(plain.reveal()), raw(bound), sizeOf(bound),
                                               nullptr, raw(nonce), raw(m_sealing.reveal()));
    return nonce + sealed;
}

Result<Secret> Vault::open(const QByteArray &sealed, const QString &place) const
{
    const Error broken = Error::of(Error::Kind::Server, u"vaultBroken"_s, place);
    if (sealed.size() < nonceSize + tagSize)
        return failure(broken);
    const QByteArray nonce = sealed.first(nonceSize);
    const QByteArray box = sealed.sliced(nonceSize);
    const QByteArray bound = place.toUtf8();
    QByteArray plain(box.size() - tagSize, Qt::Uninitialized);
    const int wrong = crypto_aead_xchacha20poly1305_ietf_decrypt(
        raw(plain), nullptr, nullptr, raw(box), sizeOf(box), raw(bound), sizeOf(bound), raw(nonce),
        raw(m_sealing.reveal()));
    if (wrong)
        return failure(broken);
    return taken(plain);
}

QByteArray Vault::hashOf(const Secret &code, const QString &place) const
{
    // No place holds a zero byte.
    QByteArray all = place.toUtf8() + '\0' + code.reveal();
    const QByteArray hash = hmacSha256(m_hashing, all);
    sodium_memzero(all.data(), sizeOf(all));
    return hash;
}

} // namespace latchkey::server
