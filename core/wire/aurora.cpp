#include "wire/aurora.h"

#include "api/limitcodes.h"
#include "api/plans.h"
#include "api/profile.h"
#include "wire/entering.h"
#include "wire/metered.h"
#include "wire/problem.h"
#include "wire/words.h"

#include <algorithm>

namespace latchkey::wire {

using Kind = Error::Kind;

namespace {

constexpr int oldest = 2;
constexpr int firstWithUserInfo = 7;
constexpr int firstWithoutDuplicates = 6; ///< its sign-up has no word for what is taken
constexpr int firstWithQuota = 9;
constexpr int firstWithSpeech = 11;

// A closed list: the vendor's own clients take no other words.
constexpr QLatin1StringView
    malformed("One or more API parameters are malformed. Please check your request and try again");
constexpr QLatin1StringView invalid("Invalid username, password, or access token");
constexpr QLatin1StringView duplicate("Username or email already in use");
constexpr QLatin1StringView quotaExceeded(
    "You have exceeded your Message/TTS quota. To send more messages, please upgrade your plan or "
    "wait until your subscription renews.");

using api::field;
using api::fieldList;

constexpr auto success = always("success", true);
constexpr auto refusalBody = fieldList(always("success", false), field("error", &Words::text));
constexpr auto tokenBody =
    fieldList(success, field("accessToken", &api::SignedIn::token, api::Limits{1, 4096}));
constexpr auto loginBody =
    fieldList(field("username", &api::SignIn::login, api::loginLimits),
              field("password", &api::SignIn::password, api::passwordLimits));
constexpr auto signUpBody =
    fieldList(joiningName("username", api::userNameLimits),
              field("email", &api::SignUp::email, api::emailLimits),
              field("password", &api::SignUp::password, api::passwordLimits));

constexpr QLatin1StringView speechName("aurora.autoExecuteTts");
constexpr QLatin1StringView voiceName("aurora.preferredTtsCharacter");

QString kept(const QList<api::Preference> &all, QLatin1StringView name)
{
    const auto one = std::ranges::find_if(
        all, [name](const api::Preference &preference) { return preference.name == name; });
    return one == all.end() ? QString() : one->value;
}

void keep(api::User &user, const api::Preference &told)
{
    if (!told.value.isEmpty())
        user.preferences << told;
}

void keep(api::EditAccount &edit, const api::Preference &asked)
{
    edit.preferences << asked;
}

// From version 11 on it is asked whether answers are spoken, and its first clients asked by which
// voice; here nothing is, but it is kept for them. All those clients share their paths, and none
// takes less than it knows.
constexpr auto speech = told(
    "autoExecuteTts",
    [](const auto &value) {
        return std::optional(kept(value.preferences, speechName) == "true"_L1);
    },
    [](auto &value, bool read) {
        keep(value, {speechName, read ? u"true"_s : QString()});
        return true;
    });
constexpr auto voice = told(
    "preferredTtsCharacter",
    [](const auto &value) {
        return std::optional(kept(value.preferences, voiceName).toLongLong());
    },
    [](auto &value, qint64 read) {
        keep(value, {voiceName, read == 0 ? QString() : QString::number(read)});
        return true;
    });
constexpr auto infoBody =
    fieldList(success, calling("username"), field("email", &api::User::email));
constexpr auto infoWithSpeechBody = std::tuple_cat(infoBody, fieldList(speech, voice));

// All of it is always said; what is so already is no change.
constexpr auto newName = needed("username", &api::EditAccount::userName, api::loginLimits);
constexpr auto newEmail = needed("email", &api::EditAccount::email, api::emailLimits);
constexpr auto newPassword = needed("password", &api::EditAccount::password, api::passwordLimits);
constexpr auto changesBody = fieldList(newName, newEmail, newPassword);
constexpr auto changesWithSpeechBody = fieldList(newName, newEmail, speech, newPassword);
constexpr auto readChangesBody = std::tuple_cat(changesWithSpeechBody, fieldList(voice));

constexpr auto quotaBody =
    fieldList(success, metered("quotaUsed", api::Resource::Messages, &api::Meter::used),
              metered("quotaMax", api::Resource::Messages, &api::Meter::limit),
              metered("ttsUsed", api::Resource::Speech, &api::Meter::used),
              metered("ttsMax", api::Resource::Speech, &api::Meter::limit),
              field("planName", &api::Plan::tier), ignored("isChristy", false));

// What the list has no word for.
struct Otherwise
{
    qint64 status;
    QString kind;
    QString code;

