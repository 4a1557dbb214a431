#include "api/authorizations.h"

#include "server/guards/guards.h"
#include "server/handlers/handlers.h"
#include "server/handlers/profilechanges.h"
#include "server/store/readstore.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

using api::AccessAction;
using api::AccessScope;

/// Whom it was given to is let in, and their programs; not whoever acts on their behalf.
template <class Store>
Result<Nothing> mustBeLetIn(const Context &context, Store &store, const api::UserId &giver,
                            AccessScope scope, AccessAction action)
{
    const Asker asker = context.asker();
    if (giver == asker.user)
        return Nothing();
    return guards::byOwner(*context.principal)
        .and_then([&](Nothing) {
            return store.authorizations.allows({giver, asker.user, scope, action});
        })
        .and_then([](bool isAllowed) -> Result<Nothing> {
            return isAllowed ? Result<Nothing>()
                             : failure(Error::of(Error::Kind::Forbidden, u"notAuthorized"_s));
        });
}

Result<api::User> showAccount(const api::ShowAccount &op, Context &context, ReadStore &store)
{
    return mustBeLetIn(context, store, op.id, AccessScope::Profile, AccessAction::Read)
        .and_then([&](Nothing) { return store.users.find(op.id); })
        .and_then([](const std::optional<StoredUser> &found) -> Result<api::User> {
            return found ? Result<api::User>(found->user) : failure(accountGone());
        });
}

Result<api::User> updateAccount(const api::UpdateAccount &op, Context &context, WriteStore &store)
{
    return mustBeLetIn(context, store, op.id, AccessScope::Profile, AccessAction::Write)
        .and_then([&](Nothing) {
            return changeProfile(context, store, op.id, op.basedOn, {op.name, op.language});
        });
}

Result<api::AccountSessions> listSessions(const api::ListAccountSessions &op, Context &context,
                                          ReadStore &store)
{
    constexpr int atMost = 200;
    return mustBeLetIn(context, store, op.id, AccessScope::Sessions, AccessAction::Read)
        .and_then([&](Nothing) {
            return store.sessionList.page({op.id, context.principal->session}, {}, atMost);
        })
        .map([](const api::SessionPage &page) {
            api::AccountSessions living;
            for (const api::Session &session : page.sessions) {
                if (!session.end)
                    living.sessions << session;
            }
            return living;
        });
}

} // namespace

void addAuthorized(HandlerSet &handlers)
{
    handlers.read<api::ShowAccount>(showAccount);
    handlers.write<api::UpdateAccount>(updateAccount);
    handlers.read<api::ListAccountSessions>(listSessions);
}

} // namespace latchkey::server::handlers
