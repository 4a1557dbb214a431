#include "api/grants.h"

#include "server/handlers/handlers.h"
#include "server/handlers/trace.h"
#include "server/store/names.h"
#include "server/store/readstore.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// Nothing tells later whom it was for: it is forgotten some time after its end.
QList<FieldChange> allOf(const api::Grant &fresh)
{
    return {{u"receiver"_s, {}, fresh.receiver.id.text()},
            {u"package"_s, {}, storedName(fresh.package)},
            {u"tier"_s, {}, storedName(fresh.tier)},
            {u"state"_s, {}, storedName(fresh.state)}};
}

QList<FieldChange> changesOf(const api::Grant &before, const api::Grant &after)
{
    QList<FieldChange> changes;
    const auto compare = [&changes](const QString &field, auto was, auto is) {
        if (was != is)
            changes << FieldChange{field, storedName(was), storedName(is)};
    };
    compare(u"package"_s, before.package, after.package);
    compare(u"tier"_s, before.tier, after.tier);
    compare(u"state"_s, before.state, after.state);
    return changes;
}

Result<api::Grant> traced(Context &context, WriteStore &store, const api::Grant &grant,
                          const QList<FieldChange> &changes)
{
    if (changes.isEmpty())
        return grant;
    Trace trace;
    trace.subject = grant.id.text();
    trace.changes = changes;
    return note(store, context, trace)
        .and_then(
            [&](Nothing) { return tell(store, grant.giver.id, api::EventKind::GrantsChanged); })
        .and_then(
            [&](Nothing) { return tell(store, grant.receiver.id, api::EventKind::GrantsChanged); })
        .map([&](Nothing) { return grant; });
}

Result<api::Grant> createGrant(const api::CreateGrant &op, Context &context, WriteStore &store)
{
    return store.grants
        .create({.giver = context.principal->user,
                 .receiver = op.receiver,
                 .package = op.package,
                 .tier = op.tier})
        .and_then(
            [&](const api::Grant &fresh) { return traced(context, store, fresh, allOf(fresh)); });
}

Result<api::Grant> updateGrant(const api::UpdateGrant &op, Context &context, WriteStore &store)
{
    const api::UserId &asker = context.principal->user;
    return store.grants.find(asker, op.id).and_then([&](const api::Grant &before) {
        return store.grants.update(asker, op.id, {.package = op.package, .tier = op.tier})
            .and_then([&](const api::Grant &after) {
                return traced(context, store, after, changesOf(before, after));
            });
    });
}

Result<api::Grant> endGrant(const api::EndGrant &op, Context &context, WriteStore &store)
{
    const api::UserId &asker = context.principal->user;
    return store.grants.find(asker, op.id).and_then([&](const api::Grant &before) {
        return store.grants.end(asker, op.id).and_then([&](const api::Grant &after) {
            return traced(context, store, after, changesOf(before, after));
        });
    });
}

} // namespace

void addGrants(HandlerSet &handlers)
{
    handlers.read<api::ListReceivedGrants>(
        [](const api::ListReceivedGrants &, Context &context, ReadStore &store) {
            return store.grants.receivedBy(context.principal->user).map([](const auto &grants) {
                return api::Grants{grants};
            });
        });
    handlers.read<api::ListGivenGrants>(
        [](const api::ListGivenGrants &, Context &context, ReadStore &store) {
            return store.grants.givenBy(context.principal->user).map([](const auto &grants) {
                return api::Grants{grants};
            });
        });
    handlers.read<api::ShowGrant>([](const api::ShowGrant &op, Context &context, ReadStore &store) {
        return store.grants.find(context.principal->user, op.id);
    });
    handlers.write<api::CreateGrant>(createGrant);
    handlers.write<api::UpdateGrant>(updateGrant);
    handlers.write<api::EndGrant>(endGrant);
}

} // namespace latchkey::server::handlers
