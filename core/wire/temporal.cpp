#include "wire/temporal.h"

#include "api/describe.h"
#include "api/names.h"
#include "api/profile.h"
#include "api/recovery.h"
#include "api/serversettings.h"
#include "api/verification.h"
#include "wire/entering.h"
#include "wire/formbody.h"
#include "wire/jwt.h"
#include "wire/temporalcredits.h"
#include "wire/temporallink.h"
#include "wire/temporalmembers.h"

namespace latchkey::wire {

using Kind = Error::Kind;
using api::field;
using api::fieldList;
using namespace temporal;

namespace {

constexpr QLatin1StringView
    terms("by continuing to use this service you agree to be bound by the following api terms and "
          "service");

/// In whole seconds, as its tokens count.
QString momentOf(Timestamp moment)
{
    return toRfc3339(std::chrono::floor<std::chrono::seconds>(moment)).replace(u".000"_s, u""_s);
}

/// One that is too short is there all the same, and no address.
constexpr api::Limits emailLimits{1, api::emailLimits.max};

constexpr auto tokenBody = fieldList(
    told(
        "expire", [](const api::RenewedSession &begun) { return momentOf(begun.expiresAt); },
        [](api::RenewedSession &begun, const QString &read) {
            const auto moment = fromRfc3339(read);
            begun.expiresAt = moment.value_or(Timestamp());
            return moment.has_value();
        }),
    field("token", &api::RenewedSession::token, api::Limits{1, 4096}));

constexpr auto loginBody =
    fieldList(field("username", &api::SignIn::login, api::loginLimits),
              field("password", &api::SignIn::password, api::passwordLimits));
constexpr auto registerForm =
    fieldList(joiningName("username", api::userNameLimits),
              field("password", &api::SignUp::password, api::passwordLimits),
              field("email_address", &api::SignUp::email, emailLimits));
constexpr auto passwordForm =
    fieldList(field("old_password", &api::ChangePassword::current, api::passwordLimits),
              field("new_password", &api::ChangePassword::next, api::passwordLimits));
constexpr auto resetForm =
    fieldList(field("email_address", &api::RequestPasswordReset::email, emailLimits));
constexpr auto reminderForm =
    fieldList(field("email_address", &api::RemindUserName::email, emailLimits));

constexpr auto scrubbed(const char *name)
{
    return said(name, [](const auto &) { return u"scrubbed"_s; });
}

/// An account as whoever has just made it is told of it. Much of it we have nothing for.
struct NewAccount
{
    api::User user;

    static constexpr auto fields()
    {
        const auto createdAt = [](const NewAccount &made) { return made.user.createdAt; };
        return fieldList(
            said("ID", [](const NewAccount &made) { return api::numberOf(made.user.id); }),
            said("CreatedAt", createdAt), said("UpdatedAt", createdAt),
            same("DeletedAt", Nothing()),
            said("UserName", [](const NewAccount &made) { return api::loginOf(made.user); }),
            said("EmailAddress", [](const NewAccount &made) { return made.user.email; }),
            same("AccountEnabled", true),
            said("EmailEnabled", [](const NewAccount &made) { return made.user.emailVerified; }),
            scrubbed("EmailVerificationToken"),
            said("AdminAccess",
                 [](const NewAccount &made) { return made.user.role == api::Role::Admin; }),
            scrubbed("HashedPassword"), same("Free", true), same("Credits", qint64(0)),
            said("CustomerObjectHash", [](const NewAccount &) { return QString(); }),
            same("IPFSKeyNames", Nothing()), same("IPFSKeyIDs", Nothing()),
            same("IPFSNetworkNames", Nothing()),
            said("Status", [](const NewAccount &) { return QString(terms); }));
    }
};
constexpr auto registeredBody =
    fieldList(done, said("response", [](const NewAccount &made) { return made; }));

/// What of it somebody needs who asked for it.
struct KnownAccount
{
    QString userName;
    QString email;

    static constexpr auto fields()
    {
        return fieldList(field("UserName", &KnownAccount::userName),
                         field("EmailAddress", &KnownAccount::email));
    }
};
struct Registered
{
    KnownAccount account;
};
constexpr auto knownBody = fieldList(done, field("response", &Registered::account));

constexpr auto healthBody = fieldList(
    done,
    told(
        "response", [](const api::ServerDescription &) { return u"systems online"_s; },
        [](api::ServerDescription &, const QString &read) { return read == "systems online"_L1; }),
    field("version", &api::ServerDescription::version));

/// What its own server counts are requests, of which we tell nothing.
struct Counted
{
    std::optional<qint64> users;
    std::optional<qint64> sessions;
    std::optional<qint64> begun;

