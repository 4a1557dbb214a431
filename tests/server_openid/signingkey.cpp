#include "signingkey.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace latchkey::server::test {

using namespace Qt::StringLiterals;

namespace {

template <auto release>
struct Release
{
    void operator()(auto *thing) const { release(thing); }
};

using Context = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free>>;
using Pair = std::unique_ptr<ECDSA_SIG, Release<ECDSA_SIG_free>>;

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QByteArray padded(const BIGNUM *number, int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    BN_bn2binpad(number, raw(bytes), size);
    return bytes;
}

/// What JOSE has in place of DER.
QByteArray plainPair(const QByteArray &der, int size)
{
    const unsigned char *at = raw(der);
    const Pair pair(d2i_ECDSA_SIG(nullptr, &at, long(der.size())));
    return padded(ECDSA_SIG_get0_r(pair.get()), size) + padded(ECDSA_SIG_get0_s(pair.get()), size);
}

} // namespace

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

SigningKey::SigningKey(const QString &id, EVP_PKEY *key)
    : m_id(id)
    , m_key(key, EVP_PKEY_free)
{}

SigningKey SigningKey::rsa(const QString &id, int bits)
{
    return {id, EVP_RSA_gen(static_cast<unsigned int>(bits))};
}

SigningKey SigningKey::point(const QString &id, const char *curve)
{
    return {id, EVP_EC_gen(curve)};
}

QByteArray SigningKey::number(const char *name) const
{
    BIGNUM *read = nullptr;
    EVP_PKEY_get_bn_param(m_key.get(), name, &read);
    const Number held(read);
    const int size = EVP_PKEY_is_a(m_key.get(), "EC") ? coordinateSize() : BN_num_bytes(read);
    return base64Url(padded(read, size));
}

int SigningKey::coordinateSize() const
{
    return (EVP_PKEY_get_bits(m_key.get()) + 7) / 8;
}

QJsonObject SigningKey::published() const
{
    const auto text = [this](const char *name) { return QString::fromLatin1(number(name)); };
    if (EVP_PKEY_is_a(m_key.get(), "RSA")) {
        return {{u"kty"_s, u"RSA"_s},
                {u"kid"_s, m_id},
                {u"n"_s, text(OSSL_PKEY_PARAM_RSA_N)},
                {u"e"_s, text(OSSL_PKEY_PARAM_RSA_E)}};
    }
    return {{u"kty"_s, u"EC"_s},
            {u"kid"_s, m_id},
            {u"crv"_s, u"P-%1"_s.arg(EVP_PKEY_get_bits(m_key.get()))},
            {u"x"_s, text(OSSL_PKEY_PARAM_EC_PUB_X)},
            {u"y"_s, text(OSSL_PKEY_PARAM_EC_PUB_Y)}};
}

QByteArray SigningKey::publicPem() const
{
    const Memory written(BIO_new(BIO_s_mem()));
    PEM_write_bio_PUBKEY(written.get(), m_key.get());
    char *start = nullptr;
    const long size = BIO_get_mem_data(written.get(), &start);
    return {start, size};
}

QByteArray SigningKey::token(const QByteArray &algorithm, const QByteArray &claims,
                             const QJsonObject &moreHeader) const
{
    QJsonObject header{{u"alg"_s, QString::fromLatin1(algorithm)}, {u"kid"_s, m_id}};
    for (auto it = moreHeader.begin(); it != moreHeader.end(); ++it)
        header.insert(it.key(), it.value());
    return tokenWithHeader(json(header), algorithm, claims);
}

QByteArray SigningKey::tokenWithHeader(const QByteArray &header, const QByteArray &algorithm,
                                       const QByteArray &claims) const
{
    const QByteArray text = base64Url(header) + '.' + base64Url(claims);
    return text + '.' + base64Url(signature(algorithm, text));
}

QByteArray SigningKey::signature(const QByteArray &algorithm, const QByteArray &text) const
{
    const QByteArray digest = "SHA" + algorithm.last(3);
    const Context context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *way = nullptr;
    EVP_DigestSignInit(context.get(), &way, EVP_get_digestbyname(digest.constData()), nullptr,
                       m_key.get());
    if (algorithm.startsWith("PS")) {
        EVP_PKEY_CTX_set_rsa_padding(way, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(way, RSA_PSS_SALTLEN_DIGEST);
    }
    size_t size = 1024;
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(), raw(bytes), &size, raw(text), size_t(text.size())) != 1)
        qFatal("can't sign by %s", algorithm.constData());
    bytes.truncate(qsizetype(size));
    return algorithm.startsWith("ES") ? plainPair(bytes, coordinateSize()) : bytes;
}

QByteArray sharedToken(const QByteArray &key, const QByteArray &claims, const QString &id)
{
    const QJsonObject header{{u"alg"_s, u"HS256"_s}, {u"kid"_s, id}};
    const QByteArray text = base64Url(json(header)) + '.' + base64Url(claims);
    return text + '.' +
           base64Url(QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256));
}

} // namespace latchkey::server::test
