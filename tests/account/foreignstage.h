#pragma once

#include "stage.h"

/// Ada at servers of other APIs than ours, where the test answers in their own words.
namespace latchkey::test {

/// As Wingspan's, which tell whose they are; to the other APIs it is a token like any.
inline QByteArray foreignToken(int number = 1)
{
    constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray told = "{\"userId\":\"usr_1\",\"sessionId\":\"ses_" +
                            QByteArray::number(number) + "\",\"iat\":1800000000}";
    return QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(form) + '.' + told.toBase64(form) +
           ".c2lnbmF0dXJl";
}

inline api::User foreignAda()
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

inline account::ServerAddress serverBy(const QString &wire, int version = 0)
{
    account::ServerAddress address = Stage::server();
    address.wire = {.name = wire, .version = version};
    return address;
}

/// A session that lives for a day.
inline account::Account &enterBy(Stage &stage, const QString &wire, int version = 0)
{
    api::SignedIn begun;
    begun.token = Secret(foreignToken());
    begun.user = foreignAda();
    if (wire != "wingspan"_L1)
        begun.user.id = {}; // the others tell none where somebody signs in
    begun.session.expiresAt = stage.clock.now() + std::chrono::hours(24);
    const account::Profile profile = stage.accounts.profileFor(serverBy(wire, version), begun.user);
    stage.keeping.keep(profile.id, profile.keeping, begun.token);
    stage.accounts.welcome(profile, begun).value();
    settle();
    return *stage.accounts.account(profile.id);
}

inline void say(Stage &stage, int status, const QByteArray &body, const HttpHeaders &headers = {})
{
    HttpReply reply{.status = status, .headers = headers, .body = body};
    if (!body.isEmpty())
        reply.headers.add("Content-Type", "application/json");
    stage.give(reply);
}

inline QByteArray saidByMmdl(const QByteArray &message)
{
    return R"({"success":true,"data":{"message":)" + message + "}}";
}

/// `level` is 1 for administrators. Listed ones are masked.
inline QByteArray userOfMmdl(int number, const QByteArray &name, const QByteArray &level)
{
    return "{\"users_id\":" + QByteArray::number(number) + ",\"username\":\"" + name +
           "\",\"email\":\"" + name + "@example.com\",\"level\":\"" + level + "\"," +
           R"("created":"1800000000","userhash":"aa","mobile":null,"id":"11","expires":null,
            "session_token":null,"name":null,"email_verified":null,"emailVerified":null,
            "image":null})";
}

/// A session of Wingspan's that has just begun, or been proven.
inline QByteArray sessionOfWingspan(int token)
{
    return "{\"expiration\":\"2027-01-29T08:00:00.000Z\",\"sessionType\":\"User\","
           "\"token\":\"" +
           foreignToken(token) + "\",\"userId\":\"usr_1\"}";
}

inline const QByteArray adaOfWingspan = R"({"createdAt":"2027-01-15T08:00:00.000Z",
    "email":"ada@example.com","emailVerificationState":{"status":"Verified"},
    "eventActors":{"create":"usr_1","update":null},"intercomUserHash":"5f8a","id":"usr_1",
    "isPasswordSet":true,"labels":{},"notificationSettings":{},"organizationAssociation":null,
    "phone":{},"profile":{"preferredName":"Ada"},"settings":{},"status":"Active","tag":"ada",
    "updatedAt":"2027-01-15T08:00:00.000Z","userId":"usr_1",
    "userRoles":{"ownerIds":["usr_1"],"viewerIds":[]}})";

} // namespace latchkey::test
