#include "fakeprovider.h"

namespace latchkey::server::test {

using namespace Qt::StringLiterals;

const SigningKey &FakeProvider::key()
{
    static const SigningKey made = SigningKey::rsa(u"k-1"_s);
    return made;
}

const SigningKey &FakeProvider::otherKey()
{
    static const SigningKey made = SigningKey::rsa(u"k-2"_s);
    return made;
}

FakeProvider::FakeProvider()
    : FakeProvider(std::make_unique<FakeFetch>())
{}

FakeProvider::FakeProvider(std::unique_ptr<FakeFetch> made)
    : fetch(*made)
    , party(std::move(made), clock)
    , document{{u"issuer"_s, issuer},
               {u"authorization_endpoint"_s, u"https://id.example.org/auth"_s},
               {u"token_endpoint"_s, tokensAt},
               {u"jwks_uri"_s, keysAt},
               {u"userinfo_endpoint"_s, userinfoAt},
               {u"response_types_supported"_s, QJsonArray{u"code"_s}}}
    , claims{{u"iss"_s, issuer},
             {u"sub"_s, u"248289761001"_s},
             {u"aud"_s, client.clientId},
             {u"exp"_s, now() + 300},
             {u"iat"_s, now()},
             {u"nonce"_s, u"n-1"_s},
             {u"email"_s, u"ada@example.org"_s},
             {u"email_verified"_s, true},
             {u"name"_s, u"Ada Lovelace"_s}}
{
    publish();
}

void FakeProvider::publish()
{
    fetch.at(documentAt, 200, json(document));
    fetch.at(keysAt, 200, json({{u"keys"_s, keys}}));
}

qint64 FakeProvider::now() const
{
    return std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count();
}

void FakeProvider::grants(const QByteArray &idToken, const QJsonObject &more)
{
    QJsonObject answer{{u"access_token"_s, u"at-1"_s},
                       {u"token_type"_s, u"Bearer"_s},
                       {u"id_token"_s, QString::fromLatin1(idToken)}};
    for (auto it = more.begin(); it != more.end(); ++it)
        answer.insert(it.key(), it.value());
    fetch.at(tokensAt, 200, json(answer));
}

Result<SeenIdentity> FakeProvider::verify(const QByteArray &idToken,
                                          const std::optional<QString> &nonce)
{
    return party.verify({client, Secret(idToken), nonce}, {});
}

Result<SeenIdentity> FakeProvider::redeem(const std::stop_token &stop)
{
    return party.redeem({client, u"http://127.0.0.1:4000/back?a=b"_s, u"n-1"_s,
                         Secret(u"verifier-1"_s), Secret(u"code/1"_s), signedInSince},
                        stop);
}

} // namespace latchkey::server::test
