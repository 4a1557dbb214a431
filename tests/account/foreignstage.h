#pragma once

#include "stage.h"

namespace latchkey::test {

/// Ada is signed in by another API than ours, and the test answers in that one's own words.
class ForeignStage : public Stage
{
public:
    explicit ForeignStage(const QString &wire, int version = 0)
    {
        account::ServerAddress address = server();
        address.wire.name = wire;
        if (version != 0)
            address.wire.version = version;
        api::SignedIn begun = signedIn(QString::fromLatin1(token(1)));
        begun.user = ada();
        begun.session.id = {};
        begun.session.expiresAt = end();
        account::Profile profile = accounts.profileFor(address, begun.user);
        keeping.keep(profile.id, profile.keeping, begun.token);
        accounts.welcome(profile, begun).value();
        settle();
        m_id = profile.id;
    }

    account::Account &account() { return *accounts.account(m_id); }
    account::Profile profile() const { return *profiles.find(m_id); }
    Timestamp end() const { return clock.now() + std::chrono::hours(24); }

    static api::User ada()
    {
        api::User user;
        user.id = api::UserId(u"usr_1"_s);
        user.name = u"Ada"_s;
        user.userName = u"ada"_s;
        user.email = u"ada@example.com"_s;
        user.emailVerified = true;
        user.phone = u"+14104350691"_s;
        return user;
    }

    /// As Wingspan's, which tell whose they are; to the other APIs it is a token like any.
    static QByteArray token(int number)
    {
        constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
        const QByteArray told = R"({"userId":"usr_1","sessionId":"ses_)" +
                                QByteArray::number(number) + R"(","iat":1800000000})";
        return QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(form) + '.' +
               told.toBase64(form) + ".c2lnbmF0dXJl";
    }

    void say(int status, const QByteArray &body, const HttpHeaders &headers = {})
    {
        HttpReply reply{.status = status, .headers = headers, .body = body};
        if (!body.isEmpty())
            reply.headers.add("Content-Type", "application/json");
        give(reply);
    }

    /// What the program has put away, for the next start.
    QString keptToken()
    {
        QString kept;
        keeping.fetch(m_id, account::KeepingPlace::Keychain)
            .then(&accounts, [&kept](const Result<Secret> &token) {
                kept = token ? token->revealText() : QString();
            });
        settle();
        return kept;
    }

private:
    account::ProfileId m_id;
};

} // namespace latchkey::test
