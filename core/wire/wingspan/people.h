#pragma once

#include "api/organisations.h"
#include "wire/members.h"

/// Accounts, as Wingspan's pages show them to their owners, to others and to who made them. What we
/// have nothing for is written as empty as it may be.
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

/// Of two lists that name the same things in the same order.
template <class To, class From>
constexpr To sameOf(From value)
{
    return static_cast<To>(static_cast<std::uint8_t>(value));
}

enum class VerificationStatus : std::uint8_t { Pending, Verified };
constexpr auto namesOf(VerificationStatus)
{
    return std::array{Name{VerificationStatus::Pending, "Pending"},
                      Name{VerificationStatus::Verified, "Verified"}};
}

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

struct UserCreate
{
    QString email;
    std::optional<Secret> password;
    std::optional<ProfileValue> profile;

    static constexpr auto fields()
    {
        return allFields(field("email", &UserCreate::email, api::emailLimits),
                         field("password", &UserCreate::password, api::passwordLimits),
                         field("profile", &UserCreate::profile));
    }
};

/// What they are called; a part of their address where nothing is said.
QString nameIn(const UserCreate &read);

struct EmailState
{
    std::optional<QString> emailPendingVerification;
    std::optional<VerificationStatus> status;

    static constexpr auto fields()
    {
        return allFields(field("emailPendingVerification", &EmailState::emailPendingVerification),
                         field("status", &EmailState::status));
    }
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

enum class Inherits : std::uint8_t { None, Parent };
constexpr auto namesOf(Inherits)
{
    return std::array{Name{Inherits::None, "None"}, Name{Inherits::Parent, "Parent"}};
}

struct InheritanceStrategy
{
    Inherits externalFinancialAccounts = Inherits::None;
    Inherits fundingSource = Inherits::None;
    Inherits payoutSettings = Inherits::None;
    Inherits wingspanAccount = Inherits::None;
    Inherits wingspanFinancialSettings = Inherits::None;

    static constexpr auto fields()
    {
        using It = InheritanceStrategy;
        return allFields(field("externalFinancialAccounts", &It::externalFinancialAccounts),
                         field("fundingSource", &It::fundingSource),
                         field("payoutSettings", &It::payoutSettings),
                         field("wingspanAccount", &It::wingspanAccount),
                         field("wingspanFinancialSettings", &It::wingspanFinancialSettings));
    }
};

InheritanceStrategy strategyValue(const api::Inheritance &inheritance);
api::Inheritance inheritanceOf(const InheritanceStrategy &value);

/// Whose child an account is. An organization is its parent.
struct OrganizationAccount
{
    QString childUserId;
    Timestamp createdAt{};
    Unread eventActors;
    InheritanceStrategy inheritanceStrategy;
    Unread labels;
    QString organizationId;
    QString parentUserId;
    Timestamp updatedAt{};
    QString userId;
    Roles userRoles;

    static constexpr auto fields()
    {
        using It = OrganizationAccount;
        return allFields(field("childUserId", &It::childUserId), field("createdAt", &It::createdAt),
                         field("eventActors", &It::eventActors),
                         field("inheritanceStrategy", &It::inheritanceStrategy),
                         field("labels", &It::labels), field("organizationId", &It::organizationId),
                         field("parentUserId", &It::parentUserId),
                         field("updatedAt", &It::updatedAt), field("userId", &It::userId),
                         field("userRoles", &It::userRoles));
    }
};

OrganizationAccount organizationValue(const api::ChildAccount &child);
/// Without what its account says.
api::ChildAccount childOf(const OrganizationAccount &value);

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
    std::optional<OrganizationAccount> organizationAssociation;
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
            field("organizationAssociation", &UserValue::organizationAssociation),
            field("phone", &UserValue::phone), field("profile", &UserValue::profile),
            field("status", &UserValue::status), field("tag", &UserValue::tag),
            field("updatedAt", &UserValue::updatedAt), field("userId", &UserValue::userId),
            field("userRoles", &UserValue::userRoles));
    }
};

UserValue userValue(const api::User &user);
api::User userOf(const UserValue &value);
UserValue childValue(const api::ChildAccount &child);
api::ChildAccount childOf(const UserValue &value);

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

} // namespace latchkey::wire::wingspan
