#include "wire/wingspan/people.h"

#include "api/names.h"

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

static_assert(sameOf<Inherits>(api::Inherited::Parent) == Inherits::Parent);

ProfileValue profileValue(const QString &name)
{
    const qsizetype gap = name.lastIndexOf(u' ');
    if (gap < 0)
        return {name, {}, {}};
    return {name.first(gap), name.sliced(gap + 1), {}};
}

QString nameOf(const ProfileValue &profile)
{
    if (profile.preferredName)
        return *profile.preferredName;
    return QString(profile.firstName.value_or(QString()) + u' ' +
                   profile.lastName.value_or(QString()))
        .trimmed();
}

QString nameIn(const UserCreate &read)
{
    const QString name = nameOf(read.profile.value_or(ProfileValue()));
    return name.isEmpty() ? read.email.section(u'@', 0, 0) : name;
}

UserValue userValue(const api::User &user)
{
    const auto verified = [](bool is) {
        return is ? VerificationStatus::Verified : VerificationStatus::Pending;
    };
    UserValue value;
    value.createdAt = user.createdAt;
    value.email = user.email;
    value.emailVerificationState = EmailState{user.pendingEmail, verified(user.emailVerified)};
    value.isPasswordSet = user.hasPassword;
    if (user.phone)
        value.phone = {user.phone, VerificationStatus::Verified};
    value.profile = profileValue(user.name);
    value.status = user.hasPassword || user.emailVerified ? u"Active"_s : u"Pending"_s;
    value.tag = user.userName.value_or(user.tag.value_or(QString()));
    value.updatedAt = user.createdAt;
    value.userId = user.id.text();
    value.userRoles.ownerIds = {user.id.text()};
    return value;
}

api::User userOf(const UserValue &value)
{
    api::User user;
    user.id = api::UserId(value.userId);
    user.name = nameOf(value.profile).isEmpty() ? value.email : nameOf(value.profile);
    if (api::isGivenTag(value.tag))
        user.tag = value.tag;
    else if (!value.tag.isEmpty())
        user.userName = value.tag;
    user.email = value.email;
    user.emailVerified = value.emailVerificationState &&
                         value.emailVerificationState->status == VerificationStatus::Verified;
    if (value.phone.status == VerificationStatus::Verified)
        user.phone = value.phone.number;
    user.createdAt = value.createdAt;
    user.hasPassword = value.isPasswordSet.value_or(true);
    return user;
}

InheritanceStrategy strategyValue(const api::Inheritance &inheritance)
{
    return {sameOf<Inherits>(inheritance.externalAccounts),
            sameOf<Inherits>(inheritance.fundingSource),
            sameOf<Inherits>(inheritance.payoutSettings), sameOf<Inherits>(inheritance.mainAccount),
            sameOf<Inherits>(inheritance.financialSettings)};
}

api::Inheritance inheritanceOf(const InheritanceStrategy &value)
{
    using api::Inherited;
    return {sameOf<Inherited>(value.externalFinancialAccounts),
            sameOf<Inherited>(value.fundingSource), sameOf<Inherited>(value.payoutSettings),
            sameOf<Inherited>(value.wingspanAccount),
            sameOf<Inherited>(value.wingspanFinancialSettings)};
}

OrganizationAccount organizationValue(const api::ChildAccount &child)
{
    OrganizationAccount value;
    value.childUserId = child.user.id.text();
    value.createdAt = child.madeAt;
    value.inheritanceStrategy = strategyValue(child.inheritance);
    value.organizationId = child.parent.text();
    value.parentUserId = child.parent.text();
    value.updatedAt = child.changedAt;
    value.userId = child.user.id.text();
    value.userRoles.ownerIds = {child.parent.text()};
    value.userRoles.viewerIds = {child.user.id.text()};
    return value;
}

api::ChildAccount childOf(const OrganizationAccount &value)
{
    api::ChildAccount child;
    child.user.id = api::UserId(value.childUserId);
    child.parent = api::UserId(value.parentUserId);
    child.inheritance = inheritanceOf(value.inheritanceStrategy);
    child.madeAt = value.createdAt;
    child.changedAt = value.updatedAt;
    return child;
}

UserValue childValue(const api::ChildAccount &child)
{
    UserValue value = userValue(child.user);
    value.organizationAssociation = organizationValue(child);
    return value;
}

api::ChildAccount childOf(const UserValue &value)
{
    api::ChildAccount child;
    if (value.organizationAssociation)
        child = childOf(*value.organizationAssociation);
    child.user = userOf(value);
    return child;
}

PublicUser publicValue(const api::UserCard &card)
{
    return {{profileValue(card.name), u"Active"_s, card.userName}, card.id.text()};
}

api::UserCard cardOf(const PublicUser &value)
{
    const auto &tag = value.user.tag;
    return {.id = api::UserId(value.userId),
            .name = nameOf(value.user.profile.value_or(ProfileValue())),
            .userName = tag && !api::isGivenTag(*tag) ? tag : std::nullopt,
            .createdAt = {}};
}

} // namespace latchkey::wire::wingspan
