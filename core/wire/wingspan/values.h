#pragma once

#include "api/apisessions.h"
#include "api/grants.h"
#include "api/signingin.h"
#include "wire/members.h"

/// The objects of Wingspan's pages, and what they are of ours. What we have nothing for is written
/// as empty as it may be.
namespace latchkey::wire::wingspan {

using api::allFields;
using api::field;
using api::fieldList;
using api::Name;

/// An object that we have nothing for, and take whatever is in it.
struct Unread
{
    static constexpr auto fields() { return allFields(); }
};

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

enum class VerificationStatus : std::uint8_t { Pending, Verified };
constexpr auto namesOf(VerificationStatus)
{
    return std::array{Name{VerificationStatus::Pending, "Pending"},
                      Name{VerificationStatus::Verified, "Verified"}};
}

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

/// Somebody, as far as others may know.
struct ProfileValue
{
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<QString> preferredName;

    static constexpr auto fields()
    {
        return allFields(field("firstName", &ProfileValue::firstName, api::nameLimits),
                         field("lastName", &ProfileValue::lastName, api::nameLimits),
                         field("preferredName", &ProfileValue::preferredName, api::nameLimits));
    }
};

ProfileValue profileValue(const QString &name);
/// Empty where it has none.
QString nameOf(const ProfileValue &profile);

struct EmailState
{
    std::optional<VerificationStatus> status;

    static constexpr auto fields() { return allFields(field("status", &EmailState::status)); }
};

struct PhoneState
{
    std::optional<QString> number;
    std::optional<VerificationStatus> status;

    static constexpr auto fields()
    {
        return allFields(field("number", &PhoneState::number),
                         field("status", &PhoneState::status));
    }
};

struct Roles
{
    QList<QString> ownerIds;
    QList<QString> viewerIds;

    static constexpr auto fields()
    {
        return allFields(field("ownerIds", &Roles::ownerIds),
                         field("viewerIds", &Roles::viewerIds));
    }
};

/// An account, as its owner sees it.
struct UserValue
{
    Timestamp createdAt{};
    QString email;
    std::optional<EmailState> emailVerificationState;
    Unread eventActors;
    QString intercomUserHash;
    std::optional<bool> isPasswordSet;
    Unread labels;
    Unread notificationSettings;
    PhoneState phone;
    ProfileValue profile;
    QString status;
    QString tag;
    Timestamp updatedAt{};
    QString userId;
    Roles userRoles;

    static constexpr auto fields()
    {
        return allFields(
            field("createdAt", &UserValue::createdAt), field("email", &UserValue::email),
            field("emailVerificationState", &UserValue::emailVerificationState),
            field("eventActors", &UserValue::eventActors),
            field("intercomUserHash", &UserValue::intercomUserHash),
            field("isPasswordSet", &UserValue::isPasswordSet), field("labels", &UserValue::labels),
            field("notificationSettings", &UserValue::notificationSettings),
            field("phone", &UserValue::phone), field("profile", &UserValue::profile),
            field("status", &UserValue::status), field("tag", &UserValue::tag),
            field("updatedAt", &UserValue::updatedAt), field("userId", &UserValue::userId),
            field("userRoles", &UserValue::userRoles));
    }
};

UserValue userValue(const api::User &user);
api::User userOf(const UserValue &value);

/// An account, as far as anybody may know of it.
struct RedactedUser
{
    std::optional<ProfileValue> profile;
    std::optional<QString> status;
    std::optional<QString> tag;

    static constexpr auto fields()
    {
        return allFields(field("profile", &RedactedUser::profile),
                         field("status", &RedactedUser::status), field("tag", &RedactedUser::tag));
    }
};

struct RedactedMember
{
    RedactedUser user;

    static constexpr auto fields() { return allFields(field("user", &RedactedMember::user)); }
};

struct PublicUser
{
    RedactedUser user;
    QString userId;

    static constexpr auto fields()
    {
        return allFields(field("user", &PublicUser::user), field("userId", &PublicUser::userId));
    }
};

PublicUser publicValue(const api::UserCard &card);
api::UserCard cardOf(const PublicUser &value);

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

} // namespace latchkey::wire::wingspan
