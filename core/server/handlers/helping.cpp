#include "api/email.h"
#include "server/handlers/codesending.h"
#include "server/handlers/handlers.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

Error userUnknown()
{
    return Error::of(Error::Kind::NotFound, u"userUnknown"_s);
}

/// Whoever could help somebody of a higher role would have that role by a detour.
Result<api::User> mayHelp(const std::optional<StoredUser> &found, const Context &context)
{
    if (!found)
        return failure(userUnknown());
    if (found->user.role > context.principal->role)
        return failure(Error::of(Error::Kind::Forbidden, u"higherRole"_s));
    return found->user;
}

Result<api::HelpedAccount> findAccount(const api::FindAccount &op, Context &context,
                                       ReadStore &store)
{
    const auto email = api::normalEmail(op.email);
    if (!email)
        return failure(email.error());
    const auto found = store.users.findByEmail(*email);
    if (!found)
        return failure(found.error());
    const auto helped = mayHelp(*found, context);
    if (!helped)
        return failure(helped.error());
    const api::User &user = *helped;
    return store.throttle.lockOf(Try::Password, user.email).and_then([&](const auto &lock) {
        return store.startedResets.last(user.id).map(
            [&](const auto &reset) { return api::HelpedAccount{user, lock, reset}; });
    });
}

Result<api::User> helped(const api::UserId &id, const Context &context, WriteStore &store)
{
    return store.users.find(id).and_then(
        [&](const std::optional<StoredUser> &found) { return mayHelp(found, context); });
}

Result<api::StartedReset> startReset(const Letters &letters, const api::StartReset &op,
                                     Context &context, WriteStore &store)
{
    const auto user = helped(op.id, context, store);
    if (!user)
        return failure(user.error());
    if (auto carried = mustCarry(store, PostKind::Mail); !carried)
        return failure(std::move(carried).error());
    const auto fresh = store.startedResets.start(user->id);
    if (!fresh)
        return failure(fresh.error());
    const letter::ResetStarted letter{fresh->code, fresh->reset.expiresAt};
    Trace trace;
    trace.subject = user->id.text();
    trace.changes = {{u"reset"_s, {}, fresh->id}};
    return store.post
        .add(fresh->cause, letters.mail(letter, user->language, user->email),
             fresh->reset.expiresAt)
        .and_then([&](PostQueue::Added) { return note(store, context, trace); })
        .and_then([&](Nothing) { return store.startedResets.last(user->id); })
        .map([](const auto &reset) { return *reset; });
}

Result<Nothing> liftLock(const api::LiftLock &op, Context &context, WriteStore &store)
{
    const auto user = helped(op.id, context, store);
    if (!user)
        return failure(user.error());
    const auto lock = store.throttle.lockOf(Try::Password, user->email);
    if (!lock)
        return failure(lock.error());
    if (!*lock) // what failed before stays counted: nobody guesses on by lifting in between
        return Nothing();
    return store.throttle.lift(Try::Password, user->email).and_then([&](bool) {
        Trace trace;
        trace.subject = user->id.text();
        trace.changes = {{u"lockedUntil"_s, toRfc3339((*lock)->until), {}}};
        return note(store, context, trace);
    });
}

} // namespace

void addHelping(HandlerSet &handlers, const Service &service)
{
    handlers.read<api::FindAccount>(findAccount);
    handlers.read<api::ListAccounts>([](const api::ListAccounts &op, Context &, ReadStore &store) {
        return store.users.page(op.after, op.limit);
    });
    handlers.write<api::StartReset>([letters = service.letters](const api::StartReset &op,
                                                                Context &context,
                                                                WriteStore &store) {
        return startReset(*letters, op, context, store);
    });
    handlers.write<api::LiftLock>(liftLock);
}

} // namespace latchkey::server::handlers
