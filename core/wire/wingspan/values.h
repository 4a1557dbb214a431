#pragma once

#include "api/apisessions.h"
#include "api/grants.h"
#include "api/signingin.h"
#include "wire/wingspan/people.h"

/// The objects of Wingspan's pages, and what they are of ours.
namespace latchkey::wire::wingspan {

enum class SessionType : std::uint8_t {
    User,
    Api,
    Guest, ///< something is waited for before it is a session
};
constexpr auto namesOf(SessionType)
{
    return std::array{Name{SessionType::User, "User"}, Name{SessionType::Api, "API"},
                      Name{SessionType::Guest, "Guest"}};
}

struct SessionValue
{
    Timestamp expiration{};
    std::optional<TextMap> labels;
    SessionType sessionType = SessionType::User;
    std::optional<Secret> token;
    std::optional<QString> userId;

    static constexpr auto fields()
    {
        return allFields(field("expiration", &SessionValue::expiration),
                         field("labels", &SessionValue::labels),
                         field("sessionType", &SessionValue::sessionType),
                         field("token", &SessionValue::token, api::Limits{1, 4096}),
                         field("userId", &SessionValue::userId));
    }
};

SessionValue sessionValue(const api::Session &session, const api::UserId &user);
SessionValue sessionValue(const api::SignedIn &begun);
api::Session sessionOf(const SessionValue &value);

struct ApiSessionValue
{
    Timestamp expiration{};
    bool isUnlimitedExpiration = false;
    std::optional<TextMap> labels;
    QString sessionId;
    SessionType sessionType = SessionType::Api;
    std::optional<Secret> token;

    static constexpr auto fields()
    {
        return allFields(field("expiration", &ApiSessionValue::expiration),
                         field("isUnlimitedExpiration", &ApiSessionValue::isUnlimitedExpiration),
                         field("labels", &ApiSessionValue::labels),
                         field("sessionId", &ApiSessionValue::sessionId),
                         field("sessionType", &ApiSessionValue::sessionType),
                         field("token", &ApiSessionValue::token, api::Limits{1, 4096}));
    }
};

ApiSessionValue apiSessionValue(const api::ApiSession &session);
api::ApiSession apiSessionOf(const ApiSessionValue &value);

/// A map of names to values, where we have a list of labels: `name=value`, and `name` where the
/// value is empty.
QList<QString> labelsOf(const TextMap &map);
TextMap mapOf(const QList<QString> &labels);

struct EmailVerification
{
    QString email;
    VerificationStatus status = VerificationStatus::Pending;
    QString userId;

    static constexpr auto fields()
    {
        return allFields(field("email", &EmailVerification::email),
                         field("status", &EmailVerification::status),
                         field("userId", &EmailVerification::userId));
    }
};

struct PhoneVerification
{
    QString phone;
    SessionValue session;
    VerificationStatus status = VerificationStatus::Pending;
    QString userId;

    static constexpr auto fields()
    {
        return allFields(field("phone", &PhoneVerification::phone),
                         field("session", &PhoneVerification::session),
                         field("status", &PhoneVerification::status),
                         field("userId", &PhoneVerification::userId));
    }
};

enum class GrantPackage : std::uint8_t { None, Benefits, Essentials, Professional, Corporate };
constexpr auto namesOf(GrantPackage)
{
    return std::array{Name{GrantPackage::None, "None"}, Name{GrantPackage::Benefits, "Benefits"},
                      Name{GrantPackage::Essentials, "Essentials"},
                      Name{GrantPackage::Professional, "Professional"},
                      Name{GrantPackage::Corporate, "Corporate"}};
}
enum class GrantTier : std::uint8_t { Basic, Premium };
constexpr auto namesOf(GrantTier)
{
    return std::array{Name{GrantTier::Basic, "Basic"}, Name{GrantTier::Premium, "Premium"}};
}
enum class GrantStatus : std::uint8_t { Pending, Active, Canceled };
constexpr auto namesOf(GrantStatus)
{
    return std::array{Name{GrantStatus::Pending, "Pending"}, Name{GrantStatus::Active, "Active"},
                      Name{GrantStatus::Canceled, "Canceled"}};
}

/// A grant as who received it sees it.
struct ReceivedGrant
{
    QString id;
    QString grantorId;
    QString memberId;
    GrantPackage package = GrantPackage::None;
    GrantTier packageTier = GrantTier::Basic;
    GrantStatus status = GrantStatus::Active;
    QString subscriptionGrantId;

