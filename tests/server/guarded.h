#pragma once

#include "member.h"
#include "support/fakeproviders.h"

#include <QUrl>
#include <QUrlQuery>

namespace latchkey::test {

inline const QByteArray theDevice =
    R"("device":{"label":"","program":"Test 1","system":"None","mark":"of the only device"})";

/// Ada administrates a server that asks one provider, of example.com.
class Guarded
{
public:
    explicit Guarded(const Stand::Adjust &adjust = {})
        : stand(
              [&adjust](server::ServerConfig &config) {
                  config.publicAddress = QStringLiteral("http://127.0.0.1:1");
                  if (adjust)
                      adjust(config);
              },
              [] {
                  server::Carriers carriers;
                  carriers.meetProviders = [] { return std::make_unique<FakeProviders>(); };
                  return carriers;
              })
        , admin(stand.signUp("ada"))
        , provider(add())
    {}

    QByteArray add(const char *more = ",'clientSecret':'the kept secret'")
    {
        const Answer added =
            ask("POST", "/v1/providers",
                quoted("{'kind':'openId','name':'Example','issuer':'https://login.example.com',"
                       "'clientId':'latchkey','domains':['example.com'],'makesAccounts':true") +
                    quoted(more) + '}');
        return textIn(added.json(), "id");
    }

    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
               const std::optional<QByteArray> &token = {}) const
    {
        Browser asking(stand.port());
        asking.token = token.value_or(admin);
        return asking.ask(method, path, body);
    }

    struct Visit
    {
        QByteArray id;
        QByteArray state;
    };
    Visit visit() const
    {
        const QJsonObject begun = ask("POST", "/v1/provider-visits",
                                      quoted("{'provider':'") + provider +
                                          quoted("','returnTo':'http://127.0.0.1:9/back'}"),
                                      QByteArray())
                                      .json();
        const QUrl address(begun.value(QStringLiteral("address")).toString());
        return {textIn(begun, "id"),
                QUrlQuery(address).queryItemValue(QStringLiteral("state")).toLatin1()};
    }
    Answer enter(const Visit &visit, const QByteArray &as) const
    {
        return ask("POST", "/v1/session/provider",
                   quoted("{'id':'") + visit.id + quoted("','state':'") + visit.state +
                       quoted("','code':'") + as + "\"," + theDevice + '}',
                   QByteArray());
    }
    Answer link(const Visit &visit, const QByteArray &as, const QByteArray &token) const
    {
        return ask("POST", "/v1/identities",
                   quoted("{'id':'") + visit.id + quoted("','state':'") + visit.state +
                       quoted("','code':'") + as + "\"}",
                   token);
    }
    /// Eve, whose account the provider made.
    QByteArray eve() const { return tokenIn(enter(visit(), "eve@example.com")); }
    Visit visitToProve(const QByteArray &token) const
    {
        const QJsonObject begun = ask("POST", "/v1/session/proof/visit",
                                      quoted("{'provider':'") + provider +
                                          quoted("','returnTo':'http://127.0.0.1:9/back'}"),
                                      token)
                                      .json();
        const QUrlQuery query(QUrl(begun.value(QStringLiteral("address")).toString()));
        return {textIn(begun, "id"), query.queryItemValue(QStringLiteral("state")).toLatin1()};
    }
    Answer prove(const Visit &visit, const QByteArray &as, const QByteArray &token) const
    {
        return ask("POST", "/v1/session/proof/provider",
                   quoted("{'id':'") + visit.id + quoted("','state':'") + visit.state +
                       quoted("','code':'") + as + "\"}",
                   token);
    }
    /// What needs a fresh proof.
    Answer addFactor(const QByteArray &token) const
    {
        return ask("POST", "/v1/factors/totp", quoted("{'name':'Phone'}"), token);
    }
    static QByteArray tokenIn(const Answer &answer)
    {
        return textIn(answer.json().value(QStringLiteral("signedIn")).toObject(), "token");
    }

    Stand stand;
    QByteArray admin;
    QByteArray provider;
};

} // namespace latchkey::test
