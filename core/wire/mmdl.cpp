#include "wire/mmdl.h"

#include "api/describe.h"
#include "api/email.h"
#include "api/profile.h"
#include "api/recovery.h"
#include "wire/entering.h"
#include "wire/mmdlparts.h"

#include <QCryptographicHash>
#include <QUrl>

namespace latchkey::wire {

using Kind = Error::Kind;
using api::field;
using api::fieldList;
using namespace mmdl;

namespace {

/// As its page has it, and its own server doesn't.
constexpr std::chrono::minutes codesLiveFor{30};

constexpr auto requestPath = "/api/users/requestotp";
constexpr auto resetPath = "/api/users/modifypassword";

struct Pair
{
    QString userHash;
    QString id;
};

/// Both halves of a token.
struct Ssid : Pair
{
    static constexpr auto fields()
    {
        return fieldList(field("userhash", &Ssid::userHash, api::Limits{1, 1024}),
                         field("ssid", &Ssid::id, api::Limits{1, 1024}));
    }
};

struct Request : Pair
{
    static constexpr auto fields()
    {
        return fieldList(field("userhash", &Request::userHash),
                         field("reqid", &Request::id, api::Limits{1, 100}));
    }
};

constexpr auto loginBody =
    fieldList(field("username", &api::SignIn::login, api::loginLimits),
              field("password", &api::SignIn::password, api::passwordLimits));
constexpr auto email = told(
    "email", [](const api::SignUp &asked) { return std::optional(asked.email); },
    [](api::SignUp &asked, const QString &read) {
        asked.email = read;
        return true;
    });
constexpr auto signUpBody =
    fieldList(joiningName("username", api::userNameLimits),
              field("password", &api::SignUp::password, api::passwordLimits), email);

/// Its page spells the code in capitals, and its server in small letters.
struct Reset
{
    QString userHash;
    std::optional<QString> code;
    std::optional<QString> codeOfThePage;
    QString request;
    Secret password;
};
constexpr auto resetBody = fieldList(field("userhash", &Reset::userHash, api::Limits{1, 1024}),
                                     field("otp", &Reset::code, api::Limits{1, 64}),
                                     field("OTP", &Reset::codeOfThePage, api::Limits{1, 64}),
                                     field("reqid", &Reset::request, api::Limits{1, 100}),
                                     field("password", &Reset::password, api::passwordLimits));

std::optional<HttpRequest> signInByPage(const api::SignIn &op, const HttpReply &reply)
{
    if (!isUnknownThere(reply))
        return std::nullopt;
    return jsonRequest(HttpMethod::Post, loginPaths[1], bodyOf(op, loginBody));
}

Translation<api::SignIn> signIn()
{
    using Op = api::SignIn;
    return {.routes = {{HttpMethod::Post, loginPaths[0]}, {HttpMethod::Post, loginPaths[1]}},
            .writeRequest =
                [](const Op &op) {
                    return jsonRequest(HttpMethod::Post, loginPaths[0], bodyOf(op, loginBody));
                },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    return readForm(request, loginBody, enteringBy(request, u"MMDL"_s));
                },
            .writeReply =
                [](const Op::Reply &begun, const HttpRequest &) {
                    const QString token = begun.signedIn->token.revealText();
                    Ssid pair;
                    pair.userHash = token.section(u':', 0, 0);
                    pair.id = token.section(u':', 1);
                    return said(200, true, pair, Truth::Word);
                },
            .readReply =
                [](const HttpReply &reply, const Op &asked) {
                    return read<Ssid>(reply).map([&](const Ssid &pair) {
                        api::SignedIn begun = begunBy(asked);
                        begun.token = Secret(QString(pair.userHash + u':' + pair.id));
                        return Op::Reply{begun, {}, {}};
                    });
                },
            .writeError = writeSignInError,
            .otherwise = signInByPage};
}

Translation<api::SignUp> signUp()
{
    using Op = api::SignUp;
    return {.routes = {{HttpMethod::Post, registerPath}},
            .writeRequest =
                [](const Op &op) {
                    return jsonRequest(HttpMethod::Post, registerPath, bodyOf(op, signUpBody));
                },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    Op op = joiningBy(request, u"MMDL"_s);
                    op.beginsSession = false;
                    op.takesCode = false;
                    op.email = api::nobodysEmail(); // its page knows none
                    return readForm(request, signUpBody, op);
                },
            .writeReply = [](const Op::Reply &,
                             const HttpRequest &) { return said(200, true, QString(joined)); },
            .readReply =
                [](const HttpReply &reply, const Op &asked) {
                    return read<QString>(reply).map(
                        [&](const QString &) { return Op::Reply{{}, {}, begunBy(asked).user}; });
                },
            .writeError = writeSignUpError};
}

