#include "wire/oneshot.h"

#include "api/describe.h"
#include "api/email.h"
#include "api/profile.h"
#include "wire/entering.h"
#include "wire/words.h"

#include <QUuid>

namespace latchkey::wire {

using Kind = Error::Kind;

namespace {

// Its server's own framework answers for bodies that it can't read, in a form of its own.
constexpr QLatin1StringView unreadableBody("unreadableBody");

constexpr QLatin1StringView idPrefix("usr_");
constexpr auto idForm = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Names are compared as they are, and none is too short to be asked for.
constexpr api::Limits nameLimits{0, 254};
constexpr api::Limits passwordLimits{0, 1024};

/// Our ids are 128 bits, which is what a UUID holds.
QString uuidOf(const api::UserId &id)
{
    const QByteArray bits =
        QByteArray::fromBase64(id.text().sliced(idPrefix.size()).toLatin1(), idForm);
    return QUuid::fromRfc4122(bits).toString(QUuid::WithoutBraces);
}

std::optional<QUuid> readUuid(const QString &text)
{
    const auto uuid = text.size() == 36 ? QUuid::fromString(text) : QUuid();
    return uuid.isNull() ? std::nullopt : std::optional(uuid);
}

std::optional<api::UserId> readId(const QString &text)
{
    const auto uuid = readUuid(text);
    if (!uuid)
        return std::nullopt;
    return api::UserId(idPrefix + QString::fromLatin1(uuid->toRfc4122().toBase64(idForm)));
}

/// With microseconds.
QString momentOf(Timestamp moment)
{
    return toRfc3339(moment).replace(u"Z"_s, u"000Z"_s);
}

using api::field;
using api::fieldList;

constexpr auto refusalBody = fieldList(field("message", &Words::text));
constexpr auto tokenBody = fieldList(field("token", &api::SignedIn::token, api::Limits{1, 4096}));
constexpr auto loginBody = fieldList(field("name", &api::SignIn::login, nameLimits),
                                     field("password", &api::SignIn::password, passwordLimits));
constexpr auto signUpBody =
    fieldList(joiningName("name", nameLimits), field("email", &api::SignUp::email, nameLimits),
              field("password", &api::SignUp::password, passwordLimits));
constexpr auto changesBody =
    fieldList(field("name", &api::EditAccount::userName, nameLimits),
              field("password", &api::EditAccount::password, passwordLimits));

/// Azuma knows no e-mail at all.
constexpr auto azumaSignUpBody = fieldList(
    joiningName("name", nameLimits), field("password", &api::SignUp::password, passwordLimits));

constexpr auto id = told(
    "id", [](const auto &who) { return uuidOf(who.id); },
    [](auto &who, const QString &read) {
        const auto known = readId(read);
        who.id = known.value_or(api::UserId());
        return known.has_value();
    });
constexpr auto createdAt = told(
    "created_at", [](const auto &who) { return momentOf(who.createdAt); },
    [](auto &who, const QString &read) {
        const auto moment = fromRfc3339(read);
        who.createdAt = moment.value_or(Timestamp());
        return moment.has_value();
    });
constexpr auto presence = told( // of which nothing is known here
    "onlinestatus", [](const auto &) { return std::optional(u"OFFLINE"_s); },
    [](auto &, const QString &) { return true; });
constexpr auto accountBody = fieldList(id, calling("name"), createdAt);
constexpr auto shownAccountBody = std::tuple_cat(fieldList(presence), accountBody);

// These two only tell that it is one of them.
constexpr auto authors = told(
    "authors", [](const auto &) { return QList{u"The Latchkey founders"_s}; },
    [](auto &, const QList<QString> &) { return true; });
constexpr auto license = told(
    "license", [](const auto &) { return u"MIT"_s; }, [](auto &, const QString &) { return true; });
constexpr auto indexBody =
    fieldList(field("name", &api::ServerDescription::name),
              field("version", &api::ServerDescription::version), authors, license);

constexpr std::array meanings{Meaning{"UNAUTHORIZED"_L1, "tokenUnknown"_L1},
                              Meaning{"ALREADY_EXISTS"_L1, "nameOrEmailTaken"_L1},
                              Meaning{"NOT_FOUND"_L1, "userUnknown"_L1},
                              Meaning{"BAD_REQUEST"_L1, "malformedRequest"_L1}};
/// Two answers there, and one to people: nobody needs to learn which names exist.
constexpr std::array meaningsAtSignIn{
    Meaning{"FORBIDDEN"_L1, "wrongCredentials"_L1, Kind::Unauthorized},
    Meaning{"NOT_FOUND"_L1, "wrongCredentials"_L1, Kind::Unauthorized}, meanings[0], meanings[3]};

HttpReply said(int status, const QString &code)
{
    return jsonReply(status, bodyOf(Words{code}, refusalBody));
}

HttpReply writeError(const Error &error, const Route &)
{
    if (error.code == unreadableBody) {
        return {.status = 400,
                .headers = {{"Content-Type", "text/plain; charset=utf-8"}},
                .body = error.detail.toUtf8()};
    }
    switch (error.kind) {
    case Kind::Unauthorized:
    case Kind::StepUpNeeded:
        return said(401, u"UNAUTHORIZED"_s);
    case Kind::Forbidden:
    case Kind::RateLimited:
        return said(403, u"FORBIDDEN"_s);
    case Kind::NotFound:
        return said(404, u"NOT_FOUND"_s);
    case Kind::Conflict:
        return said(409, u"ALREADY_EXISTS"_s);
    case Kind::Rejected:
        return error.status == 405 ? said(404, u"NOT_FOUND"_s) : said(400, u"BAD_REQUEST"_s);
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Cancelled:
    case Kind::Server:
    case Kind::Protocol:
        return said(500, u"INTERNAL_SERVER_ERROR"_s);
    }
    Q_UNREACHABLE();
}

/// As its framework says it.
HttpReply refuseBody(quint64 size, quint64 limit)
{
    const QString words = u"JSON payload (%1 bytes) is larger than allowed (limit: %2 bytes)."_s;
    return {.status = 413,
            .headers = {{"Content-Type", "text/plain; charset=utf-8"}},
            .body = words.arg(size).arg(limit).toUtf8()};
}

/// A wrong password is forbidden there, and a name that could be nobody's is nobody's.
HttpReply writeSignInError(const Error &error, const Route &route)
{
    if (error.kind == Kind::Unauthorized)
        return said(403, u"FORBIDDEN"_s);
    if (error.kind == Kind::Rejected && error.field == "login"_L1)
        return said(404, u"NOT_FOUND"_s);
    return writeError(error, route);
}

Error unreadable(const QString &words)
{
    return Error::rejected(unreadableBody, {}, words);
}

/// Where a document ends, as the framework counts.
QString endOf(const QByteArray &document)
{
    const QByteArray text = document.trimmed();
    return u" at line %1 column %2"_s.arg(text.count('\n') + 1)
        .arg(text.size() - text.lastIndexOf('\n') - 1);
}

/// As the framework calls what isn't a string.
QString kindOf(const JsonNode &node)
{
    if (const auto truth = node.boolean())
        return u"boolean `%1`"_s.arg(*truth ? u"true"_s : u"false"_s);
    if (const auto number = node.integer())
        return u"integer `%1`"_s.arg(*number);
    if (const auto number = node.number())
        return u"floating point `%1`"_s.arg(*number);
    if (node.isNull())
        return u"null"_s;
    return node.items() ? u"sequence"_s : u"map"_s;
}

/// Also one that is null, which elsewhere is as good as none.
std::optional<JsonNode> memberOf(const JsonNode &node, const QString &name)
{
    const auto members = node.members();
    if (!members)
        return std::nullopt;
    for (const auto &[there, member] : *members) {
        if (there == name)
            return member;
    }
    return std::nullopt;
}

Error unreadableMember(const Error &error, const JsonNode &node, const QByteArray &document)
{
    const auto found = memberOf(node, error.field);
    const QString words = !found ? u"missing field `%1`"_s.arg(error.field)
                          : found->text()
                              ? u"invalid value for `%1`, expected a string"_s.arg(error.field)
                              : u"invalid type: %1, expected a string"_s.arg(kindOf(*found));
    return unreadable(u"Json deserialize error: "_s + words + endOf(document));
}

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    const QByteArray subtype = type.sliced(type.indexOf('/') + 1);
    return type.contains('/') && (subtype == "json" || subtype.endsWith("+json"));
}

template <class Members, class Op>
Result<Op> readForm(const HttpRequest &request, const Members &members, Op op)
{
    if (!isJson(request.headers.value("Content-Type")))
        return failure(unreadable(u"Content type error"_s));
    const auto node = JsonNode::parse(request.body);
    if (!node) {
        return failure(
            unreadable(u"Json deserialize error: expected an object"_s + endOf(request.body)));
    }
    return readBody(*node, members, std::move(op), Speaker::Asker)
        .map_error(
            [&](const Error &error) { return unreadableMember(error, *node, request.body); });
}

Translation<api::SignUp> signUp()
{
    using Op = api::SignUp;
    return {.routes = {{HttpMethod::Post, "/users"}, {HttpMethod::Post, "/user/register"}},
            .writeRequest =
                [](const Op &op) {
                    return jsonRequest(HttpMethod::Post, "/users", bodyOf(op, signUpBody));
                },
            .readRequest = [](const HttpRequest &request, const PathParameters &) -> Result<Op> {
                Op op = joiningBy(request, u"OneShot"_s);
                op.takesCode = false;
                if (request.path == "/users")
                    return readForm(request, signUpBody, op);
                op.email = api::nobodysEmail();
                return readForm(request, azumaSignUpBody, op);
            },
            .writeReply =
                [](const Op::Reply &reply, const HttpRequest &) {
                    return jsonReply(201, bodyOf(*reply.signedIn, tokenBody));
                },
            .readReply = [](const HttpReply &reply,
                            const Op &asked) { return readBegun(reply, tokenBody, asked); }};
}

Translation<api::SignIn> signIn()
{
    using Op = api::SignIn;
    return {.routes = {{HttpMethod::Post, "/user/login"}},
            .writeRequest =
                [](const Op &op) {
                    return jsonRequest(HttpMethod::Post, "/user/login", bodyOf(op, loginBody));
                },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    Op op = enteringBy(request, u"OneShot"_s);
                    op.tellsUnknown = true;
                    return readForm(request, loginBody, op);
                },
            .writeReply =
                [](const Op::Reply &reply, const HttpRequest &) {
                    return jsonReply(200, bodyOf(*reply.signedIn, tokenBody));
                },
            .readReply = [](const HttpReply &reply,
                            const Op &asked) { return readBegun(reply, tokenBody, asked); },
            .writeError = writeSignInError,
            .readError = readWords(refusalBody, meaningsAtSignIn)};
}

