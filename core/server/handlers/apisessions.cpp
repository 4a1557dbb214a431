#include "api/apisessions.h"

#include "api/names.h"
#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// When it shall end, as whoever asks says; nothing where they don't.
template <class Op>
Result<std::optional<Timestamp>> askedEnd(const Op &op, Timestamp now)
{
    using End = std::optional<Timestamp>;
    const bool isUnlimited = op.unlimited.value_or(false);
    if (isUnlimited && op.expiresAt)
        return failure(Error::rejected(u"notTogether"_s, u"unlimited"_s));
    if (op.expiresAt && (*op.expiresAt <= now || *op.expiresAt > now + api::longestApiLife))
        return failure(Error::rejected(u"expiryOutOfRange"_s, u"expiresAt"_s));
    return isUnlimited ? End(api::never) : op.expiresAt;
}

QString told(const std::optional<Timestamp> &expiresAt)
{
    return expiresAt ? toRfc3339(*expiresAt) : u"never"_s;
}

QList<FieldChange> changesOf(const api::ApiSession &before, const api::ApiSession &after)
{
    QList<FieldChange> changes;
    if (before.labels != after.labels)
        changes << FieldChange{u"labels"_s, before.labels.join(u", "_s),
                               after.labels.join(u", "_s)};
    if (before.expiresAt != after.expiresAt)
        changes << FieldChange{u"expiresAt"_s, told(before.expiresAt), told(after.expiresAt)};
    return changes;
}

Result<Nothing> traced(Context &context, WriteStore &store, const api::SessionId &id,
                       api::EventKind kind, const QList<FieldChange> &changes = {})
{
    Trace trace;
    trace.subject = id.text();
    trace.changes = changes;
    return note(store, context, trace).and_then([&](Nothing) {
        return tell(store, context.principal->user, kind, id);
    });
}

Result<api::ApiSessionSecret> createApiSession(const News &news, const api::CreateApiSession &op,
                                               Context &context, WriteStore &store)
{
    const auto labels = api::normalApiLabels(op.labels, u"labels"_s);
    if (!labels)
        return failure(labels.error());
    const auto end = askedEnd(op, context.now);
    if (!end)
        return failure(end.error());
    if (!*end && !op.lifeUnlessSaid)
        return failure(Error::rejected(u"missingField"_s, u"expiresAt"_s));
    const auto user = asking(context, store);
    if (!user)
        return failure(user.error());
    const auto made =
        store.apiSessions.create({.maker = context.asker(),
                                  .labels = *labels,
                                  .expiresAt = *end ? **end : context.now + *op.lifeUnlessSaid,
                                  .address = context.address,
                                  .terms = *context.sessionTerms});
    if (!made)
        return made;
    const api::ApiSession &session = made->session;
    return traced(context, store, session.id, api::EventKind::SessionStarted,
                  {{u"labels"_s, {}, session.labels.join(u", "_s)},
                   {u"expiresAt"_s, {}, told(session.expiresAt)}})
        .and_then([&](Nothing) { return news.apiSessionMade(store, context, *user, session); })
        .map([&](Nothing) { return *made; });
}

Result<api::ApiSession> updateApiSession(const api::UpdateApiSession &op, Context &context,
                                         WriteStore &store)
{
    ApiSessionChange change;
    if (op.labels) {
        auto labels = api::normalApiLabels(*op.labels, u"labels"_s);
        if (!labels)
            return failure(std::move(labels).error());
        change.labels = *std::move(labels);
    }
    const auto end = askedEnd(op, context.now);
    if (!end)
        return failure(end.error());
    change.expiresAt = *end;
    const auto before = store.apiSessions.find(context.asker(), op.id);
    if (!before)
        return before;
    return store.apiSessions.update(context.asker(), op.id, change)
        .and_then([&](const api::ApiSession &after) {
            const auto changes = changesOf(*before, after);
            const auto noted = changes.isEmpty() ? Result<Nothing>()
                                                 : traced(context, store, op.id,
                                                          api::EventKind::SessionChanged, changes);
            return noted.map([&](Nothing) { return after; });
        });
}

Result<api::ApiSessionSecret> rotateApiSession(const api::RotateApiSession &op, Context &context,
                                               WriteStore &store)
{
    return store.apiSessions.rotate(context.asker(), op.id, *context.sessionTerms)
        .and_then([&](const api::ApiSessionSecret &rotated) {
            return traced(context, store, op.id, api::EventKind::SessionChanged).map([&](Nothing) {
                return rotated;
            });
        });
}

} // namespace

void addApiSessions(HandlerSet &handlers, const Service &service)
{
    handlers.read<api::ListApiSessions>(
        [](const api::ListApiSessions &, Context &context, ReadStore &store) {
            return store.apiSessions.list(context.asker()).map([](const auto &sessions) {
                return api::ApiSessions{sessions};
            });
        });
    handlers.read<api::ShowApiSession>(
        [](const api::ShowApiSession &op, Context &context, ReadStore &store) {
            return store.apiSessions.find(context.asker(), op.id);
        });
    handlers.write<api::CreateApiSession>(std::bind_front(createApiSession, News(service.letters)));
    handlers.write<api::UpdateApiSession>(updateApiSession);
    handlers.write<api::RotateApiSession>(rotateApiSession);
}

} // namespace latchkey::server::handlers
