#include "wire/temporal/parts.h"

#include "api/names.h"
#include "api/verification.h"
#include "wire/browserpage.h"
#include "wire/entering.h"
#include "wire/temporal/forms.h"
#include "wire/temporal/link.h"

namespace latchkey::wire::temporal {

using api::field;
using api::fieldList;

namespace {

constexpr QLatin1StringView
    terms("by continuing to use this service you agree to be bound by the following api terms and "
          "service");

/// In whole seconds, as its tokens count.
QString momentOf(Timestamp moment)
{
    return toRfc3339(std::chrono::floor<std::chrono::seconds>(moment)).replace(u".000"_s, u""_s);
}

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

/// The documented request is a program's. A browser may have been sent by whatever looks through
/// mails, and an address would be shown to be somebody's who never read it.
bool isOnlyOpened(const HttpRequest &request)
{
    return request.method == HttpMethod::Get && isByBrowser(request);
}

HttpReply askingPage(const HttpRequest &asked)
{
    const Page page{
        {u"Is this address yours?"_s, u"Confirm only if you made an account here with it."_s},
        {u"这是你的邮箱地址吗？"_s, u"只有当你用它在这里注册了账户时，才请确认。"_s}};
    HttpReply reply =
        pageReply(page, asked, u"<form method=\"post\"><button>Confirm · 确认</button></form>"_s);
    // Else the browser would not say that it asks from here.
    reply.headers.set("Referrer-Policy", "same-origin");
    return reply;
}

HttpReply verifiedPage(const HttpRequest &asked)
{
    return pageReply({{u"Your e-mail address is confirmed"_s, u"You can close this page."_s},
                      {u"邮箱地址已确认"_s, u"你可以关闭此页面。"_s}},
                     asked);
}

Translation<api::VerifyEmail> verify()
{
    using Op = api::VerifyEmail;
    const Route route{HttpMethod::Get, verificationRoute};
    return {
        .routes = {route, {HttpMethod::Post, verificationRoute}},
        .writeRequest =
            [route](const Op &op) {
                return jsonRequest(
                    HttpMethod::Get,
                    route.fill({{u"user"_s, op.login}, {u"token"_s, op.code.revealText()}}));
            },
        .readRequest =
            [](const HttpRequest &request, const PathParameters &parameters) {
                const QString token = parameters.value(u"token"_s);
                return Op{parameters.value(u"user"_s), Secret(token), linkIn(token),
                          isOnlyOpened(request)};
            },
        .writeReply =
            [](const Nothing &, const HttpRequest &asked) {
                if (isOnlyOpened(asked))
                    return askingPage(asked);
                return isByBrowser(asked) ? verifiedPage(asked) : answer(u"email verified"_s);
            },
        .readReply = [](const HttpReply &reply, const Op &) { return readDone<Nothing>(reply); },
        .writeError = failing(notVerified)};
}

} // namespace

void knowEntering(Wire &wire)
{
    wire.knows<api::SignUp>(signUp());
    wire.knows<api::VerifyEmail>(verify());
    wire.knows<api::SignIn>(signIn());
    wire.knows<api::RenewSession>(refresh());
}

} // namespace latchkey::wire::temporal
