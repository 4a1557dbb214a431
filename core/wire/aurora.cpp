#include "wire/aurora.h"

#include "api/limitcodes.h"
#include "api/names.h"
#include "wire/askingdevice.h"
#include "wire/jsonbody.h"
#include "wire/problem.h"

#include <ranges>

namespace latchkey::wire {

using Kind = Error::Kind;

namespace {

constexpr int oldest = 2;
constexpr int firstWithUserInfo = 7;
constexpr int firstWithoutDuplicates = 6; ///< its sign-up has no word for what is taken
constexpr int firstWithSpeech = 11;

// A closed list: the vendor's own clients take no other words.
constexpr QLatin1StringView
    malformed("One or more API parameters are malformed. Please check your request and try again");
constexpr QLatin1StringView invalid("Invalid username, password, or access token");
constexpr QLatin1StringView duplicate("Username or email already in use");
constexpr QLatin1StringView quotaExceeded(
    "You have exceeded your Message/TTS quota. To send more messages, please upgrade your plan or "
    "wait until your subscription renews.");

QByteArray pathOf(int version, const QByteArray &what)
{
    return "/api/v" + QByteArray::number(version) + '/' + what;
}

int versionOf(const QByteArray &path)
{
    return path.split('/').at(2).sliced(1).toInt();
}

QList<Route> routesFrom(int first, HttpMethod method, const QByteArray &what)
{
    QList<Route> routes;
    for (int version = first; version <= auroraNewest; ++version)
        routes << Route{method, pathOf(version, what)};
    return routes;
}

HttpRequest requestFor(HttpMethod method, int version, const QByteArray &what)
{
    return {.method = method,
            .path = pathOf(version, what),
            .headers = {{"Accept", "application/json"}}};
}

HttpReply said(int status, QLatin1StringView text)
{
    JsonWriter json;
    json.beginObject();
    json.key("success");
    json.value(false);
    json.key("error");
    json.value(QString(text));
    json.endObject();
    return jsonReply(status, json.take());
}

/// What the list has no word for.
HttpReply saidOtherwise(int status, const Error &error)
{
    JsonWriter json;
    json.beginObject();
    json.key("statusCode");
    json.value(qint64(status));
    json.key("error");
    json.value(nameOf(error.kind));
    json.key("message");
    json.value(error.code);
    json.endObject();
    HttpReply reply = jsonReply(status, json.take());
    if (error.retryAfter)
        reply.headers.add("Retry-After", QByteArray::number(qint64(error.retryAfter->count())));
    return reply;
}

HttpReply writeError(const Error &error, const Route &)
{
    switch (error.kind) {
    case Kind::Unauthorized:
    case Kind::StepUpNeeded:
    case Kind::Forbidden:
        return said(401, invalid);
    case Kind::RateLimited:
        return api::limitsOneAct(error.code) ? said(401, invalid) : saidOtherwise(429, error);
    case Kind::NotFound:
        return saidOtherwise(404, error);
    case Kind::Conflict:
    case Kind::Rejected:
        return error.status == 405 ? saidOtherwise(404, error) : said(400, malformed);
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Cancelled:
    case Kind::Server:
    case Kind::Protocol:
        return saidOtherwise(problemStatus(error), error);
    }
    Q_UNREACHABLE();
}

/// It has no word for who may not sign up, and one for what is taken up to version 5.
HttpReply writeSignUpError(const Error &error, const Route &route)
{
    if (error.kind == Kind::Conflict && versionOf(route.path) < firstWithoutDuplicates)
        return said(401, duplicate);
    const bool isNothingSaid = error.kind == Kind::Conflict || error.kind == Kind::Forbidden ||
                               (error.kind == Kind::RateLimited && api::limitsOneAct(error.code));
    return isNothingSaid ? said(400, malformed) : writeError(error, route);
}

QString wordsOf(const HttpReply &reply)
{
    const auto node = JsonNode::parse(reply.body);
    const auto text = node.and_then([](const JsonNode &body) { return body.member(u"error"_s); })
                          .and_then([](const JsonNode &member) { return member.text(); });
    return text.value_or(QString());
}

Error readError(const HttpReply &reply)
{
    const QString words = wordsOf(reply);
    Error error = readProblem(reply);
    if (words == invalid)
        error.code = u"tokenUnknown"_s;
    else if (words == malformed)
        error.code = u"malformedRequest"_s;
    else if (words == quotaExceeded)
        error.code = u"quotaExceeded"_s;
    else if (words == duplicate) {
        error.kind = Kind::Conflict;
        error.code = u"nameOrEmailTaken"_s;
    }
    return error;
}

Error readSignInError(const HttpReply &reply)
{
    Error error = readError(reply);
    if (error.code == "tokenUnknown"_L1)
        error.code = u"wrongCredentials"_s;
    return error;
}

/// From version 6 on, an address that is taken is told like any other fault.
Error readSignUpError(const HttpReply &reply)
{
    Error error = readError(reply);
    if (error.code == "malformedRequest"_L1)
        error.code = u"signUpRefused"_s;
    return error;
}

HttpReply writeToken(const Secret &token)
{
    JsonWriter json;
    json.beginObject();
    json.key("success");
    json.value(true);
    json.key("accessToken");
    json.value(token.revealText());
    json.endObject();
    return jsonReply(200, json.take());
}

/// `success` may be missing, and is true then.
Result<Nothing> mustBeSuccess(const JsonNode &node)
{
    std::optional<bool> isSuccess;
    return readMember(node, u"success"_s, isSuccess).and_then([&](Nothing) -> Result<Nothing> {
        if (isSuccess.value_or(true))
            return Nothing();
        return failure(node.refuse(u"unknownValue"_s, u"no success, and no error"_s));
    });
}

template <class T, class Read>
Result<T> readSuccess(const HttpReply &reply, Read read)
{
    return jsonOf(reply)
        .and_then([&](const JsonNode &node) {
            return mustBeSuccess(node).and_then([&](Nothing) { return read(node); });
        })
        .map_error([&](const Error &error) { return brokenReply(error, reply); });
}

/// Who signed in is whoever asked to.
Result<api::SignedIn> readToken(const HttpReply &reply, const api::User &user,
                                const api::Device &device, api::Proof proof)
{
    return readSuccess<api::SignedIn>(reply, [&](const JsonNode &node) {
        api::SignedIn begun;
        begun.user = user;
        begun.session.device = device;
        begun.session.proof = proof;
        begun.session.current = true;
        return readMember(node, u"accessToken"_s, begun.token, {1, 4096}).map([&](Nothing) {
            return begun;
        });
    });
}

/// Its e-mail stands where an account has no user name.
api::User userCalled(const QString &name)
{
    api::User user;
    user.name = name;
    (api::isEmail(name) ? user.email : user.userName.emplace()) = name;
    return user;
}

Translation<api::SignIn> signIn(int version)
{
    using Op = api::SignIn;
    return {.routes = routesFrom(oldest, HttpMethod::Post, "login"),
            .writeRequest =
                [version](const Op &op) {
                    HttpRequest request = requestFor(HttpMethod::Post, version, "login");
                    JsonWriter json;
                    json.beginObject();
                    json.key("username");
                    json.value(op.login);
                    json.key("password");
                    json.value(op.password.revealText());
                    json.endObject();
                    putJson(request, json.take());
                    return request;
                },
            .readRequest = [](const HttpRequest &request, const PathParameters &) -> Result<Op> {
                Op op;
                op.takesChallenge = false;
                op.device = askingDevice(request.headers, u"Aurora"_s);
                return jsonOf(request)
                    .and_then([&](const JsonNode &node) {
                        return readMember(node, u"username"_s, op.login, api::loginLimits)
                            .and_then([&](Nothing) {
                                return readMember(node, u"password"_s, op.password,
                                                  api::passwordLimits);
                            });
                    })
                    .map([&](Nothing) { return op; });
            },
            .writeReply = [](const api::SignInProgress &reply,
                             const HttpRequest &) { return writeToken(reply.signedIn->token); },
            .readReply =
                [](const HttpReply &reply, const Op &asked) {
                    return readToken(reply, userCalled(asked.login), asked.device,
                                     api::Proof::Password)
                        .map([](const api::SignedIn &begun) {
                            return api::SignInProgress{begun, {}, {}};
                        });
                },
            .readError = readSignInError};
}

Translation<api::SignUp> signUp(int version)
{
    using Op = api::SignUp;
    return {
        .routes = routesFrom(oldest, HttpMethod::Post, "signup"),
        .writeRequest =
            [version](const Op &op) {
                HttpRequest request = requestFor(HttpMethod::Post, version, "signup");
                JsonWriter json;
                json.beginObject();
                json.key("username");
                json.value(op.userName.value_or(op.name));
                json.key("email");
                json.value(op.email);
                json.key("password");
                json.value(op.password.revealText());
                json.endObject();
                putJson(request, json.take());
                return request;
            },
        .readRequest = [](const HttpRequest &request, const PathParameters &) -> Result<Op> {
            Op op;
            op.answersAtOnce = true;
            op.device = askingDevice(request.headers, u"Aurora"_s);
            return jsonOf(request)
                .and_then([&](const JsonNode &node) {
                    return readMember(node, u"username"_s, op.name, api::userNameLimits)
                        .and_then([&](Nothing) {
                            return readMember(node, u"email"_s, op.email, api::emailLimits);
                        })
                        .and_then([&](Nothing) {
                            return readMember(node, u"password"_s, op.password,
                                              api::passwordLimits);
                        });
                })
                .map([&](Nothing) {
                    op.userName = op.name;
                    return op;
                });
        },
        .writeReply = [](const api::SignUpProgress &reply,
                         const HttpRequest &) { return writeToken(reply.signedIn->token); },
        .readReply =
            [](const HttpReply &reply, const Op &asked) {
                api::User user = userCalled(asked.userName.value_or(asked.name));
                user.name = asked.name;
                user.email = asked.email;
                return readToken(reply, user, asked.device, api::Proof::SignUp)
                    .map([](const api::SignedIn &begun) { return api::SignUpProgress{begun, {}}; });
            },
        .writeError = writeSignUpError,
        .readError = readSignUpError};
}

HttpReply writeInfo(const api::User &user, const HttpRequest &asked)
{
    JsonWriter json;
    json.beginObject();
    json.key("success");
    json.value(true);
    json.key("username");
    json.value(api::loginOf(user));
    json.key("email");
    json.value(user.email);
    if (versionOf(asked.path) >= firstWithSpeech) {
        json.key("autoExecuteTts"); // nothing is spoken here
        json.value(false);
    }
    json.endObject();
    return jsonReply(200, json.take());
}

Translation<api::Me> me(int version)
{
    using Op = api::Me;
    return {.routes = routesFrom(firstWithUserInfo, HttpMethod::Get, "user/info"),
            .writeRequest =
                [version](const Op &) { return requestFor(HttpMethod::Get, version, "user/info"); },
            .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
            .writeReply = writeInfo,
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return readSuccess<api::User>(reply, [](const JsonNode &node) {
                        QString name;
                        QString email;
                        return readMember(node, u"username"_s, name, {}, Speaker::Answerer)
                            .and_then([&](Nothing) {
                                return readMember(node, u"email"_s, email, {}, Speaker::Answerer);
                            })
                            .map([&](Nothing) {
                                api::User user = userCalled(name);
                                user.email = email;
                                return user;
                            });
                    });
                }};
}

/// All of it is always said; what is so already is no change.
HttpRequest writeEdit(const api::EditAccount &op, int version)
{
    HttpRequest request = requestFor(HttpMethod::Put, version, "user/info");
    JsonWriter json;
    json.beginObject();
    json.key("username");
    json.value(op.userName.value_or(QString()));
    json.key("email");
    json.value(op.email.value_or(QString()));
    if (version >= firstWithSpeech) {
        json.key("autoExecuteTts");
        json.value(false);
    }
    json.key("password");
    json.value(op.password.value_or(Secret()).revealText());
    json.endObject();
    putJson(request, json.take());
    return request;
}

Translation<api::EditAccount> edit(int version)
{
    using Op = api::EditAccount;
    return {
        .routes = routesFrom(firstWithUserInfo, HttpMethod::Put, "user/info"),
        .writeRequest = [version](const Op &op) { return writeEdit(op, version); },
        .readRequest = [](const HttpRequest &request, const PathParameters &) -> Result<Op> {
            Op op;
            std::optional<bool> speaks; // of version 11, and not of all its clients
            return jsonOf(request)
                .and_then([&](const JsonNode &node) {
                    return readMember(node, u"username"_s, op.userName.emplace(), api::loginLimits)
                        .and_then([&](Nothing) {
                            return readMember(node, u"email"_s, op.email.emplace(),
                                              api::emailLimits);
                        })
                        .and_then([&](Nothing) {
                            return readMember(node, u"password"_s, op.password.emplace(),
                                              api::passwordLimits);
                        })
                        .and_then(
                            [&](Nothing) { return readMember(node, u"autoExecuteTts"_s, speaks); });
                })
                .map([&](Nothing) { return op; });
        },
        .writeReply = [](const api::User &,
                         const HttpRequest &) { return jsonReply(200, R"({"success":true})"); },
        .readReply =
            [](const HttpReply &reply, const Op &asked) {
                return readSuccess<api::User>(reply, [&](const JsonNode &) -> Result<api::User> {
                    api::User user = userCalled(asked.userName.value_or(QString()));
                    user.email = asked.email.value_or(user.email);
                    return user;
                });
            }};
}

} // namespace

Wire auroraWire(int version)
{
    Wire wire;
    wire.name = u"aurora"_s;
    wire.prefix = "/aurora";
    wire.putCredential = [](HttpRequest &request, const Secret &token) {
        request.headers.add("x-access-token", token.reveal());
    };
    wire.takeCredential = [](const HttpHeaders &headers) -> Result<Secret> {
        const QByteArray token = headers.value("x-access-token");
        if (token.isEmpty())
            return failure(Error::of(Kind::Unauthorized, u"notSignedIn"_s));
        return Secret(token);
    };
    wire.sessions.realm = "aurora";
    wire.sessions.makeToken = [](const api::TokenFacts &facts) {
        return Secret(facts.random.first(24).toHex()); // 48 letters and digits
    };
    wire.writeError = writeError;
    wire.readError = readError;
    wire.isSuccess = [](int status) { return status == 200; };
    wire.knows<api::SignIn>(signIn(version));
    wire.knows<api::SignUp>(signUp(version == auroraPublished ? oldest : version));
    if (version >= firstWithUserInfo) {
        wire.knows<api::Me>(me(version));
        wire.knows<api::EditAccount>(edit(version));
    }
    return wire;
}

} // namespace latchkey::wire
