#include "server/guards/guards.h"
#include "server/handlers/handlers.h"
#include "server/handlers/newpassword.h"
#include "server/handlers/profilechanges.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

Result<QList<api::Preference>> preferencesOf(ReadStore &store, const api::UserId &user,
                                             const QStringList &names)
{
    if (names.isEmpty())
        return QList<api::Preference>();
    return store.preferences.of(user).map([&](QList<api::Preference> all) {
        all.removeIf([&](const api::Preference &one) { return !names.contains(one.name); });
        return all;
    });
}

Result<api::User> me(const api::Me &op, Context &context, ReadStore &store)
{
    const auto found = store.users.find(context.principal->user);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(accountGone());
    api::User user = (*found)->user;
    return preferencesOf(store, user.id, op.preferences)
        .map([&](const QList<api::Preference> &told) {
            user.preferences = told;
            return user;
        });
}

Result<api::UserCard> showUser(const api::ShowUser &op, Context &, ReadStore &store)
{
    return store.users.find(op.id).and_then(
        [](const std::optional<StoredUser> &found) -> Result<api::UserCard> {
            if (!found)
                return failure(Error::of(Error::Kind::NotFound, u"userUnknown"_s));
            return api::cardOf(found->user);
        });
}

/// Whoever acts on somebody's behalf does not choose what that one signs in with.
Result<api::User> updateProfile(const api::UpdateProfile &op, Context &context, WriteStore &store)
{
    if (auto may = op.userName ? guards::byOwner(*context.principal) : Result<Nothing>(); !may)
        return failure(std::move(may).error());
    return changeProfile(context, store, context.principal->user, op.basedOn,
                         {op.name, op.language, op.userName});
}

/// The present password is a proof, and all there is where the account has no second factor.
Result<Nothing> mustBeProvenByFactor(const Context &context, WriteStore &store)
{
    return store.sessions.proven(context.asker())
        .and_then([&](const std::optional<Proven> &proven) -> Result<Nothing> {
            if (!proven)
                return failure(accountGone());
            if (proven->best != api::Level::SecondFactor)
                return Nothing();
            return guards::freshness({api::Level::SecondFactor}, *proven, context.now);
        });
}

Result<PasswordTask> prepareChange(const api::ChangePassword &op, Context &context,
                                   WriteStore &store)
{
    if (auto proven = mustBeProvenByFactor(context, store); !proven)
        return failure(std::move(proven).error());
    return store.users.find(context.principal->user)
        .and_then([&](const std::optional<StoredUser> &found) -> Result<PasswordTask> {
            if (!found)
                return failure(accountGone());
            return store.throttle.countTry(Try::Password, found->user.email, context.address)
                .map([&](Nothing) {
                    PasswordTask task;
                    task.check = {op.current, found->passwordHash};
                    task.choice = {op.next, {found->user.name, found->user.email}, u"next"_s};
                    return task;
                });
        });
}

/// Where no other token can be told, the present one stays, and nothing is proven.
Result<BegunSession> proven(const api::ChangePassword &op, Context &context, WriteStore &store)
{
    const Asker asker = context.asker();
    if (op.keepsToken) {
        return store.sessions.find(asker, asker.session).map([](const api::Session &session) {
            return BegunSession{Secret(), session};
        });
    }
    return store.sessions.replaceToken(asker, api::Level::Password, context.principal->token,
                                       *context.sessionTerms);
}

Result<api::SignedIn> finishChange(const News &news, const api::ChangePassword &op,
                                   Context &context, WriteStore &store,
                                   const PasswordVerdict &verdict)
{
    const Asker asker = context.asker();
    const auto found = store.users.find(asker.user);
    if (!found)
        return failure(found.error());
    const auto refuse = [&](const Error &error) {
        return failure(keepRefusal(store, context, asker.user.text(), error));
    };
    if (!*found || !verdict.holdsFor((*found)->passwordHash))
        return refuse(Error::rejected(u"wrongPassword"_s, u"current"_s));
    const api::User &user = (*found)->user;
    if (auto right = passwordSucceeded(store, user, context.address); !right)
        return failure(std::move(right).error());
    if (verdict.refused)
        return refuse(*verdict.refused);
    const auto begun = proven(op, context, store);
    if (!begun && isProvenMeanwhile(begun.error()))
        return refuse(begun.error());
    if (!begun)
        return failure(begun.error());
    Trace trace;
    trace.subject = asker.user.text();
    trace.changes = {{u"password"_s, {}, {}},
                     {u"keepOthers"_s, {}, op.keepOthers ? u"yes"_s : u"no"_s}};
    return note(store, context, trace)
        .and_then([&](Nothing) {
            return setNewPassword(news, context, store, user, verdict,
                                  op.keepOthers ? OtherSessions::Keep : OtherSessions::End);
        })
        .and_then([&](Nothing) {
            return tell(store, asker.user, api::EventKind::SessionChanged, asker.session);
        })
        .map([&](Nothing) { return api::SignedIn{begun->token, user, begun->session}; });
}

} // namespace

void addProfile(HandlerSet &handlers, const Service &service)
{
    handlers.read<api::Me>(me);
    handlers.read<api::ShowUser>(showUser);
    handlers.write<api::UpdateProfile>(updateProfile);
    handlers.proving<api::ChangePassword>(
        {.prepare = prepareChange, .finish = std::bind_front(finishChange, News(service.letters))});
}

} // namespace latchkey::server::handlers