Translation<api::EditAccount> edit()
{
    using Op = api::EditAccount;
    return {
        .routes = {{HttpMethod::Patch, "/user/update"}},
        .writeRequest =
            [](const Op &op) {
                return jsonRequest(HttpMethod::Patch, "/user/update", bodyOf(op, changesBody));
            },
        .readRequest = [](const HttpRequest &request,
                          const PathParameters &) { return readForm(request, changesBody, Op()); },
        .writeReply = [](const api::User &user,
                         const HttpRequest &) { return jsonReply(200, bodyOf(user, accountBody)); },
        .readReply = [](const HttpReply &reply,
                        const Op &) { return readBody<api::User>(reply, accountBody); }};
}

Translation<api::Me> me()
{
    using Op = api::Me;
    return {.routes = {{HttpMethod::Get, "/user/self"}},
            .writeRequest = [](const Op &) { return jsonRequest(HttpMethod::Get, "/user/self"); },
            .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
            .writeReply =
                [](const api::User &user, const HttpRequest &) {
                    return jsonReply(200, bodyOf(user, shownAccountBody));
                },
            .readReply = [](const HttpReply &reply,
                            const Op &) { return readBody<api::User>(reply, accountBody); }};
}

Translation<api::ShowUser> showUser()
{
    using Op = api::ShowUser;
    return {.routes = {{HttpMethod::Get, "/user/{id}"}},
            .writeRequest =
                [](const Op &op) {
                    return jsonRequest(HttpMethod::Get, "/user/" + uuidOf(op.id).toLatin1());
                },
            .readRequest = [](const HttpRequest &, const PathParameters &parameters) -> Result<Op> {
                if (const auto known = readId(parameters.value(u"id"_s)))
                    return Op{*known};
                return failure(Error::rejected(u"wrongType"_s, u"id"_s, u"expected a UUID"_s));
            },
            .writeReply =
                [](const api::UserCard &card, const HttpRequest &) {
                    api::User user = userCalled(card.userName.value_or(card.name));
                    user.id = card.id;
                    user.createdAt = card.createdAt;
                    return jsonReply(200, bodyOf(user, shownAccountBody));
                },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return readBody<api::User>(reply, accountBody).map([](const api::User &user) {
                        return api::cardOf(user);
                    });
                }};
}