    static constexpr auto fields()
    {
        return allFields(
            field("_id", &ReceivedGrant::id), field("grantorId", &ReceivedGrant::grantorId),
            field("memberId", &ReceivedGrant::memberId), field("package", &ReceivedGrant::package),
            field("packageTier", &ReceivedGrant::packageTier),
            field("status", &ReceivedGrant::status),
            field("subscriptionGrantId", &ReceivedGrant::subscriptionGrantId));
    }
};

ReceivedGrant receivedValue(const api::Grant &grant);
api::Grant grantOf(const ReceivedGrant &value);

/// A grant as who gave it sees it.
struct GivenGrant
{
    Timestamp createdAt{};
    Timestamp updatedAt{};
    Unread eventActors;
    Unread labels;
    QString granteeId;
    QString memberId;
    QString subscriptionGrantId;
    RedactedMember granteeMember;
    RedactedUser granteeUser;
    RedactedMember grantorMember;
    RedactedUser grantorUser;
    GrantPackage package = GrantPackage::None;
    GrantTier packageTier = GrantTier::Basic;
    GrantStatus status = GrantStatus::Active;
    Roles userRoles;

    static constexpr auto fields()
    {
        return allFields(
            field("createdAt", &GivenGrant::createdAt), field("updatedAt", &GivenGrant::updatedAt),
            field("eventActors", &GivenGrant::eventActors), field("labels", &GivenGrant::labels),
            field("granteeId", &GivenGrant::granteeId), field("memberId", &GivenGrant::memberId),
            field("subscriptionGrantId", &GivenGrant::subscriptionGrantId),
            field("granteeMember", &GivenGrant::granteeMember),
            field("granteeUser", &GivenGrant::granteeUser),
            field("grantorMember", &GivenGrant::grantorMember),
            field("grantorUser", &GivenGrant::grantorUser), field("package", &GivenGrant::package),
            field("packageTier", &GivenGrant::packageTier), field("status", &GivenGrant::status),
            field("userRoles", &GivenGrant::userRoles));
    }
};

GivenGrant givenValue(const api::Grant &grant);
api::Grant grantOf(const GivenGrant &value);

/// Of enums that name the same things in the same order.
GrantPackage packageValue(api::Package package);
GrantTier tierValue(api::PackageTier tier);
api::Package packageOf(GrantPackage package);
api::PackageTier tierOf(GrantTier tier);

/// A whole JSON value, of whatever has fields or is a list of such.
template <class T>
QByteArray jsonOf(const T &value)
{
    JsonWriter json;
    writeJson(json, value);
    return json.take();
}

template <class T>
Result<T> valueOf(const HttpReply &reply)
{
    return wire::jsonOf(reply)
        .and_then([](const JsonNode &node) { return readJson<T>(node, {}, Speaker::Answerer); })
        .map_error([&](const Error &error) { return brokenReply(error, reply); });
}

template <class T>
Result<T> valueOf(const HttpRequest &request)
{
    return wire::jsonOf(request).and_then(
        [](const JsonNode &node) { return readJson<T>(node, {}, Speaker::Asker); });
}

/// Of whoever is to choose one by themselves.
Result<UserCreate> readWithoutPassword(const HttpRequest &request);

} // namespace latchkey::wire::wingspan