    static constexpr auto fields()
    {
        return fieldList(field("users", &Counted::users), field("sessions", &Counted::sessions),
                         field("sessions_begun", &Counted::begun));
    }
};
constexpr auto figuresBody =
    fieldList(told(
                  "response",
                  [](const api::Figures &figures) {
                      return Counted{figures.users, figures.sessions, figures.sessionsBegun};
                  },
                  [](api::Figures &figures, const Counted &read) {
                      figures.users = read.users;
                      figures.sessions = read.sessions;
                      figures.sessionsBegun = read.begun;
                      return true;
                  }),
              field("version", &api::Figures::version));

Error unread(const Error &error)
{
    const bool isAbsent = error.code == "missingField"_L1 || error.code == "empty"_L1 ||
                          error.code == "wrongType"_L1 || error.code == "malformedRequest"_L1;
    return isAbsent ? Error::rejected(absent, error.field) : error;
}

/// Of a body that can't be read at all, the first member is missed.
template <class Members>
Error unreadBody(const Members &members)
{
    return Error::rejected(absent, QLatin1StringView(std::get<0>(members).name));
}

template <class Op, class Members>
Result<Op> readForm(const HttpRequest &request, const Members &members, Op op = {})
{
    const auto node = hasForm(request) ? formOf(request) : JsonNode::parse(request.body);
    if (!node)
        return failure(unreadBody(members));
    return readBody(*node, members, std::move(op), Speaker::Asker).map_error(unread);
}

template <class Op, class Members>
HttpRequest formRequest(const QByteArray &path, const Op &op, const Members &members)
{
    HttpRequest request = jsonRequest(HttpMethod::Post, path);
    putForm(request, bodyOf(op, members));
    return request;
}

Translation<api::SignIn> signIn()
{
    using Op = api::SignIn;
    return {.routes = {{HttpMethod::Post, "/v2/auth/login"}},
            .writeRequest =
                [](const Op &op) {
                    return jsonRequest(HttpMethod::Post, "/v2/auth/login", bodyOf(op, loginBody));
                },
            .readRequest = [](const HttpRequest &request, const PathParameters &) -> Result<Op> {
                const auto node = JsonNode::parse(request.body);
                if (hasForm(request) || !node)
                    return failure(unreadBody(loginBody));
                const Op begun = enteringBy(request, u"Temporal"_s);
                return readBody(*node, loginBody, begun, Speaker::Asker).map_error(unread);
            },
            .writeReply =
                [](const Op::Reply &begun, const HttpRequest &) {
                    const api::SignedIn &in = *begun.signedIn;
                    return reply(200, bodyOf(api::RenewedSession{in.token, in.session.expiresAt},
                                             tokenBody));
                },
            .readReply =
                [](const HttpReply &reply, const Op &asked) {
                    return readBody<api::RenewedSession>(reply, tokenBody)
                        .map([&](const api::RenewedSession &read) {
                            api::SignedIn begun = begunBy(asked);
                            begun.token = read.token;
                            begun.session.expiresAt = read.expiresAt;
                            return Op::Reply{begun, {}, {}};
                        });
                },
            .writeError = writeSignInError};
}

Translation<api::RenewSession> refresh()
{
    using Op = api::RenewSession;
    return {
        .routes = {{HttpMethod::Get, "/v2/auth/refresh"}},
        .writeRequest = [](const Op &) { return jsonRequest(HttpMethod::Get, "/v2/auth/refresh"); },
        .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
        .writeReply = [](const Op::Reply &renewed,
                         const HttpRequest &) { return reply(200, bodyOf(renewed, tokenBody)); },
        .readReply = [](const HttpReply &reply,
                        const Op &) { return readBody<Op::Reply>(reply, tokenBody); },
        .writeError = writeRefreshError};
}

Result<api::SignUp> joinable(const api::SignUp &op)
{
    if (op.email.contains(u'+'))
        return failure(Error::rejected(plusInEmail, u"email_address"_s));
    if (op.name.contains(u'@'))
        return failure(Error::rejected(atInName, u"username"_s));
    return op;
}

Translation<api::SignUp> signUp()
{
    using Op = api::SignUp;
    return {.routes = {{HttpMethod::Post, "/v2/auth/register"}},
            .writeRequest =
                [](const Op &op) { return formRequest("/v2/auth/register", op, registerForm); },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    Op op = joiningBy(request, u"Temporal"_s);
                    op.beginsSession = false;
                    op.verificationPath = verificationPath;
                    return readForm(request, registerForm, op).and_then(joinable);
                },
            .writeReply =
                [](const Op::Reply &made, const HttpRequest &) {
                    return reply(200, bodyOf(NewAccount{*made.joined}, registeredBody));
                },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return readBody<Registered>(reply, knownBody).map([](const Registered &made) {
                        api::User user = userCalled(made.account.userName);
                        user.email = made.account.email;
                        return Op::Reply{{}, {}, user};
                    });
                },
            .writeError = failing(notJoined)};
}

