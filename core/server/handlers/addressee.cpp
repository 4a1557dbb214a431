#include "server/handlers/addressee.h"

#include "server/handlers/verifiedemail.h"

namespace latchkey::server::handlers {

Result<Nothing> post(WriteStore &store, const MaybeMail &maybe)
{
    const auto added = maybe.isWanted
                           ? store.post.add(maybe.cause, maybe.mail, maybe.expires)
                           : store.post.addForNobody(maybe.cause, maybe.mail, maybe.expires);
    return added.map([](PostQueue::Added) { return Nothing(); });
}

Result<Addressee> addresseeOf(const Result<QString> &normal, WriteStore &store)
{
    return normal.and_then([&](const QString &login) {
        return store.users.findByLogin(login).and_then([&](const auto &found) -> Result<Addressee> {
            if (found)
                return Addressee{found, found->user.email, found->user.language};
            // As much is read as where there is an account.
            return store.users.findAny().map([&](const auto &) { return Addressee{{}, login}; });
        });
    });
}

Trace traceOf(const Addressee &who)
{
    Trace trace;
    trace.subject = who.user ? who.user->user.id.text() : QString();
    return trace;
}

Result<Nothing> verifyAddress(WriteStore &store, const api::User &user)
{
    if (user.emailVerified)
        return Nothing();
    return setVerifiedEmail(store, user, user.email).and_then([&](const api::User &) {
        return tell(store, user.id, api::EventKind::ProfileChanged);
    });
}

} // namespace latchkey::server::handlers