    static constexpr auto fields()
    {
        return fieldList(field("statusCode", &Otherwise::status), field("error", &Otherwise::kind),
                         field("message", &Otherwise::code));
    }
};

constexpr std::array meanings{Meaning{invalid, "tokenUnknown"_L1},
                              Meaning{malformed, "malformedRequest"_L1},
                              Meaning{quotaExceeded, "quotaExceeded"_L1},
                              Meaning{duplicate, "nameOrEmailTaken"_L1, Kind::Conflict}};
constexpr std::array meaningsAtSignIn{Meaning{invalid, "wrongCredentials"_L1}, meanings[1],
                                      meanings[2]};
/// From version 6 on, an address that is taken is told like any other fault.
constexpr std::array meaningsAtSignUp{Meaning{malformed, "signUpRefused"_L1}, meanings[0],
                                      meanings[2], meanings[3]};

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

HttpReply said(int status, QLatin1StringView text)
{
    return jsonReply(status, bodyOf(Words{text}, refusalBody));
}

HttpReply saidOtherwise(int status, const Error &error)
{
    const Otherwise words{status, nameOf(error.kind), error.code};
    HttpReply reply = jsonReply(status, bodyOf(words, Otherwise::fields()));
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

/// Whoever edits too often is still signed in: of a token that is invalid there would be none left.
HttpReply writeEditError(const Error &error, const Route &route)
{
    const bool isTooOften = error.kind == Kind::RateLimited && api::limitsOneAct(error.code);
    return isTooOften ? said(400, malformed) : writeError(error, route);
}

template <class Reply>
HttpReply writeToken(const Reply &reply, const HttpRequest &)
{
    return jsonReply(200, bodyOf(*reply.signedIn, tokenBody));
}

Translation<api::SignIn> signIn(int version)
{
    using Op = api::SignIn;
    return {.routes = routesFrom(oldest, HttpMethod::Post, "login"),
            .writeRequest =
                [version](const Op &op) {
                    return jsonRequest(HttpMethod::Post, pathOf(version, "login"),
                                       bodyOf(op, loginBody));
                },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    return readBody(request, loginBody, enteringBy(request, u"Aurora"_s));
                },
            .writeReply = writeToken<Op::Reply>,
            .readReply = [](const HttpReply &reply,
                            const Op &asked) { return readBegun(reply, tokenBody, asked); },
            .readError = readWords(refusalBody, meaningsAtSignIn)};
}

Translation<api::SignUp> signUp(int version)
{
    using Op = api::SignUp;
    return {.routes = routesFrom(oldest, HttpMethod::Post, "signup"),
            .writeRequest =
                [version](const Op &op) {
                    return jsonRequest(HttpMethod::Post, pathOf(version, "signup"),
                                       bodyOf(op, signUpBody));
                },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    Op op = joiningBy(request, u"Aurora"_s);
                    op.takesCode = false;
                    return readBody(request, signUpBody, op);
                },
            .writeReply = writeToken<Op::Reply>,
            .readReply = [](const HttpReply &reply,
                            const Op &asked) { return readBegun(reply, tokenBody, asked); },
            .writeError = writeSignUpError,
            .readError = readWords(refusalBody, meaningsAtSignUp)};
}

Translation<api::Me> me(int version)
{
    using Op = api::Me;
    return {.routes = routesFrom(firstWithUserInfo, HttpMethod::Get, "user/info"),
            .writeRequest =
                [version](const Op &) {
                    return jsonRequest(HttpMethod::Get, pathOf(version, "user/info"));
                },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    Op op;
                    if (versionOf(request.path) >= firstWithSpeech)
                        op.preferences = {speechName, voiceName};
                    return op;
                },
            .writeReply =
                [](const api::User &user, const HttpRequest &asked) {
                    const bool hasSpeech = versionOf(asked.path) >= firstWithSpeech;
                    return jsonReply(200, hasSpeech ? bodyOf(user, infoWithSpeechBody)
                                                    : bodyOf(user, infoBody));
                },
            .readReply = [](const HttpReply &reply,
                            const Op &) { return readBody<api::User>(reply, infoWithSpeechBody); }};
}

