#include "server/handlers/trace.h"

namespace latchkey::server::handlers {

Result<Nothing> note(WriteStore &store, const Context &context, const Trace &trace)
{
    AuditEntry entry;
    entry.operation = context.operation;
    entry.actor = trace.actor;
    entry.session = trace.session;
    if (context.principal) {
        entry.actor = context.principal->user;
        entry.session = context.principal->session;
    }
    entry.subject = trace.subject;
    entry.outcome = trace.outcome;
    entry.address = context.address;
    entry.requestId = context.requestId;
    entry.changes = trace.changes;
    return store.audit.append(entry).map([](qint64) { return Nothing(); });
}

Result<api::User> asking(const Context &context, WriteStore &store)
{
    return store.users.find(context.principal->user)
        .and_then([](const std::optional<StoredUser> &found) -> Result<api::User> {
            return found ? Result<api::User>(found->user)
                         : failure(Error::of(Error::Kind::Unauthorized,
                                             QStringLiteral("sessionEnded")));
        });
}

Result<Nothing> tell(WriteStore &store, const api::UserId &user, api::EventKind kind,
                     const std::optional<api::SessionId> &session)
{
    return store.events.append(user, kind, session).map([](const api::EventId &) {
        return Nothing();
    });
}

Result<Nothing> tellEach(WriteStore &store, const QList<api::UserId> &users, api::EventKind kind)
{
    for (const api::UserId &user : users) {
        if (auto told = tell(store, user, kind); !told)
            return told;
    }
    return Nothing();
}

Error keepRefusal(WriteStore &store, Context &context, const QString &subject, const Error &error)
{
    Trace trace;
    trace.subject = subject;
    trace.outcome = error.code;
    if (auto noted = note(store, context, trace); !noted)
        return std::move(noted).error();
    context.keepsRefusal = true;
    return error;
}

Result<Nothing> traceEnded(WriteStore &store, const Context &context, const api::UserId &user,
                           const QList<api::Session> &sessions)
{
    for (const api::Session &session : sessions) {
        auto traced = traceEnded(store, context, {{user, session.id}}).and_then([&](Nothing) {
            return traceEndedWith(store, context, session.id);
        });
        if (!traced)
            return traced;
    }
    return Nothing();
}

Result<Nothing> traceEnded(WriteStore &store, const Context &context, const QList<Asker> &sessions,
                           Trace trace)
{
    for (const auto &[user, session] : sessions) {
        trace.subject = session.text();
        auto told = note(store, context, trace).and_then([&](Nothing) {
            return tell(store, user, api::EventKind::SessionEnded, session);
        });
        if (!told)
            return told;
    }
    return Nothing();
}

Result<Nothing> traceEndedWith(WriteStore &store, const Context &context,
                               const api::SessionId &maker, const Trace &trace)
{
    return store.sessions.endedWith(maker).and_then(
        [&](const QList<Asker> &ended) { return traceEnded(store, context, ended, trace); });
}

} // namespace latchkey::server::handlers
