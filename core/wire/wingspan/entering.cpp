#include "wire/entering.h"

#include "api/emailsignin.h"
#include "api/onbehalf.h"
#include "wire/wingspan/parts.h"
#include "wire/wingspan/progress.h"
#include "wire/wingspan/requests.h"

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView pendingPrefix = "sgn_";
constexpr QByteArrayView challengePrefix = "chl_";

struct SessionCreate
{
    std::optional<QString> email;
    std::optional<Timestamp> expiration;
    std::optional<Timestamp> otpExpiration; ///< how long a code counts is ours to say
    std::optional<Secret> password;

    static constexpr auto fields()
    {
        return allFields(field("email", &SessionCreate::email, api::loginLimits),
                         field("expiration", &SessionCreate::expiration),
                         field("otpExpiration", &SessionCreate::otpExpiration),
                         field("password", &SessionCreate::password, api::passwordLimits));
    }
};

enum class Channel : std::uint8_t { Sms, Email };
constexpr auto namesOf(Channel)
{
    return std::array{Name{Channel::Sms, "SMS"}, Name{Channel::Email, "Email"}};
}

/// Unknown where nobody says: whichever the account has.
api::Factor factorBy(const std::optional<Channel> &channel)
{
    if (!channel)
        return api::Factor::Unknown;
    return *channel == Channel::Email ? api::Factor::EmailCode : api::Factor::SmsCode;
}

struct OtpCreate
{
    std::optional<QString> appRedirectPath;
    std::optional<Channel> channel;

    static constexpr auto fields()
    {
        return allFields(field("appRedirectPath", &OtpCreate::appRedirectPath),
                         field("channel", &OtpCreate::channel));
    }
};

struct CodeValue
{
    Secret code;

    static constexpr auto fields()
    {
        return allFields(field("code", &CodeValue::code, api::Limits{1, 64}));
    }
};

const Route createSession{HttpMethod::Post, "/users/session"};
const Route pendingSession{HttpMethod::Post, "/users/pending/session"};
const Route sendCode{HttpMethod::Post, "/users/session/otp"};
const Route takeCode{HttpMethod::Patch, "/users/session/otp"};

Error missing(const QString &field)
{
    return Error::rejected(u"missingField"_s, field);
}
HttpRequest writing(const Route &route, const QByteArray &body)
{
    return jsonRequest(route.method, route.path, body);
}

/// From whoever holds what isn't a session yet.
HttpRequest heldBy(HttpRequest request, const QString &held)
{
    request.headers.add("Authorization", "Bearer " + held.toUtf8());
    return request;
}

IsMeant comingWith(QByteArrayView prefix)
{
    return
        [prefix](const HttpRequest &request) { return bearer(request.headers).startsWith(prefix); };
}

