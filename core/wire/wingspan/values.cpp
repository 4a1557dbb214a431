#include "wire/wingspan/values.h"

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

SessionType typeOf(api::SessionKind kind)
{
    return kind == api::SessionKind::Api ? SessionType::Api : SessionType::User;
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

Result<UserCreate> readWithoutPassword(const HttpRequest &request)
{
    return valueOf<UserCreate>(request).and_then([](UserCreate read) -> Result<UserCreate> {
        if (read.password)
            return failure(Error::rejected(u"passwordNotTaken"_s, u"password"_s));
        return read;
    });
}

} // namespace latchkey::wire::wingspan