Translation<api::VerifyEmail> verify()
{
    using Op = api::VerifyEmail;
    const Route route{HttpMethod::Get, verificationRoute};
    return {
        .routes = {route},
        .writeRequest =
            [route](const Op &op) {
                return jsonRequest(
                    HttpMethod::Get,
                    route.fill({{u"user"_s, op.login}, {u"token"_s, op.code.revealText()}}));
            },
        .readRequest =
            [](const HttpRequest &, const PathParameters &parameters) {
                const QString token = parameters.value(u"token"_s);
                return Op{parameters.value(u"user"_s), Secret(token), linkIn(token)};
            },
        .writeReply = [](const Nothing &,
                         const HttpRequest &) { return answer(u"email verified"_s); },
        .readReply = [](const HttpReply &reply, const Op &) { return readDone<Nothing>(reply); },
        .writeError = failing(notVerified)};
}

/// Its page has one for the name of an account, and its server one for the address.
Translation<api::Me> me()
{
    using Op = api::Me;
    const Route name{HttpMethod::Get, "/v2/account/token/username"};
    const Route email{HttpMethod::Post, "/v2/account/email/forgot"};
    return {.routes = {name, email},
            .writeRequest = [name](const Op &) { return jsonRequest(name.method, name.path); },
            .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
            .writeReply =
                [email](const api::User &user, const HttpRequest &asked) {
                    return answer(asked.path == email.path ? user.email : api::loginOf(user));
                },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return readBody<Words>(reply, answerBody).map([](const Words &words) {
                        return userCalled(words.text);
                    });
                }};
}

Translation<api::ChangePassword> changePassword()
{
    using Op = api::ChangePassword;
    const QByteArray path = "/v2/account/password/change";
    return {.routes = {{HttpMethod::Post, path}},
            .writeRequest = [path](const Op &op) { return formRequest(path, op, passwordForm); },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    return readForm(request, passwordForm, Op{.keepsToken = true});
                },
            .writeReply = [](const Op::Reply &,
                             const HttpRequest &) { return answer(u"password changed"_s); },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    Op::Reply begun; // of neither a token nor an account it tells anything
                    begun.user.isPart = true;
                    return readDone(reply, begun);
                },
            .writeError = failing(notChanged)};
}

Translation<api::RequestPasswordReset> requestReset()
{
    using Op = api::RequestPasswordReset;
    const QByteArray path = "/v2/forgot/password";
    return {
        .routes = {{HttpMethod::Post, path}},
        .writeRequest = [path](const Op &op) { return formRequest(path, op, resetForm); },
        .readRequest =
            [](const HttpRequest &request, const PathParameters &) {
                return readForm(
                    request, resetForm,
                    Op{.tellsUnknown = true, .needsVerified = true, .tellsRequest = false});
            },
        .writeReply =
            [](const Op::Reply &, const HttpRequest &) {
                return answer(u"password reset, please check your email for a new password"_s);
            },
        .readReply = [](const HttpReply &reply, const Op &) { return readDone<Op::Reply>(reply); },
        .writeError = failing(unreachable)};
}

Translation<api::RemindUserName> remind()
{
    using Op = api::RemindUserName;
    const QByteArray path = "/v2/forgot/username";
    return {
        .routes = {{HttpMethod::Post, path}},
        .writeRequest = [path](const Op &op) { return formRequest(path, op, reminderForm); },
        .readRequest =
            [](const HttpRequest &request, const PathParameters &) {
                return readForm(request, reminderForm,
                                Op{.tellsUnknown = true, .needsVerified = true});
            },
        .writeReply =
            [](const Nothing &, const HttpRequest &) {
                return answer(u"username reminder sent account email"_s);
            },
        .readReply = [](const HttpReply &reply, const Op &) { return readDone<Nothing>(reply); },
        .writeError = failing(unreachable)};
}

