#include "wire/oneshot.h"

#include "api/email.h"
#include "api/names.h"
#include "wire/askingdevice.h"
#include "wire/jsonbody.h"
#include "wire/problem.h"

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

HttpReply said(int status, const QString &code)
{
    JsonWriter json;
    json.beginObject();
    json.key("message");
    json.value(code);
    json.endObject();
    return jsonReply(status, json.take());
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

/// A wrong password is forbidden there, and a name that could be nobody's is nobody's.
HttpReply writeSignInError(const Error &error, const Route &route)
{
    if (error.kind == Kind::Unauthorized)
        return said(403, u"FORBIDDEN"_s);
    if (error.kind == Kind::Rejected && error.field == "login"_L1)
        return said(404, u"NOT_FOUND"_s);
    return writeError(error, route);
}

QString wordOf(const HttpReply &reply)
{
    const auto node = JsonNode::parse(reply.body);
    const auto text = node.and_then([](const JsonNode &body) { return body.member(u"message"_s); })
                          .and_then([](const JsonNode &member) { return member.text(); });
    return text.value_or(QString());
}

Error readError(const HttpReply &reply)
{
    const QString word = wordOf(reply);
    Error error = readProblem(reply);
    if (word == "UNAUTHORIZED"_L1)
        error.code = u"tokenUnknown"_s;
    else if (word == "ALREADY_EXISTS"_L1)
        error.code = u"nameOrEmailTaken"_s;
    else if (word == "NOT_FOUND"_L1)
        error.code = u"userUnknown"_s;
    else if (word == "BAD_REQUEST"_L1)
        error.code = u"malformedRequest"_s;
    return error;
}

/// Two answers there, and one to people: nobody needs to learn which names exist.
Error readSignInError(const HttpReply &reply)
{
    Error error = readError(reply);
    const QString word = wordOf(reply);
    if (word == "FORBIDDEN"_L1 || word == "NOT_FOUND"_L1) {
        error.kind = Kind::Unauthorized;
        error.code = u"wrongCredentials"_s;
    }
    return error;
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

Error unreadableMember(const Error &error, const QByteArray &document)
{
    const QString words = error.code == "missingField"_L1
                              ? u"missing field `%1`"_s.arg(error.field)
                              : u"invalid value for `%1`, expected a string"_s.arg(error.field);
    return unreadable(u"Json deserialize error: "_s + words + endOf(document));
}

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    const QByteArray subtype = type.sliced(type.indexOf('/') + 1);
    return type.contains('/') && (subtype == "json" || subtype.endsWith("+json"));
}

/// `read` takes the members from the object.
template <class Op, class Read>
Result<Op> readBody(const HttpRequest &request, Op op, Read read)
{
    if (!isJson(request.headers.value("Content-Type")))
        return failure(unreadable(u"Content type error"_s));
    const auto node = JsonNode::parse(request.body);
    if (!node) {
        return failure(
            unreadable(u"Json deserialize error: expected an object"_s + endOf(request.body)));
    }
    return read(*node, op).map([&](Nothing) { return op; }).map_error([&](const Error &error) {
        return unreadableMember(error, request.body);
    });
}

HttpRequest requestFor(HttpMethod method, const QByteArray &path)
{
    return {.method = method, .path = path, .headers = {{"Accept", "application/json"}}};
}

HttpReply writeToken(int status, const Secret &token)
{
    JsonWriter json;
    json.beginObject();
    json.key("token");
    json.value(token.revealText());
    json.endObject();
    return jsonReply(status, json.take());
}

template <class T, class Read>
Result<T> readObject(const HttpReply &reply, Read read)
{
    T value;
    return jsonOf(reply)
        .and_then([&](const JsonNode &node) -> Result<Nothing> { return read(node, value); })
        .map([&](Nothing) { return value; })
        .map_error([&](const Error &error) { return brokenReply(error, reply); });
}

/// Who signed in is whoever asked to.
Result<api::SignedIn> readToken(const HttpReply &reply, const api::User &user,
                                const api::Device &device, api::Proof proof)
{
    return readObject<api::SignedIn>(reply, [&](const JsonNode &node, api::SignedIn &begun) {
        begun.user = user;
        begun.session.device = device;
        begun.session.proof = proof;
        begun.session.current = true;
        return readMember(node, u"token"_s, begun.token, {1, 4096});
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

Translation<api::SignUp> signUp()
{
    using Op = api::SignUp;
    return {
        .routes = {{HttpMethod::Post, "/users"}, {HttpMethod::Post, "/user/register"}},
        .writeRequest =
            [](const Op &op) {
                HttpRequest request = requestFor(HttpMethod::Post, "/users");
                JsonWriter json;
                json.beginObject();
                json.key("name");
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
            Op asked;
            asked.answersAtOnce = true;
            asked.device = askingDevice(request.headers, u"OneShot"_s);
            // Azuma knows no e-mail at all.
            const bool isAzuma = request.path == "/user/register";
            const auto read = [isAzuma](const JsonNode &node, Op &op) {
                std::optional<QString> email;
                return readMember(node, u"name"_s, op.name, nameLimits)
                    .and_then([&](Nothing) {
                        return isAzuma ? readMember(node, u"email"_s, email, nameLimits)
                                       : readMember(node, u"email"_s, email.emplace(), nameLimits);
                    })
                    .and_then([&](Nothing) {
                        return readMember(node, u"password"_s, op.password, {0, 1024});
                    })
                    .map([&](Nothing) {
                        op.email = email ? *email : api::nobodysEmail();
                        op.userName = op.name;
                        return Nothing();
                    });
            };
            return readBody(request, std::move(asked), read);
        },
        .writeReply = [](const api::SignUpProgress &reply,
                         const HttpRequest &) { return writeToken(201, reply.signedIn->token); },
        .readReply =
            [](const HttpReply &reply, const Op &asked) {
                api::User user = userCalled(asked.userName.value_or(asked.name));
                user.name = asked.name;
                user.email = asked.email;
                return readToken(reply, user, asked.device, api::Proof::SignUp)
                    .map([](const api::SignedIn &begun) { return api::SignUpProgress{begun, {}}; });
            }};
}

Translation<api::SignIn> signIn()
{
    using Op = api::SignIn;
    return {
        .routes = {{HttpMethod::Post, "/user/login"}},
        .writeRequest =
            [](const Op &op) {
                HttpRequest request = requestFor(HttpMethod::Post, "/user/login");
                JsonWriter json;
                json.beginObject();
                json.key("name");
                json.value(op.login);
                json.key("password");
                json.value(op.password.revealText());
                json.endObject();
                putJson(request, json.take());
                return request;
            },
        .readRequest = [](const HttpRequest &request, const PathParameters &) -> Result<Op> {
            Op asked;
            asked.takesChallenge = false;
            asked.tellsUnknown = true;
            asked.device = askingDevice(request.headers, u"OneShot"_s);
            return readBody(request, std::move(asked), [](const JsonNode &node, Op &op) {
                return readMember(node, u"name"_s, op.login, nameLimits).and_then([&](Nothing) {
                    return readMember(node, u"password"_s, op.password, {0, 1024});
                });
            });
        },
        .writeReply = [](const api::SignInProgress &reply,
                         const HttpRequest &) { return writeToken(200, reply.signedIn->token); },
        .readReply =
            [](const HttpReply &reply, const Op &asked) {
                return readToken(reply, userCalled(asked.login), asked.device, api::Proof::Password)
                    .map([](const api::SignedIn &begun) {
                        return api::SignInProgress{begun, {}, {}};
                    });
            },
        .writeError = writeSignInError,
        .readError = readSignInError};
}

void writeCard(JsonWriter &json, const api::UserId &id, const QString &name, Timestamp createdAt)
{
    json.key("id");
    json.value(uuidOf(id));
    json.key("name");
    json.value(name);
    json.key("created_at");
    json.value(momentOf(createdAt));
}

/// A card with a presence, of which nothing is known here.
HttpReply writeShown(const api::UserId &id, const QString &name, Timestamp createdAt)
{
    JsonWriter json;
    json.beginObject();
    json.key("onlinestatus");
    json.value(u"OFFLINE"_s);
    writeCard(json, id, name, createdAt);
    json.endObject();
    return jsonReply(200, json.take());
}

Result<api::User> readCard(const HttpReply &reply)
{
    return readObject<api::User>(reply, [](const JsonNode &node, api::User &user) {
        QString id;
        QString name;
        Timestamp createdAt{};
        return readMember(node, u"id"_s, id)
            .and_then(
                [&](Nothing) { return readMember(node, u"name"_s, name, {}, Speaker::Answerer); })
            .and_then([&](Nothing) { return readMember(node, u"created_at"_s, createdAt); })
            .and_then([&](Nothing) -> Result<Nothing> {
                const auto known = readId(id);
                if (!known)
                    return failure(node.refuse(u"wrongType"_s, u"expected a UUID"_s));
                user = userCalled(name);
                user.id = *known;
                user.createdAt = createdAt;
                return Nothing();
            });
    });
}

Translation<api::EditAccount> edit()
{
    using Op = api::EditAccount;
    return {
        .routes = {{HttpMethod::Patch, "/user/update"}},
        .writeRequest =
            [](const Op &op) {
                HttpRequest request = requestFor(HttpMethod::Patch, "/user/update");
                JsonWriter json;
                json.beginObject();
                if (op.userName) {
                    json.key("name");
                    json.value(*op.userName);
                }
                if (op.password) {
                    json.key("password");
                    json.value(op.password->revealText());
                }
                json.endObject();
                putJson(request, json.take());
                return request;
            },
        .readRequest = [](const HttpRequest &request, const PathParameters &) -> Result<Op> {
            return readBody(request, Op(), [](const JsonNode &node, Op &op) {
                return readMember(node, u"name"_s, op.userName, nameLimits).and_then([&](Nothing) {
                    return readMember(node, u"password"_s, op.password, {0, 1024});
                });
            });
        },
        .writeReply =
            [](const api::User &user, const HttpRequest &) {
                JsonWriter json;
                json.beginObject();
                writeCard(json, user.id, api::loginOf(user), user.createdAt);
                json.endObject();
                return jsonReply(200, json.take());
            },
        .readReply = [](const HttpReply &reply, const Op &) { return readCard(reply); }};
}

Translation<api::Me> me()
{
    using Op = api::Me;
    return {.routes = {{HttpMethod::Get, "/user/self"}},
            .writeRequest = [](const Op &) { return requestFor(HttpMethod::Get, "/user/self"); },
            .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
            .writeReply =
                [](const api::User &user, const HttpRequest &) {
                    return writeShown(user.id, api::loginOf(user), user.createdAt);
                },
            .readReply = [](const HttpReply &reply, const Op &) { return readCard(reply); }};
}

Translation<api::ShowUser> showUser()
{
    using Op = api::ShowUser;
    return {.routes = {{HttpMethod::Get, "/user/{id}"}},
            .writeRequest =
                [](const Op &op) {
                    return requestFor(HttpMethod::Get, "/user/" + uuidOf(op.id).toLatin1());
                },
            .readRequest = [](const HttpRequest &, const PathParameters &parameters) -> Result<Op> {
                if (const auto id = readId(parameters.value(u"id"_s)))
                    return Op{*id};
                return failure(Error::rejected(u"wrongType"_s, u"id"_s, u"expected a UUID"_s));
            },
            .writeReply =
                [](const api::UserCard &card, const HttpRequest &) {
                    return writeShown(card.id, card.userName.value_or(card.name), card.createdAt);
                },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return readCard(reply).map([](const api::User &user) {
                        return api::UserCard{user.id, user.name, user.userName, user.createdAt};
                    });
                }};
}

Translation<api::DescribeServer> describe()
{
    using Op = api::DescribeServer;
    return {
        .routes = {{HttpMethod::Get, "/"}},
        .writeRequest = [](const Op &) { return requestFor(HttpMethod::Get, "/"); },
        .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
        .writeReply =
            [](const api::ServerDescription &server, const HttpRequest &) {
                JsonWriter json;
                json.beginObject();
                json.key("name");
                json.value(server.name);
                json.key("version");
                json.value(server.version);
                json.key("authors");
                json.beginArray();
                json.value(u"The Latchkey founders"_s);
                json.endArray();
                json.key("license");
                json.value(u"MIT"_s);
                json.endObject();
                return jsonReply(200, json.take());
            },
        .readReply =
            [](const HttpReply &reply, const Op &) {
                using Description = api::ServerDescription;
                return readObject<Description>(reply, [](const JsonNode &node,
                                                         Description &server) {
                    QList<QString> authors; // these two only tell that it is one of them
                    QString license;
                    server.wires = {u"oneshot"_s};
                    return readMember(node, u"name"_s, server.name)
                        .and_then(
                            [&](Nothing) { return readMember(node, u"version"_s, server.version); })
                        .and_then([&](Nothing) { return readMember(node, u"authors"_s, authors); })
                        .and_then([&](Nothing) { return readMember(node, u"license"_s, license); });
                });
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
    wire.readError = readError;
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
