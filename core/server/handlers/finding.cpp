#include "api/finding.h"

#include "api/email.h"
#include "api/names.h"
#include "server/handlers/handlers.h"
#include "server/store/writestore.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

using Found = std::optional<StoredUser>;

/// Counted whether or not it finds anybody.
Result<api::UserCard> counted(Context &context, WriteStore &store, const auto &find)
{
    auto may =
        store.throttle.countTry(Try::Finding, context.principal->user.text(), context.address);
    if (!may)
        return failure(std::move(may).error());
    context.keepsRefusal = true;
    return find().and_then([](const Found &found) -> Result<api::UserCard> {
        if (!found)
            return failure(Error::of(Error::Kind::NotFound, u"userUnknown"_s));
        return api::cardOf(found->user);
    });
}

Result<api::UserCard> findByTag(const api::FindByTag &op, Context &context, WriteStore &store)
{
    return counted(context, store, [&]() -> Result<Found> {
        if (api::isGivenTag(op.tag))
            return store.users.findByTag(op.tag);
        return api::normalUserName(op.tag, u"tag"_s).and_then([&](const QString &name) {
            return store.users.findByLogin(name);
        });
    });
}

Result<api::UserCard> findByEmail(const api::FindByEmail &op, Context &context, WriteStore &store)
{
    if (!op.tellsAnybody && context.principal->role == api::Role::User)
        return failure(Error::of(Error::Kind::Forbidden, u"roleTooLow"_s));
    return counted(context, store, [&] {
        return api::normalEmail(op.email).and_then(
            [&](const QString &email) { return store.users.findByEmail(email); });
    });
}

} // namespace

void addFinding(HandlerSet &handlers)
{
    handlers.write<api::FindByTag>(findByTag);
    handlers.write<api::FindByEmail>(findByEmail);
}

} // namespace latchkey::server::handlers