Translation<api::DescribeServer> health()
{
    using Op = api::DescribeServer;
    const QByteArray path = "/v2/systems/check";
    return {
        .routes = {{HttpMethod::Get, path}},
        .writeRequest = [path](const Op &) { return jsonRequest(HttpMethod::Get, path); },
        .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
        .writeReply = [](const Op::Reply &server,
                         const HttpRequest &) { return reply(200, bodyOf(server, healthBody)); },
        .readReply =
            [](const HttpReply &reply, const Op &) {
                api::ServerDescription server;
                server.name = u"Temporal"_s;
                server.wires = {u"temporal"_s};
                return readBody(reply, healthBody, server);
            }};
}

Translation<api::ShowFigures> figures()
{
    using Op = api::ShowFigures;
    const QByteArray path = "/v2/statistics/stats";
    return {
        .routes = {{HttpMethod::Get, path}},
        .writeRequest = [path](const Op &) { return jsonRequest(HttpMethod::Get, path); },
        .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
        .writeReply = [](const Op::Reply &figures,
                         const HttpRequest &) { return reply(200, bodyOf(figures, figuresBody)); },
        .readReply = [](const HttpReply &reply,
                        const Op &) { return readBody<Op::Reply>(reply, figuresBody); },
        .writeError = writeFiguresError};
}

struct Claims
{
    qint64 expiresAt;
    QString login;
    QString session;
    QString random;
    qint64 startedAt;
};

Secret tokenOf(const api::TokenFacts &facts)
{
    const auto seconds = [](Timestamp moment) {
        return qint64(std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count());
    };
    constexpr auto claims =
        fieldList(field("exp", &Claims::expiresAt), field("id", &Claims::login),
                  field("jti", &Claims::random), field("orig_iat", &Claims::startedAt),
                  field("sid", &Claims::session));
    const QString random = QString::fromLatin1(facts.random.first(16).toBase64(
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    return signedToken(facts, bodyOf(Claims{seconds(facts.expiresAt), facts.login,
                                            facts.session.text(), random, seconds(facts.startedAt)},
                                     claims));
}

Result<Secret> takeCredential(const HttpHeaders &headers)
{
    constexpr QByteArrayView scheme = "Bearer "; // in just these letters
    const QByteArray field = headers.value("Authorization");
    if (field.isEmpty())
        return failure(Error::of(Kind::Unauthorized, u"notSignedIn"_s));
    if (!field.startsWith(scheme) || field.size() == scheme.size())
        return failure(Error::of(Kind::Unauthorized, schemeUnknown));
    return Secret(field.sliced(scheme.size()));
}

/// What is counted here is no window of an hour: what was taken comes back little by little, and
/// `Reset` is when nothing is missing any more.
HttpHeaders commonFields(const Allowance &allowance)
{
    const auto wholeAt = std::chrono::ceil<std::chrono::seconds>(allowance.wholeAt);
    return {{"X-RateLimit-Limit", QByteArray::number(allowance.most)},
            {"X-RateLimit-Remaining", QByteArray::number(allowance.left)},
            {"X-RateLimit-Reset", QByteArray::number(qint64(wholeAt.time_since_epoch().count()))},
            {"Vary", "Origin"}};
}

} // namespace

Wire temporalWire()
{
    Wire wire;
    wire.name = u"temporal"_s;
    wire.prefix = prefix;
    wire.putCredential = [](HttpRequest &request, const Secret &token) {
        request.headers.add("Authorization", "Bearer " + token.reveal());
    };
    wire.takeCredential = takeCredential;
    wire.sessions.realm = "temporal";
    wire.sessions.makeToken = tokenOf;
    wire.sessions.checkToken = checkSigned;
    wire.sessions.firstLife = std::chrono::days(1);
    wire.sessions.isProlongedByUse = false;
    wire.sessions.renewableFor = std::chrono::days(1);
    wire.writeError = writeError;
    wire.readError = readError;
    wire.commonFields = commonFields;
    wire.isSuccess = [](int status) { return status == 200; };
    wire.basePath = u"/v2"_s;
    wire.addresses = {u"https://api.temporal.cloud"_s, u"https://dev.api.temporal.cloud"_s};
    wire.knows<api::DescribeServer>(health());
    wire.knows<api::SignUp>(signUp());
    wire.knows<api::VerifyEmail>(verify());
    wire.knows<api::SignIn>(signIn());
    wire.knows<api::RenewSession>(refresh());
    wire.knows<api::Me>(me());
    wire.knows<api::ChangePassword>(changePassword());
    wire.knows<api::RequestPasswordReset>(requestReset());
    wire.knows<api::RemindUserName>(remind());
    wire.knows<api::ShowFigures>(figures());
    addCredits(wire);
    return wire;
}

} // namespace latchkey::wire