Translation<api::DescribeServer> describe()
{
    using Op = api::DescribeServer;
    return {
        .routes = {{HttpMethod::Get, "/"}},
        .writeRequest = [](const Op &) { return jsonRequest(HttpMethod::Get, "/"); },
        .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
        .writeReply = [](const api::ServerDescription &server,
                         const HttpRequest &) { return jsonReply(200, bodyOf(server, indexBody)); },
        .readReply =
            [](const HttpReply &reply, const Op &) {
                api::ServerDescription server;
                server.wires = {u"oneshot"_s};
                return readBody(reply, indexBody, server);
            }};
}

} // namespace

Wire oneShotWire()
{
    Wire wire;
    wire.name = u"oneshot"_s;
    wire.prefix = "/oneshot";
    wire.putCredential = [](HttpRequest &request, const Secret &token) {
        request.headers.add("Authorization", "Bearer " + token.reveal());
    };
    wire.takeCredential = [](const HttpHeaders &headers) -> Result<Secret> {
        constexpr QByteArrayView scheme = "Bearer "; // in just these letters
        const QByteArray field = headers.value("Authorization");
        const auto uuid = field.startsWith(scheme)
                              ? readUuid(QString::fromLatin1(field.sliced(scheme.size())))
                              : std::nullopt;
        if (!uuid)
            return failure(Error::of(Kind::Unauthorized, u"notSignedIn"_s));
        return Secret(uuid->toByteArray(QUuid::WithoutBraces));
    };
    wire.sessions.realm = "oneshot";
    wire.sessions.makeToken = [](const api::TokenFacts &facts) {
        QByteArray bits = facts.random.first(16);
        bits[6] = char((bits[6] & 0x0f) | 0x40); // RFC 9562, 5.4: version 4
        bits[8] = char((bits[8] & 0x3f) | 0x80);
        return Secret(QUuid::fromRfc4122(bits).toByteArray(QUuid::WithoutBraces));
    };
    wire.sessions.firstLife = std::chrono::minutes(5);
    wire.sessions.idle = std::chrono::days(14);
    wire.writeError = writeError;
    wire.refuseBody = refuseBody;
    wire.readError = readWords(refusalBody, meanings);
    wire.isSuccess = [](int status) { return status == 200 || status == 201; };
    wire.knows<api::DescribeServer>(describe());
    wire.knows<api::SignUp>(signUp());
    wire.knows<api::SignIn>(signIn());
    wire.knows<api::Me>(me());
    wire.knows<api::EditAccount>(edit());
    wire.knows<api::ShowUser>(showUser());
    return wire;
}

} // namespace latchkey::wire
