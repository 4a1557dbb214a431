#include "api/onbehalf.h"
#include "api/names.h"
#include "api/organisations.h"
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

/// As an administrator, but in an account that this one made.
Result<api::User> actable(const api::SignInAsParent &op, const Context &context, WriteStore &store)
{
    return store.childAccounts.find(context.principal->user, op.id)
        .and_then([](const api::ChildAccount &child) -> Result<api::User> {
            if (child.user.role != api::Role::User)
                return failure(Error::of(Error::Kind::Forbidden, u"higherRole"_s));
            return child.user;
        });
}

Result<Nothing> traced(Context &context, WriteStore &store, const api::User &user,
                       const api::Session &session)
{
    Trace trace;
    trace.subject = user.id.text();
    trace.changes = {{u"onBehalf"_s, {}, session.onBehalf->reason},
                     {u"session"_s, {}, session.id.text()}};
    return note(store, context, trace).and_then([&](Nothing) {
        return tell(store, user.id, api::EventKind::SessionStarted, session.id);
    });
}

/// Whose account it is, why, until when at the latest, and how its owner is told.
struct Acting
{
    api::User user;
    QString reason;
    Timestamp until;
    Result<Nothing> (News::*letter)(WriteStore &, const api::User &, const api::Session &) const;
};

Result<api::SignedIn> begin(const News &news, const Acting &acting, Context &context,
                            WriteStore &store)
{
    const auto reason = api::normalReason(acting.reason, u"reason"_s);
    if (!reason)
        return failure(reason.error());
    const api::User &user = acting.user;
    if (auto may = store.throttle.countLetter(user.id); !may)
        return failure(std::move(may).error());
    const Asker asker = context.asker();
    const auto own = store.sessions.find(asker, asker.session);
    if (!own)
        return failure(own.error());
    const auto begun =
        store.sessions.begin({.user = user.id,
                              .role = user.role,
                              .kind = api::SessionKind::OnBehalf,
                              .device = own->device,
                              .address = context.address,
                              .proof = api::Proof::Session,
                              .reviewed = true,
                              .until = std::min(context.now + api::onBehalfFor, acting.until),
                              .onBehalf = NewOnBehalf{asker, *reason},
                              .terms = *context.sessionTerms});
    if (!begun)
        return failure(begun.error());
    return (news.*acting.letter)(store, user, begun->session)
        .and_then([&](Nothing) { return traced(context, store, user, begun->session); })
        .map([&](Nothing) { return api::SignedIn{begun->token, user, begun->session}; });
}

Result<api::SignedIn> actForHelp(const News &news, const api::SignInOnBehalf &op, Context &context,
                                 WriteStore &store)
{
    return actable(op, store).and_then([&](const api::User &user) {
        return begin(news,
                     {user, op.reason, op.until.value_or(Timestamp::max()), &News::actedOnBehalf},
                     context, store);
    });
}

Result<api::SignedIn> actAsParent(const News &news, const api::SignInAsParent &op, Context &context,
                                  WriteStore &store)
{
    return actable(op, context, store).and_then([&](const api::User &user) {
        return begin(news, {user, op.reason, Timestamp::max(), &News::actedAsParent}, context,
                     store);
    });
}

} // namespace

void addOnBehalf(HandlerSet &handlers, const Service &service)
{
    handlers.write<api::SignInOnBehalf>(std::bind_front(actForHelp, News(service.letters)));
    handlers.write<api::SignInAsParent>(std::bind_front(actAsParent, News(service.letters)));
}

} // namespace latchkey::server::handlers
