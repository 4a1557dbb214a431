#include "api/tokens.h"
#include "server/handlers/handlers.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

Result<api::OwnedSession> show(const api::SessionByToken &op, Context &context, ReadStore &store)
{
    return store.sessions.ofToken(op.token, *context.sessionTerms)
        .and_then([&](const std::optional<Asker> &whose) -> Result<api::OwnedSession> {
            if (!whose)
                return failure(Error::of(Error::Kind::NotFound, u"sessionUnknown"_s));
            return store.sessions.find(*whose, whose->session).map([&](api::Session session) {
                session.current = false; // nobody's who asks
                return api::OwnedSession{whose->user, session};
            });
        });
}

Result<Nothing> traced(Context &context, WriteStore &store, const Asker &whose)
{
    Trace trace;
    trace.actor = whose.user;
    trace.session = whose.session;
    return traceEnded(store, context, {whose}, trace).and_then([&](Nothing) {
        return traceEndedWith(store, context, whose.session, trace);
    });
}

Result<Nothing> end(const api::EndSessionByToken &op, Context &context, WriteStore &store)
{
    return store.sessions.ofToken(op.token, *context.sessionTerms)
        .and_then([&](const std::optional<Asker> &whose) -> Result<Nothing> {
            if (!whose)
                return Nothing();
            return store.sessions.end(*whose, whose->session, api::EndReason::SignedOut)
                .and_then([&](const SessionChange &change) {
                    return change.changed ? traced(context, store, *whose) : Result<Nothing>();
                });
        });
}

} // namespace

void addTokens(HandlerSet &handlers)
{
    handlers.read<api::SessionByToken>(show);
    handlers.write<api::EndSessionByToken>(end);
}

} // namespace latchkey::server::handlers
