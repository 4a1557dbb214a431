#include "api/onbehalf.h"
#include "api/names.h"
#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/handlers/trace.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// Only somebody who has less to say than whoever asks.
Result<api::User> actable(const api::SignInOnBehalf &op, WriteStore &store)
{
    return api::normalLogin(op.login, u"login"_s)
        .and_then([&](const QString &login) { return store.users.findByLogin(login); })
        .and_then([](const std::optional<StoredUser> &found) -> Result<api::User> {
            if (!found)
                return failure(Error::of(Error::Kind::NotFound, u"userUnknown"_s));
            if (found->user.role == api::Role::Admin)
                return failure(Error::of(Error::Kind::Forbidden, u"isAdmin"_s));
            return found->user;
        });
}

Timestamp endOf(const api::SignInOnBehalf &op, Timestamp now)
{
    return std::min(now + api::onBehalfFor, op.until.value_or(Timestamp::max()));
}

Result<Nothing> traced(Context &context, WriteStore &store, const api::User &user,
                       const api::Session &session)
{
    Trace trace;
    trace.subject = user.id.text();
    trace.changes = {{u"onBehalf"_s, {}, session.onBehalf->reason}};
    return note(store, context, trace).and_then([&](Nothing) {
        return tell(store, user.id, api::EventKind::SessionStarted, session.id);
    });
}

Result<api::SignedIn> begin(const News &news, const api::SignInOnBehalf &op, Context &context,
                            WriteStore &store)
{
    const auto reason = api::normalReason(op.reason, u"reason"_s);
    if (!reason)
        return failure(reason.error());
    const auto user = actable(op, store);
    if (!user)
        return failure(user.error());
    const Asker asker = context.asker();
    const auto own = store.sessions.find(asker, asker.session);
    if (!own)
        return failure(own.error());
    const auto begun = store.sessions.begin({.user = user->id,
                                             .role = user->role,
                                             .kind = api::SessionKind::OnBehalf,
                                             .device = own->device,
                                             .address = context.address,
                                             .proof = api::Proof::Session,
                                             .reviewed = true,
                                             .until = endOf(op, context.now),
                                             .onBehalf = NewOnBehalf{asker, *reason},
                                             .terms = *context.sessionTerms});
    if (!begun)
        return failure(begun.error());
    return news.actedOnBehalf(store, *user, begun->session)
        .and_then([&](Nothing) { return traced(context, store, *user, begun->session); })
        .map([&](Nothing) { return api::SignedIn{begun->token, *user, begun->session}; });
}

} // namespace

void addOnBehalf(HandlerSet &handlers, const Service &service)
{
    handlers.write<api::SignInOnBehalf>(std::bind_front(begin, News(service.letters)));
}

} // namespace latchkey::server::handlers