constexpr auto named = fieldList(field("username", &Words::text, api::loginLimits));

QString nameAsked(const api::RequestPasswordReset &op)
{
    return op.login.value_or(op.email);
}

/// In the query, or by its page in a body.
Result<QString> nameIn(const HttpRequest &request)
{
    const QString name = queried(request, u"username"_s);
    if (!name.isEmpty())
        return name;
    return readForm<Words>(request, named).map([](const Words &words) { return words.text; });
}

std::optional<HttpRequest> requestByPage(const api::RequestPasswordReset &op,
                                         const HttpReply &reply)
{
    if (!isUnknownThere(reply))
        return std::nullopt;
    return jsonRequest(HttpMethod::Post, requestPath, bodyOf(Words{nameAsked(op)}, named));
}

Translation<api::RequestPasswordReset> requestOtp()
{
    using Op = api::RequestPasswordReset;
    const QByteArray path = requestPath;
    return {.routes = {{HttpMethod::Get, path}, {HttpMethod::Post, path}},
            .writeRequest =
                [path](const Op &op) {
                    HttpRequest request = jsonRequest(HttpMethod::Get, path);
                    request.query = "username=" + QUrl::toPercentEncoding(nameAsked(op));
                    return request;
                },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    return nameIn(request).map([](const QString &name) {
                        return Op{.email = {},
                                  .login = name,
                                  .tellsUnknown = true,
                                  .boundTo = hashOf(name),
                                  .lifetime = codesLiveFor};
                    });
                },
            .writeReply =
                [](const Op::Reply &reply, const HttpRequest &asked) {
                    Request request;
                    request.userHash = hashOf(nameIn(asked).value_or(QString()));
                    request.id = reply.id.text();
                    return said(200, true, request);
                },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return read<Request>(reply).map([](const Request &request) {
                        // Whoever answers it must say both again.
                        return Op::Reply{.id = api::ResetId(request.userHash + u':' + request.id)};
                    });
                },
            .writeError = writeOtpError,
            .otherwise = requestByPage};
}

Reset resetAsked(const api::ResetPassword &op)
{
    const QString request = op.id.value_or(api::ResetId()).text();
    return {.userHash = request.section(u':', 0, 0),
            .code = op.code.revealText(),
            .codeOfThePage = {},
            .request = request.section(u':', 1),
            .password = op.password};
}

std::optional<HttpRequest> resetByPage(const api::ResetPassword &op, const HttpReply &reply)
{
    if (!missesInput(reply))
        return std::nullopt;
    Reset asked = resetAsked(op);
    asked.code.swap(asked.codeOfThePage);
    return jsonRequest(HttpMethod::Post, resetPath, bodyOf(asked, resetBody));
}

Translation<api::ResetPassword> reset()
{
    using Op = api::ResetPassword;
    const QByteArray path = resetPath;
    return {.routes = {{HttpMethod::Post, path}},
            .writeRequest =
                [path](const Op &op) {
                    return jsonRequest(HttpMethod::Post, path, bodyOf(resetAsked(op), resetBody));
                },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    return readForm<Reset>(request, resetBody)
                        .and_then([](const Reset &asked) -> Result<Op> {
                            const auto code = asked.code ? asked.code : asked.codeOfThePage;
                            if (!code)
                                return failure(malformed(u"otp"_s));
                            return Op{.id = api::ResetId(asked.request),
                                      .code = Secret(*code),
                                      .password = asked.password,
                                      .boundTo = asked.userHash};
                        });
                },
            .writeReply = [](const Nothing &,
                             const HttpRequest &) { return said(200, true, QString(passwordSet)); },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return read<QString>(reply).map([](const QString &) { return Nothing(); });
                },
            .writeError = writeResetError,
            .otherwise = resetByPage};
}

