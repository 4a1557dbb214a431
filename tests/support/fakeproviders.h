#pragma once

#include "server/openid/relyingparty.h"

#include <QUrl>
#include <QUrlQuery>

namespace latchkey::test {

/// Identity providers as a server finds them, without any network. What a browser brings back says
/// by itself whom they saw: `ada@example.com`, `unverified:ada@example.com`, or `nobody`, who has
/// no address; or what goes wrong: `refused`, `forged`, `unreachable`. They signed in there anew,
/// but for `before:ada@example.com`; of `undated:ada@example.com` it doesn't say when.
class FakeProviders final : public server::RelyingParty
{
public:
    static inline const QString openId = QStringLiteral("https://login.example.com");
    static inline const QString google = QStringLiteral("https://accounts.google.com");
    static inline const QString nonce = QStringLiteral("the nonce");

    Result<Nothing> meet(const QString &issuer, const std::stop_token &) override
    {
        const auto refuse = [](const QString &code) {
            return failure(Error::rejected(code, QStringLiteral("issuer")));
        };
        if (!issuer.startsWith(QLatin1StringView("https://")))
            return refuse(QStringLiteral("issuerInvalid"));
        if (issuer.contains(QLatin1StringView("another")))
            return refuse(QStringLiteral("issuerMismatch"));
        if (issuer.contains(QLatin1StringView("page")))
            return refuse(QStringLiteral("notAProvider"));
        if (issuer.contains(QLatin1StringView("unreachable")))
            return failure(unreachable());
        return Nothing();
    }

    Result<QString> visitAddress(const server::VisitAsked &asked, const std::stop_token &) override
    {
        QUrlQuery query{{QStringLiteral("state"), asked.state},
                        {QStringLiteral("redirect_uri"), asked.returnTo}};
        if (asked.login == QLatin1StringView("unreachable@example.com"))
            return failure(unreachable());
        if (asked.isAnew)
            query.addQueryItem(QStringLiteral("prompt"), QStringLiteral("login"));
        if (asked.login)
            query.addQueryItem(QStringLiteral("login_hint"), *asked.login);
        return QString(asked.client.issuer + QStringLiteral("/authorize?") +
                       query.toString(QUrl::FullyEncoded));
    }

    Result<server::SeenIdentity> redeem(const server::VisitBrought &brought,
                                        const std::stop_token &) override
    {
        const QString code = brought.code.revealText();
        const auto refuse = [](const QString &why) {
            return failure(Error::of(Error::Kind::Forbidden, why));
        };
        if (brought.signedInSince && code.startsWith(QLatin1StringView("before:")))
            return refuse(QStringLiteral("signInNotAnew"));
        if (brought.signedInSince && code.startsWith(QLatin1StringView("undated:")))
            return refuse(QStringLiteral("signInUndated"));
        return seen(brought.client.issuer, code);
    }

    Result<server::SeenIdentity> verify(const server::TokenGiven &given,
                                        const std::stop_token &) override
    {
        if (given.nonce && *given.nonce != nonce)
            return failure(notBelieved());
        return seen(given.client.issuer, given.idToken.revealText());
    }

private:
    static Error unreachable()
    {
        return Error::unavailable(QStringLiteral("providerUnreachable"), std::chrono::seconds(30));
    }
    static Error notBelieved()
    {
        return Error::of(Error::Kind::Unauthorized, QStringLiteral("idTokenInvalid"));
    }

    static Result<server::SeenIdentity> seen(const QString &issuer, const QString &brought)
    {
        if (brought == QLatin1StringView("refused"))
            return failure(Error::of(Error::Kind::Unauthorized, QStringLiteral("visitRefused")));
        if (brought == QLatin1StringView("forged"))
            return failure(notBelieved());
        if (brought == QLatin1StringView("unreachable"))
            return failure(unreachable());
        const QString email = brought.section(u':', -1);
        server::SeenIdentity identity;
        identity.issuer = issuer;
        identity.subject = QStringLiteral("sub of ") + email;
        identity.isEmailVerified = !brought.startsWith(QLatin1StringView("unverified:"));
        identity.name = QStringLiteral("Ada Lovelace");
        identity.tokenExpiresAt = never;
        if (email.contains(u'@'))
            identity.email = email;
        return identity;
    }

    static constexpr Timestamp never{std::chrono::hours(24 * 365 * 100)};
};

} // namespace latchkey::test