Translation<api::SignIn> signIn()
{
    using Op = api::SignIn;
    Translation<Op> how{.routes = {createSession}};
    how.writeRequest = [](const Op &op) {
        return writing(createSession, jsonOf(SessionCreate{op.login, {}, {}, op.password}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<SessionCreate>(request).and_then(
            [&](const SessionCreate &read) -> Result<Op> {
                if (!read.email || !read.password)
                    return failure(missing(read.email ? u"password"_s : u"email"_s));
                Op op = enteringBy(request, u"Wingspan"_s);
                op.login = *read.email;
                op.password = *read.password;
                op.until = read.expiration;
                op.takesChallenge = true;
                return op;
            });
    };
    how.writeReply = progressReply;
    how.readReply = [](const HttpReply &reply, const Op &asked) {
        return readHeldSession(reply).map(
            [&](const SessionValue &value) { return progressOf(value, begunBy(asked)); });
    };
    return how;
}

Translation<api::SignInByEmail> signInByEmail()
{
    using Op = api::SignInByEmail;
    Translation<Op> how{.routes = {pendingSession}};
    how.writeRequest = [](const Op &op) {
        return writing(pendingSession, jsonOf(SessionCreate{op.email, {}, {}, {}}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<SessionCreate>(request).and_then(
            [](const SessionCreate &read) -> Result<Op> {
                return read.email ? Result<Op>(Op{*read.email}) : failure(missing(u"email"_s));
            });
    };
    how.writeReply = [](const api::PendingSignIn &pending, const HttpRequest &asked) {
        return sessionReply(waiting(pending.id.text(), pending.sent.expiresAt), asked);
    };
    how.readReply = [](const HttpReply &reply, const Op &asked) {
        return readHeldSession(reply).map([&](const SessionValue &value) {
            return api::PendingSignIn{api::SignInId(value.token.value_or(Secret()).revealText()),
                                      {asked.email, {}, value.expiration}};
        });
    };
    return how;
}

template <api::Operation Op, class Fill>
auto takingCode(Fill fill)
{
    return [fill](const HttpRequest &request, const PathParameters &) {
        return valueOf<CodeValue>(request).map([&](const CodeValue &read) {
            Op op;
            op.code = read.code;
            fill(op, request);
            return op;
        });
    };
}

Translation<api::FinishSignInByEmail> finishSignInByEmail()
{
    using Op = api::FinishSignInByEmail;
    Translation<Op> how{.routes = {takeCode}};
    how.writeRequest = [](const Op &op) {
        return heldBy(writing(takeCode, jsonOf(CodeValue{op.code})), op.id.text());
    };
    how.readRequest = takingCode<Op>([](Op &op, const HttpRequest &request) {
        op.id = api::SignInId(QString::fromLatin1(bearer(request.headers)));
        op.device = enteringBy(request, u"Wingspan"_s).device;
    });
    how.writeReply = progressReply;
    how.readReply = [](const HttpReply &reply, const Op &) {
        return readHeldSession(reply).map(
            [](const SessionValue &value) { return progressOf(value, api::SignedIn()); });
    };
    how.isMeant = comingWith(pendingPrefix);
    return how;
}

Translation<api::AnswerChallenge> answerChallenge()
{
    using Op = api::AnswerChallenge;
    Translation<Op> how{.routes = {takeCode}};
    how.writeRequest = [](const Op &op) {
        return heldBy(writing(takeCode, jsonOf(CodeValue{op.code})), op.id.text());
    };
    how.readRequest = takingCode<Op>([](Op &op, const HttpRequest &request) {
        op.id = api::ChallengeId(QString::fromLatin1(bearer(request.headers)));
        op.factor = api::Factor::Unknown;
    });
    how.writeReply = progressReply;
    how.readReply = [](const HttpReply &reply, const Op &) {
        return readHeldSession(reply).map(
            [](const SessionValue &value) { return progressOf(value, api::SignedIn()); });
    };
    how.isMeant = comingWith(challengePrefix);
    return how;
}

Translation<api::ProveWithCode> proveWithCode()
{
    using Op = api::ProveWithCode;
    Translation<Op> how{.routes = {takeCode}};
    how.writeRequest = [](const Op &op) { return writing(takeCode, jsonOf(CodeValue{op.code})); };
    how.readRequest =
        takingCode<Op>([](Op &op, const HttpRequest &) { op.factor = api::Factor::Unknown; });
    how.writeReply = [](const api::SignedIn &begun, const HttpRequest &asked) {
        return sessionReply(sessionValue(begun), asked);
    };
    how.readReply = [](const HttpReply &reply, const Op &) {
        return readHeldSession(reply).map(
            [](const SessionValue &value) { return begunWith(api::SignedIn(), value); });
    };
    return how;
}

/// Where the code goes is told nowhere. Whoever names JSON gets what they hold, as long as it waits
/// for this code.
template <api::Operation Op, class Fill, class Held>
void sendsCode(Translation<Op> &how, Fill fill, Held held)
{
    how.readRequest = [fill](const HttpRequest &request, const PathParameters &) {
        return valueOf<OtpCreate>(request).map([&](const OtpCreate &read) {
            Op op;
            op.factor = factorBy(read.channel);
            fill(op, request);
            return op;
        });
    };
    how.writeReply = [held](const api::CodeSent &sent, const HttpRequest &asked) {
        return namesJson(asked) ? jsonReply(200, jsonOf(held(asked, sent))) : nothing();
    };
    how.readReply = [](const HttpReply &reply, const Op &) -> Result<api::CodeSent> {
        const auto read =
            reply.status == 204
                ? readNothing(reply)
                : valueOf<SessionValue>(reply).map([](const auto &) { return Nothing(); });
        return read.map([](Nothing) { return api::CodeSent(); });
    };
}

QByteArray channelBody(api::Factor factor)
{
    const bool isMail = factor == api::Factor::EmailCode;
    return jsonOf(OtpCreate{{}, isMail ? Channel::Email : Channel::Sms});
}

Translation<api::SendChallengeCode> sendChallengeCode()
{
    using Op = api::SendChallengeCode;
    Translation<Op> how{.routes = {sendCode}};
    how.writeRequest = [](const Op &op) {
        return heldBy(writing(sendCode, channelBody(op.factor)), op.id.text());
    };
    sendsCode(
        how,
        [](Op &op, const HttpRequest &request) {
            op.id = api::ChallengeId(QString::fromLatin1(bearer(request.headers)));
        },
        [](const HttpRequest &asked, const api::CodeSent &sent) {
            return waiting(QString::fromLatin1(bearer(asked.headers)), sent.expiresAt);
        });
    how.isMeant = comingWith(challengePrefix);
    return how;
}

Translation<api::SendProofCode> sendProofCode()
{
    using Op = api::SendProofCode;
    Translation<Op> how{.routes = {sendCode}};
    how.writeRequest = [](const Op &op) { return writing(sendCode, channelBody(op.factor)); };
    sendsCode(
        how, [](Op &, const HttpRequest &) {},
        [](const HttpRequest &asked, const api::CodeSent &) {
            return sessionOfToken(bearer(asked.headers));
        });
    return how;
}

Translation<api::SignInOnBehalf> signInOnBehalf()
{
    using Op = api::SignInOnBehalf;
    const Route route{HttpMethod::Post, "/users/session/requesting-user"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        return writing(route, jsonOf(SessionCreate{op.login, {}, {}, {}}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<SessionCreate>(request).and_then(
            [](const SessionCreate &read) -> Result<Op> {
                if (!read.email)
                    return failure(missing(u"email"_s));
                return Op{*read.email, noReason, read.expiration};
            });
    };
    how.writeReply = [](const api::SignedIn &begun, const HttpRequest &asked) {
        return sessionReply(sessionValue(begun), asked);
    };
    how.readReply = [](const HttpReply &reply, const Op &) {
        return readHeldSession(reply).map(
            [](const SessionValue &value) { return begunWith(api::SignedIn(), value); });
    };
    return how;
}

} // namespace

void knowEntering(Wire &wire)
{
    wire.knows<api::SignIn>(signIn());
    wire.knows<api::SignInByEmail>(signInByEmail());
    wire.knows<api::FinishSignInByEmail>(finishSignInByEmail());
    wire.knows<api::SendChallengeCode>(sendChallengeCode());
    wire.knows<api::AnswerChallenge>(answerChallenge());
    wire.knows<api::SendProofCode>(sendProofCode());
    wire.knows<api::ProveWithCode>(proveWithCode());
    wire.knows<api::SignInOnBehalf>(signInOnBehalf());
}

} // namespace latchkey::wire::wingspan
