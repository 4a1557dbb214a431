#pragma once

#include "fakefetch.h"
#include "server/openid/openidrelyingparty.h"
#include "signingkey.h"
#include "support/manualclock.h"

#include <QJsonArray>

namespace latchkey::server::test {

/// A provider as a test wants it, and a party that asks it.
struct FakeProvider
{
    static const SigningKey &key();      ///< that it signs with, RSA
    static const SigningKey &otherKey(); ///< of the same kind

    QString issuer = QStringLiteral("https://id.example.org/realm");
    QString documentAt = issuer + QStringLiteral("/.well-known/openid-configuration");
    QString tokensAt = QStringLiteral("https://id.example.org/token");
    QString keysAt = QStringLiteral("https://id.example.org/keys");
    QString userinfoAt = QStringLiteral("https://id.example.org/me");
    ProviderClient client{issuer, QStringLiteral("latchkey:1"),
                          Secret(QStringLiteral("s3cret+/ key"))};

    latchkey::test::ManualClock clock;
    FakeFetch &fetch;
    OpenIdRelyingParty party;
    QJsonObject document;
    QJsonArray keys{key().published()};
    QJsonObject claims;
    std::optional<Timestamp> signedInSince; ///< as whoever redeems a code wants it

    FakeProvider();

    /// Has it say what stands here now.
    void publish();
    qint64 now() const;
    QByteArray token() const { return key().token("RS256", json(claims)); }
    /// A token answer that holds that.
    void grants(const QByteArray &idToken, const QJsonObject &more = {});

    Result<SeenIdentity> verify(const QByteArray &idToken,
                                const std::optional<QString> &nonce = QStringLiteral("n-1"));
    Result<SeenIdentity> redeem(const std::stop_token &stop = {});
    Result<Nothing> meet() { return party.meet(issuer, {}); }

private:
    explicit FakeProvider(std::unique_ptr<FakeFetch> made);
};

} // namespace latchkey::server::test
