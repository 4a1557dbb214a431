#include "wire/wingspan/values.h"

#include "api/names.h"

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

SessionType typeOf(api::SessionKind kind)
{
    return kind == api::SessionKind::Api ? SessionType::Api : SessionType::User;
}

/// Of two lists that name the same things in the same order.
template <class To, class From>
constexpr To sameOf(From value)
{
    return static_cast<To>(static_cast<std::uint8_t>(value));
}
static_assert(sameOf<GrantPackage>(api::Package::Corporate) == GrantPackage::Corporate);
static_assert(sameOf<GrantTier>(api::PackageTier::Premium) == GrantTier::Premium);
static_assert(sameOf<GrantStatus>(api::GrantState::Cancelled) == GrantStatus::Canceled);

} // namespace

SessionValue sessionValue(const api::Session &session, const api::UserId &user)
{
    return {.expiration = session.expiresAt,
            .labels = {},
            .sessionType = typeOf(session.kind),
            .token = {},
            .userId = user.text()};
}

SessionValue sessionValue(const api::SignedIn &begun)
{
    SessionValue value = sessionValue(begun.session, begun.user.id);
    value.token = begun.token;
    return value;
}

api::Session sessionOf(const SessionValue &value)
{
    api::Session session;
    session.kind =
        value.sessionType == SessionType::Api ? api::SessionKind::Api : api::SessionKind::Device;
    session.expiresAt = value.expiration;
    session.current = true;
    return session;
}

ApiSessionValue apiSessionValue(const api::ApiSession &session)
{
    return {.expiration = session.expiresAt.value_or(api::never),
            .isUnlimitedExpiration = !session.expiresAt,
            .labels = mapOf(session.labels),
            .sessionId = session.id.text(),
            .sessionType = SessionType::Api,
            .token = {}};
}

api::ApiSession apiSessionOf(const ApiSessionValue &value)
{
    api::ApiSession session;
    session.id = api::SessionId(value.sessionId);
    session.labels = labelsOf(value.labels.value_or(TextMap()));
    if (!value.isUnlimitedExpiration)
        session.expiresAt = value.expiration;
    return session;
}

QList<QString> labelsOf(const TextMap &map)
{
    QList<QString> labels;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        labels << (it.value().isEmpty() ? it.key() : QString(it.key() + u'=' + it.value()));
    return labels;
}

TextMap mapOf(const QList<QString> &labels)
{
    TextMap map;
    for (const QString &label : labels)
        map.insert(label.section(u'=', 0, 0), label.section(u'=', 1));
    return map;
}

ReceivedGrant receivedValue(const api::Grant &grant)
{
    return {.id = grant.id.text(),
            .grantorId = grant.giver.id.text(),
            .memberId = grant.receiver.id.text(),
            .package = sameOf<GrantPackage>(grant.package),
            .packageTier = sameOf<GrantTier>(grant.tier),
            .status = sameOf<GrantStatus>(grant.state),
            .subscriptionGrantId = grant.id.text()};
}

api::Grant grantOf(const ReceivedGrant &value)
{
    api::Grant grant;
    grant.id = api::GrantId(value.subscriptionGrantId);
    grant.giver.id = api::UserId(value.grantorId);
    grant.receiver.id = api::UserId(value.memberId);
    grant.package = sameOf<api::Package>(value.package);
    grant.tier = sameOf<api::PackageTier>(value.packageTier);
    grant.state = sameOf<api::GrantState>(value.status);
    return grant;
}

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

UserValue userValue(const api::User &user)
{
    const auto verified = [](bool is) {
        return is ? VerificationStatus::Verified : VerificationStatus::Pending;
    };
    UserValue value;
    value.createdAt = user.createdAt;
    value.email = user.email;
    value.emailVerificationState = EmailState{verified(user.emailVerified)};
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

GivenGrant givenValue(const api::Grant &grant)
{
    const RedactedUser giver = publicValue(grant.giver).user;
    const RedactedUser receiver = publicValue(grant.receiver).user;
    GivenGrant value;
    value.createdAt = grant.createdAt;
    value.updatedAt = grant.updatedAt;
    value.granteeId = grant.receiver.id.text();
    value.memberId = grant.receiver.id.text();
    value.subscriptionGrantId = grant.id.text();
    value.granteeMember = {receiver};
    value.granteeUser = receiver;
    value.grantorMember = {giver};
    value.grantorUser = giver;
    value.package = packageValue(grant.package);
    value.packageTier = tierValue(grant.tier);
    value.status = sameOf<GrantStatus>(grant.state);
    value.userRoles.ownerIds = {grant.giver.id.text()};
    value.userRoles.viewerIds = {grant.receiver.id.text()};
    return value;
}

api::Grant grantOf(const GivenGrant &value)
{
    api::Grant grant;
    grant.id = api::GrantId(value.subscriptionGrantId);
    if (!value.userRoles.ownerIds.isEmpty())
        grant.giver.id = api::UserId(value.userRoles.ownerIds.first());
    grant.giver.name = nameOf(value.grantorUser.profile.value_or(ProfileValue()));
    grant.receiver.id = api::UserId(value.granteeId);
    grant.receiver.name = nameOf(value.granteeUser.profile.value_or(ProfileValue()));
    grant.package = packageOf(value.package);
    grant.tier = tierOf(value.packageTier);
    grant.state = sameOf<api::GrantState>(value.status);
    grant.createdAt = value.createdAt;
    grant.updatedAt = value.updatedAt;
    return grant;
}

GrantPackage packageValue(api::Package package)
{
    return sameOf<GrantPackage>(package);
}

GrantTier tierValue(api::PackageTier tier)
{
    return sameOf<GrantTier>(tier);
}

api::Package packageOf(GrantPackage package)
{
    return sameOf<api::Package>(package);
}

api::PackageTier tierOf(GrantTier tier)
{
    return sameOf<api::PackageTier>(tier);
}

} // namespace latchkey::wire::wingspan
