#include "api/names.h"
#include "server/handlers/handlers.h"
#include "server/handlers/revoking.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// What the change of one session leaves behind; nothing when it changed nothing.
Result<api::Session> traced(Context &context, WriteStore &store, const SessionChange &change,
                            api::EventKind kind, const QList<FieldChange> &fields = {})
{
    if (!change.changed)
        return change.session;
    Trace trace;
    trace.subject = change.session.id.text();
    trace.changes = fields;
    return note(store, context, trace)
        .and_then(
            [&](Nothing) { return tell(store, context.principal->user, kind, change.session.id); })
        .and_then([&](Nothing) {
            return kind == api::EventKind::SessionEnded
                       ? traceEndedWith(store, context, change.session.id)
                       : Result<Nothing>();
        })
        .map([&](Nothing) { return change.session; });
}

Result<api::Session> renameSession(const api::RenameSession &op, Context &context,
                                   WriteStore &store)
{
    const auto label = api::normalLabel(op.label, u"label"_s);
    if (!label)
        return failure(label.error());
    const auto before = store.sessions.find(context.asker(), op.id);
    if (!before)
        return failure(before.error());
    return store.sessions.rename(context.asker(), op.id, *label)
        .and_then([&](const SessionChange &change) {
            return traced(context, store, change, api::EventKind::SessionChanged,
                          {{u"label"_s, before->device.label, *label}});
        });
}

Result<api::Session> endSession(const api::EndSession &op, Context &context, WriteStore &store)
{
    const Asker asker = context.asker();
    const auto reason =
        op.id == asker.session ? api::EndReason::SignedOut : api::EndReason::EndedByOwner;
    return store.sessions.end(asker, op.id, reason).and_then([&](const SessionChange &change) {
        return traced(context, store, change, api::EventKind::SessionEnded);
    });
}

Result<api::EndedSessions> endOtherSessions(const api::EndOtherSessions &, Context &context,
                                            WriteStore &store)
{
    const auto ended = store.sessions.endOthers(context.asker(), api::EndReason::EndedByOwner,
                                                Sessions::Reach::Devices);
    if (!ended)
        return failure(ended.error());
    return traceEnded(store, context, context.principal->user, *ended).map([&](Nothing) {
        api::EndedSessions reply;
        for (const api::Session &session : *ended)
            reply.ended << session.id;
        return reply;
    });
}

Result<api::RenewedSession> renewSession(const api::RenewSession &, Context &context,
                                         WriteStore &store)
{
    const Principal &who = *context.principal;
    return store.sessions.renew(context.asker(), who.role, who.token, *context.sessionTerms)
        .and_then([&](const BegunSession &begun) {
            return traced(context, store, {begun.session, true}, api::EventKind::SessionChanged)
                .map([&](const api::Session &session) {
                    return api::RenewedSession{begun.token, session.expiresAt};
                });
        });
}

Result<api::Session> reinstateSession(const api::ReinstateSession &op, Context &context,
                                      WriteStore &store)
{
    return store.sessions.reinstate(context.asker(), op.id)
        .and_then([&](const SessionChange &change) {
            return traced(context, store, change, api::EventKind::SessionChanged);
        });
}

/// Whoever it was knows the password, and may be trusted or about to be, or have left something
/// that lets them in again.
Result<Nothing> keepOut(Context &context, WriteStore &store, const api::Session &session)
{
    const api::UserId &user = context.principal->user;
    return askAgainEverywhere(store, user)
        .and_then([&](Nothing) { return revokeGiven(store, context, user, session.startedAt); })
        .and_then([&](Nothing) { return store.identities.unlinkSince(user, session.startedAt); })
        .and_then([&](qint64 unlinked) {
            return unlinked > 0 ? tell(store, user, api::EventKind::IdentitiesChanged)
                                : Result<Nothing>();
        })
        .and_then([&](Nothing) {
            return store.sessions.endMadeIn(context.asker(), session.id,
                                            api::EndReason::NotRecognised);
        })
        .and_then([&](const QList<api::Session> &ended) {
            return traceEnded(store, context, context.principal->user, ended);
        });
}

Result<api::Session> reviewSession(const api::ReviewSession &op, Context &context,
                                   WriteStore &store)
{
    return store.sessions.review(context.asker(), op.id, op.verdict)
        .and_then([&](const SessionChange &change) -> Result<api::Session> {
            const bool isMine = op.verdict == api::Verdict::Mine;
            if (auto kept = isMine ? Result<Nothing>() : keepOut(context, store, change.session);
                !kept)
                return failure(std::move(kept).error());
            return traced(context, store, change,
                          isMine ? api::EventKind::SessionChanged : api::EventKind::SessionEnded,
                          {{u"reviewed"_s, {}, isMine ? u"mine"_s : u"notMine"_s}});
        });
}

} // namespace

void addSessions(HandlerSet &handlers)
{
    handlers.read<api::ListSessions>(
        [](const api::ListSessions &op, Context &context, ReadStore &store) {
            return store.sessionList.page(context.asker(), op.after, op.limit);
        });
    handlers.write<api::RenewSession>(renewSession);
    handlers.write<api::RenameSession>(renameSession);
    handlers.write<api::EndSession>(endSession);
    handlers.write<api::EndOtherSessions>(endOtherSessions);
    handlers.write<api::ReinstateSession>(reinstateSession);
    handlers.write<api::ReviewSession>(reviewSession);
}

} // namespace latchkey::server::handlers
