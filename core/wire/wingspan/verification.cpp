#include "api/verification.h"
#include "wire/wingspan/parts.h"
#include "wire/wingspan/requests.h"
#include "wire/wingspan/words.h"

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

struct EmailCreate
{
    QString email;
    std::optional<QString> redirectPath;

    static constexpr auto fields()
    {
        return allFields(field("email", &EmailCreate::email, api::emailLimits),
                         field("redirectPath", &EmailCreate::redirectPath));
    }
};

struct ExistingEmailCreate
{
    std::optional<QString> redirectPath;

    static constexpr auto fields()
    {
        return allFields(field("redirectPath", &ExistingEmailCreate::redirectPath));
    }
};

struct EmailComplete
{
    Secret emailVerificationId;

    static constexpr auto fields()
    {
        return allFields(
            field("emailVerificationId", &EmailComplete::emailVerificationId, api::sentCodeLimits));
    }
};

enum class Channel : std::uint8_t { Sms, PhoneCall };
constexpr auto namesOf(Channel)
{
    return std::array{Name{Channel::Sms, "SMS"}, Name{Channel::PhoneCall, "PhoneCall"}};
}

struct PhoneCreate
{
    QString phone;
    std::optional<Channel> channel;

    static constexpr auto fields()
    {
        return allFields(field("phone", &PhoneCreate::phone, api::typedPhoneLimits),
                         field("channel", &PhoneCreate::channel));
    }
};

struct PhoneComplete
{
    Secret code;

    static constexpr auto fields()
    {
        return allFields(field("code", &PhoneComplete::code, api::sentCodeLimits));
    }
};

/// Where an account's mail is, as it stands before and after its code came back.
EmailVerification pendingAt(const api::CodeSent &sent, const HttpRequest &asked)
{
    return {sent.to, VerificationStatus::Pending, accountInPath(asked)};
}

api::CodeSent sentTo(const EmailVerification &value)
{
    return {value.email, {}, {}};
}

Translation<api::StartEmailChange> startEmail()
{
    using Op = api::StartEmailChange;
    Translation<Op> how{.routes = {{HttpMethod::Post, "/users/user/{id}/verification/email"}}};
    how.writeRequest = [](const Op &op) {
        return jsonRequest(HttpMethod::Post, QByteArray(ownAccount) + "/verification/email",
                           jsonOf(EmailCreate{op.email, {}}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<EmailCreate>(request).map(
            [](const EmailCreate &read) { return Op{read.email}; });
    };
    answers<Op, EmailVerification>(
        how, pendingAt, [](const EmailVerification &value, const auto &) { return sentTo(value); });
    how.accountNamed = accountInPath;
    return how;
}

Translation<api::StartEmailVerification> startExistingEmail()
{
    using Op = api::StartEmailVerification;
    const QByteArray below = "/verification/existing-email";
    Translation<Op> how{.routes = {{HttpMethod::Post, "/users/user/{id}" + below}}};
    how.writeRequest = [below](const Op &) {
        return jsonRequest(HttpMethod::Post, ownAccount + below, jsonOf(ExistingEmailCreate()));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<ExistingEmailCreate>(request).map(
            [](const ExistingEmailCreate &) { return Op(); });
    };
    answers<Op, EmailVerification>(
        how, pendingAt, [](const EmailVerification &value, const auto &) { return sentTo(value); });
    how.accountNamed = accountInPath;
    return how;
}

Translation<api::FinishEmailVerification> finishEmail()
{
    using Op = api::FinishEmailVerification;
    Translation<Op> how{.routes = {{HttpMethod::Patch, "/users/user/{id}/verification/email"}}};
    how.writeRequest = [](const Op &op) {
        return jsonRequest(HttpMethod::Patch, QByteArray(ownAccount) + "/verification/email",
                           jsonOf(EmailComplete{op.code}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<EmailComplete>(request).map([](const EmailComplete &read) {
            return Op{.code = read.emailVerificationId, .finishesChange = true};
        });
    };
    answers<Op, EmailVerification>(
        how,
        [](const api::User &user, const auto &) {
            return EmailVerification{user.email, VerificationStatus::Verified, user.id.text()};
        },
        [](const EmailVerification &value, const auto &) {
            api::User user;
            user.isPart = true;
            user.id = api::UserId(value.userId);
            user.email = value.email;
            user.emailVerified = value.status == VerificationStatus::Verified;
            return user;
        });
    how.accountNamed = accountInPath;
    return how;
}

/// The session that asks, as its token tells of it.
SessionValue askingSession(const HttpRequest &asked)
{
    SessionValue session = sessionOfToken(bearer(asked.headers));
    session.userId = accountInPath(asked);
    return session;
}

Translation<api::StartPhoneVerification> startPhone()
{
    using Op = api::StartPhoneVerification;
    Translation<Op> how{.routes = {{HttpMethod::Post, "/users/user/{id}/verification/phone"}}};
    how.writeRequest = [](const Op &op) {
        return jsonRequest(HttpMethod::Post, QByteArray(ownAccount) + "/verification/phone",
                           jsonOf(PhoneCreate{op.phone, Channel::Sms}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<PhoneCreate>(request).and_then([](const PhoneCreate &read) -> Result<Op> {
            if (read.channel == Channel::PhoneCall)
                return failure(Error::rejected(channelUnknown, u"channel"_s));
            // Its own people write their numbers without a country.
            return Op{read.phone, u"US"_s};
        });
    };
    answers<Op, PhoneVerification>(
        how,
        [](const api::CodeSent &sent, const HttpRequest &asked) {
            return PhoneVerification{sent.to, askingSession(asked), VerificationStatus::Pending,
                                     accountInPath(asked)};
        },
        [](const PhoneVerification &value, const auto &) {
            return api::CodeSent{value.phone, {}, {}};
        });
    how.accountNamed = accountInPath;
    return how;
}

Translation<api::FinishPhoneVerification> finishPhone()
{
    using Op = api::FinishPhoneVerification;
    Translation<Op> how{.routes = {{HttpMethod::Patch, "/users/user/{id}/verification/phone"}}};
    how.writeRequest = [](const Op &op) {
        return jsonRequest(HttpMethod::Patch, QByteArray(ownAccount) + "/verification/phone",
                           jsonOf(PhoneComplete{op.code}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<PhoneComplete>(request).map(
            [](const PhoneComplete &read) { return Op{read.code}; });
    };
    answers<Op, PhoneVerification>(
        how,
        [](const api::User &user, const HttpRequest &asked) {
            return PhoneVerification{user.phone.value_or(QString()), askingSession(asked),
                                     VerificationStatus::Verified, user.id.text()};
        },
        [](const PhoneVerification &value, const auto &) {
            api::User user;
            user.isPart = true;
            user.id = api::UserId(value.userId);
            if (value.status == VerificationStatus::Verified)
                user.phone = value.phone;
            return user;
        });
    how.accountNamed = accountInPath;
    return how;
}

} // namespace

void knowVerification(Wire &wire)
{
    wire.knows<api::StartEmailChange>(startEmail());
    wire.knows<api::StartEmailVerification>(startExistingEmail());
    wire.knows<api::FinishEmailVerification>(finishEmail());
    wire.knows<api::StartPhoneVerification>(startPhone());
    wire.knows<api::FinishPhoneVerification>(finishPhone());
}

} // namespace latchkey::wire::wingspan
