#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace latchkey::server::test {

QByteArray base64Url(const QByteArray &bytes);
QByteArray json(const QJsonObject &object);

/// A key of a provider's, and signatures by it that know nothing of the library which checks them.
class SigningKey
{
public:
    static SigningKey rsa(const QString &id, int bits = 2048);
    static SigningKey point(const QString &id, const char *curve = "P-256");

    QString id() const { return m_id; }
    QJsonObject published() const;
    QByteArray publicPem() const;

    /// A token: RS*, PS* or ES* of the size that is named.
    QByteArray token(const QByteArray &algorithm, const QByteArray &claims,
                     const QJsonObject &moreHeader = {}) const;
    /// Of a header as it stands.
    QByteArray tokenWithHeader(const QByteArray &header, const QByteArray &algorithm,
                               const QByteArray &claims) const;

private:
    SigningKey(const QString &id, EVP_PKEY *key);
    QByteArray signature(const QByteArray &algorithm, const QByteArray &text) const;
    QByteArray number(const char *name) const;
    int coordinateSize() const;

    QString m_id;
    std::shared_ptr<EVP_PKEY> m_key;
};

/// HS256, by a key that both sides know.
QByteArray sharedToken(const QByteArray &key, const QByteArray &claims, const QString &id);

} // namespace latchkey::server::test
