#include "api/accounts.h"
#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

Error userUnknown()
{
    return Error::of(Error::Kind::NotFound, u"userUnknown"_s);
}

/// What was told when it came, the other way round. The rows before stay: they name nobody by
/// reference.
Result<Nothing> traced(Context &context, WriteStore &store, const api::User &user)
{
    Trace trace;
    trace.subject = user.id.text();
    trace.changes = {{u"email"_s, user.email, {}}, {u"name"_s, user.name, {}}};
    if (user.userName)
        trace.changes << FieldChange{u"userName"_s, user.userName, {}};
    return note(store, context, trace);
}

/// What they gave to each other goes, too, and whose child one was.
struct Others
{
    QList<api::UserId> byGrants;
    QList<api::UserId> byAuthorizations;
    QList<api::UserId> byOrganisation;
    QList<Asker> acted; ///< the sessions in their accounts
};

Result<Others> othersOf(const api::UserId &user, WriteStore &store)
{
    Others others;
    const auto keep = [](auto &place) {
        return [&place](const auto &found) {
            place = found;
            return Nothing();
        };
    };
    return store.grants.othersOf(user)
        .map(keep(others.byGrants))
        .and_then([&](Nothing) { return store.authorizations.othersOf(user); })
        .map(keep(others.byAuthorizations))
        .and_then([&](Nothing) { return store.childAccounts.othersOf(user); })
        .map(keep(others.byOrganisation))
        .and_then([&](Nothing) { return store.sessions.actedBy(user); })
        .map(keep(others.acted))
        .map([&](Nothing) { return others; });
}

Result<Nothing> tellAll(WriteStore &store, const api::User &gone, const Others &others)
{
    return tell(store, gone.id, api::EventKind::SessionEnded)
        .and_then([&](Nothing) {
            return tellEach(store, others.byGrants, api::EventKind::GrantsChanged);
        })
        .and_then([&](Nothing) {
            return tellEach(store, others.byAuthorizations, api::EventKind::AuthorizationsChanged);
        })
        .and_then([&](Nothing) {
            return tellEach(store, others.byOrganisation, api::EventKind::OrganisationChanged);
        });
}

/// Its sessions go with it, and everything else: no code of its sets the password of whoever has
/// the address next.
Result<Nothing> leave(const News &news, Context &context, WriteStore &store, const api::User &user)
{
    if (user.role == api::Role::Admin)
        return failure(Error::of(Error::Kind::Forbidden, u"adminStays"_s));
    const auto others = othersOf(user.id, store);
    if (!others)
        return failure(others.error());
    return store.users.remove(user.id)
        .and_then(
            [](bool wasThere) { return wasThere ? Result<Nothing>() : failure(userUnknown()); })
        .and_then([&](Nothing) { return withdrawResets(store, user); })
        .and_then([&](Nothing) { return traced(context, store, user); })
        .and_then([&](Nothing) { return tellAll(store, user, *others); })
        .and_then([&](Nothing) { return traceEnded(store, context, others->acted); })
        .and_then([&](Nothing) { return news.accountDeleted(store, context, user); });
}

Result<Nothing> removeAccount(const News &news, const api::RemoveAccount &op, Context &context,
                              WriteStore &store)
{
    const auto found = op.number ? store.users.findByNumber(*op.number) : store.users.find(op.id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(userUnknown());
    return leave(news, context, store, (*found)->user);
}

Result<Nothing> deleteAccount(const News &news, const api::DeleteAccount &, Context &context,
                              WriteStore &store)
{
    return asking(context, store).and_then([&](const api::User &user) {
        return leave(news, context, store, user);
    });
}

} // namespace

void addLeaving(HandlerSet &handlers, const Service &service)
{
    const News news(service.letters);
    handlers.write<api::RemoveAccount>(std::bind_front(removeAccount, news));
    handlers.write<api::DeleteAccount>(std::bind_front(deleteAccount, news));
}

} // namespace latchkey::server::handlers
