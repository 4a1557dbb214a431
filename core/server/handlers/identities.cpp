#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/handlers/providervisits.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

Result<api::Identities> list(const api::ListIdentities &, Context &context, ReadStore &store)
{
    const auto found = store.users.find(context.principal->user);
    const auto identities = store.identities.of(context.principal->user);
    if (!found || !identities)
        return failure(found ? identities.error() : found.error());
    const bool hasPassword = *found && !(*found)->passwordHash.isEmpty();
    return api::Identities{*identities, hasPassword};
}

Result<ProviderQuestion> prepareLook(const api::ShowVisit &op, Context &context, WriteStore &store)
{
    if (auto counted = store.throttle.countTry(Try::Recovery, {}, context.address); !counted)
        return failure(std::move(counted).error());
    const auto question = questionOf(store, op.id, op.state, op.code);
    if (!question)
        return failure(keepRefusal(store, context, {}, question.error()));
    return question;
}

Result<Seen> seenByThem(Context &context, WriteStore &store, const api::VisitId &id,
                        const ProviderVerdict &verdict)
{
    const auto seen = seenOn(context, store, id, verdict);
    if (seen && seen->mayOnlyBe && *seen->mayOnlyBe != context.principal->user)
        return failure(keepRefusal(store, context, seen->provider.id.text(), visitUnknown()));
    return seen;
}

Result<api::SeenAtProvider> finishLook(const api::ShowVisit &op, Context &context,
                                       WriteStore &store, const ProviderVerdict &verdict)
{
    const auto seen = seenByThem(context, store, op.id, verdict);
    if (!seen)
        return failure(seen.error());
    return store.throttle.succeeded(Try::Recovery, {}, context.address).map([&](Nothing) {
        return api::SeenAtProvider{api::cardOf(seen->provider), seen->name()};
    });
}

Result<ProviderQuestion> prepareLink(const api::LinkIdentity &op, Context &context,
                                     WriteStore &store)
{
    const auto question = questionOf(store, op.id, op.state, op.code);
    if (!question)
        return failure(keepRefusal(store, context, {}, question.error()));
    return question;
}

Result<Nothing> traced(Context &context, WriteStore &store, const api::Identity &identity,
                       const FieldChange &change)
{
    Trace trace;
    trace.subject = identity.id.text();
    trace.changes = {{u"provider"_s,
                      change.before ? std::optional(identity.provider.name) : std::nullopt,
                      change.after ? std::optional(identity.provider.name) : std::nullopt},
                     change};
    return note(store, context, trace).and_then([&](Nothing) {
        return tell(store, context.principal->user, api::EventKind::IdentitiesChanged);
    });
}

Result<api::Identity> finishLink(const News &news, const api::LinkIdentity &op, Context &context,
                                 WriteStore &store, const ProviderVerdict &verdict)
{
    const auto seen = seenByThem(context, store, op.id, verdict);
    const auto user = asking(context, store);
    if (!seen || !user)
        return failure(seen ? user.error() : seen.error());
    const auto owner = store.identities.ownerOf(seen->key());
    if (!owner)
        return failure(owner.error());
    const auto identity = store.identities.link(user->id, seen->key(), seen->name());
    if (!identity)
        return failure(keepRefusal(store, context, seen->provider.id.text(), identity.error()));
    const auto kept = *owner ? Result<Nothing>()
                             : traced(context, store, *identity, {u"name"_s, {}, identity->name})
                                   .and_then([&](Nothing) {
                                       return news.identityLinked(store, context, *user, *identity);
                                   });
    return kept.and_then([&](Nothing) { return store.providerVisits.forget(op.id); })
        .and_then(
            [&](Nothing) { return store.throttle.succeeded(Try::Recovery, {}, context.address); })
        .map([&](Nothing) { return *identity; });
}

/// A password, another identity, or codes to an address that somebody reads.
Result<bool> hasAnotherWayIn(WriteStore &store, const api::UserId &user, const api::IdentityId &id)
{
    const auto found = store.users.find(user);
    if (!found)
        return failure(found.error());
    const bool isMailed = (*found)->user.emailVerified && store.post.carries(PostKind::Mail);
    if (!(*found)->passwordHash.isEmpty() || isMailed)
        return true;
    return store.identities.hasAnother(user, id);
}

Result<Nothing> unlink(const News &news, const api::UnlinkIdentity &op, Context &context,
                       WriteStore &store)
{
    const auto user = asking(context, store);
    if (!user)
        return failure(user.error());
    const auto identity = store.identities.find(user->id, op.id);
    if (!identity)
        return failure(identity.error());
    const auto another = hasAnotherWayIn(store, user->id, op.id);
    if (!another)
        return failure(another.error());
    if (!*another)
        return failure(Error::of(Error::Kind::Conflict, u"lastWayIn"_s));
    return store.identities.unlink(user->id, op.id)
        .and_then([&](Nothing) {
            return traced(context, store, *identity, {u"name"_s, identity->name, {}});
        })
        .and_then([&](Nothing) { return news.identityUnlinked(store, context, *user, *identity); });
}

} // namespace

void addIdentities(HandlerSet &handlers, const Service &service)
{
    handlers.read<api::ListIdentities>(list);
    const News news(service.letters);
    handlers.asking<api::ShowVisit>({.prepare = prepareLook, .finish = finishLook});
    handlers.asking<api::LinkIdentity>(
        {.prepare = prepareLink, .finish = std::bind_front(finishLink, news)});
    handlers.write<api::UnlinkIdentity>(std::bind_front(unlink, news));
}

} // namespace latchkey::server::handlers