Translation<api::EditAccount> edit(int version)
{
    using Op = api::EditAccount;
    return {.routes = routesFrom(firstWithUserInfo, HttpMethod::Put, "user/info"),
            .writeRequest =
                [version](const Op &op) {
                    return jsonRequest(HttpMethod::Put, pathOf(version, "user/info"),
                                       version >= firstWithSpeech
                                           ? bodyOf(op, changesWithSpeechBody)
                                           : bodyOf(op, changesBody));
                },
            .readRequest =
                [](const HttpRequest &request,
                   const PathParameters &) { // not all clients of version 11 say all
                    Op op;
                    op.takesCode = false;
                    return readBody(request, readChangesBody, op);
                },
            .writeReply =
                [](const api::User &user, const HttpRequest &) {
                    return jsonReply(200, bodyOf(user, fieldList(success)));
                },
            .readReply =
                [](const HttpReply &reply, const Op &asked) {
                    api::User user = userCalled(asked.userName.value_or(QString()));
                    user.email = asked.email.value_or(user.email);
                    return readBody(reply, fieldList(success), user);
                },
            .writeError = writeEditError};
}

Translation<api::ShowPlan> quota(int version)
{
    using Op = api::ShowPlan;
    return {
        .routes = routesFrom(firstWithQuota, HttpMethod::Get, "user/quota"),
        .writeRequest =
            [version](const Op &) {
                return jsonRequest(HttpMethod::Get, pathOf(version, "user/quota"));
            },
        .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
        .writeReply = [](const api::Plan &plan,
                         const HttpRequest &) { return jsonReply(200, bodyOf(plan, quotaBody)); },
        .readReply = [](const HttpReply &reply,
                        const Op &) { return readBody<api::Plan>(reply, quotaBody); }};
}

/// A login that names nobody: it tries no password, and any version answers it alike.
Recognition recognition(int version)
{
    return {jsonRequest(HttpMethod::Post, pathOf(version, "login"), "{}"),
            [](const HttpReply &reply) {
                return reply.status == 400 && wordsOf(reply, refusalBody) == malformed;
            }};
}

} // namespace

QList<int> auroraVersions()
{
    QList<int> versions{auroraPublished};
    for (int version = auroraNewest; version >= oldest; --version) {
        if (version != auroraPublished)
            versions << version;
    }
    return versions;
}

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
    wire.readError = readWords(refusalBody, meanings);
    wire.isSuccess = [](int status) { return status == 200; };
    wire.recognition = recognition(version);
    wire.addresses = {u"https://api.chatbot.aurora-interactive.online:8443"_s,
                      u"https://chat-api.aurora-interactive.online:8443"_s};
    wire.letsSetRetries = true;
    wire.knows<api::SignIn>(signIn(version));
    wire.knows<api::SignUp>(signUp(version == auroraPublished ? oldest : version));
    if (version >= firstWithUserInfo) {
        wire.knows<api::Me>(me(version));
        wire.knows<api::EditAccount>(edit(version));
    }
    if (version >= firstWithQuota)
        wire.knows<api::ShowPlan>(quota(version));
    return wire;
}

} // namespace latchkey::wire