Translation<api::Me> me()
{
    using Op = api::Me;
    const Route info{HttpMethod::Get, "/api/users/info"};
    const Route check{HttpMethod::Get, checkPath};
    return {.routes = {info, check},
            .writeRequest = [info](const Op &) { return jsonRequest(info.method, info.path); },
            .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
            .writeReply =
                [check](const api::User &user, const HttpRequest &asked) {
                    return asked.path == check.path ? said(200, true, QString(signedIn))
                                                    : said(200, true, Shown{user});
                },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return read<Shown>(reply).map([](const Shown &shown) { return shown.user; });
                }};
}

/// Each of these tells one thing of the server; a client asks who may sign up.
Translation<api::DescribeServer> describe()
{
    using Op = api::DescribeServer;
    const Route registration{HttpMethod::Get, "/api/users/settings/registrationstatus"};
    const Route oauth{HttpMethod::Get, "/api/oauth/status"};
    const Route install{HttpMethod::Get, "/api/install/check"};
    return {.routes = {registration, oauth, install},
            .writeRequest =
                [registration](const Op &) {
                    return jsonRequest(registration.method, registration.path);
                },
            .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
            .writeReply =
                [registration, install](const Op::Reply &server, const HttpRequest &asked) {
                    if (asked.path == install.path)
                        return said(200, true, QString());
                    return said(200, true, asked.path == registration.path && server.signUpOpen);
                },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return read<bool>(reply).map([](bool isOpen) {
                        api::ServerDescription server;
                        server.name = u"Manage My Damn Life"_s;
                        server.wires = {u"mmdl"_s};
                        server.signUpOpen = isOpen;
                        return server;
                    });
                }};
}

Secret tokenOf(const api::TokenFacts &facts)
{
    const QByteArray id =
        QCryptographicHash::hash(facts.random, QCryptographicHash::Sha512).toHex();
    return Secret(QByteArray(hashOf(facts.login).toLatin1() + ':' + id));
}

Result<Secret> takeCredential(const HttpHeaders &headers)
{
    constexpr QByteArrayView scheme = "Basic ";
    const QByteArray field = headers.value("Authorization");
    const auto pair = field.startsWith(scheme)
                          ? QByteArray::fromBase64Encoding(field.sliced(scheme.size()),
                                                           QByteArray::AbortOnBase64DecodingErrors)
                          : QByteArray::FromBase64Result();
    if (!field.startsWith(scheme) || !pair || pair.decoded.count(':') != 1)
        return failure(Error::of(Kind::Unauthorized, u"notSignedIn"_s));
    return Secret(pair.decoded);
}

} // namespace

Wire mmdlWire()
{
    Wire wire;
    wire.name = u"mmdl"_s;
    wire.prefix = "/mmdl";
    wire.putCredential = [](HttpRequest &request, const Secret &token) {
        request.headers.add("Authorization", "Basic " + token.reveal().toBase64());
    };
    wire.takeCredential = takeCredential;
    wire.sessions.realm = "mmdl";
    wire.sessions.makeToken = tokenOf;
    wire.writeError = writeError;
    wire.readError = readError;
    wire.isSuccess = [](int status) { return status == 200; };
    wire.resetsByName = true;
    wire.knows<api::DescribeServer>(describe());
    wire.knows<api::SignUp>(signUp());
    wire.knows<api::SignIn>(signIn());
    wire.knows<api::RequestPasswordReset>(requestOtp());
    wire.knows<api::ResetPassword>(reset());
    wire.knows<api::Me>(me());
    wire.knows<api::ListAccounts>(listAccounts());
    wire.knows<api::RemoveAccount>(removeAccount());
    wire.knows<api::ListPreferences>(listPreferences());
    wire.knows<api::SetPreference>(setPreference());
    wire.knows<api::ShowServerSettings>(showServerSettings());
    wire.knows<api::EditServerSettings>(editServerSettings());
    return wire;
}

} // namespace latchkey::wire
