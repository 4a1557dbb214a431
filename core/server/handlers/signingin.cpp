#include "api/email.h"
#include "api/names.h"
#include "server/handlers/handlers.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

Result<PasswordTask> prepareSignIn(const api::SignIn &op, Context &context, WriteStore &store)
{
    if (const auto device = api::normalDevice(op.device, u"device"_s); !device)
        return failure(device.error());
    return api::normalEmail(op.email).and_then([&](const QString &email) -> Result<PasswordTask> {
        if (auto counted = store.throttle.countTry(Try::Password, email, context.address); !counted)
            return failure(std::move(counted).error());
        return store.users.findByEmail(email).map([&](const std::optional<StoredUser> &found) {
            PasswordTask task;
            task.check = {op.password, found ? found->passwordHash : Secret()};
            return task;
        });
    });
}

Result<api::SignInProgress> refuseSignIn(Context &context, WriteStore &store,
                                         const std::optional<StoredUser> &found)
{
    Trace trace;
    trace.subject = found ? found->user.id.text() : QString();
    trace.outcome = u"wrongCredentials"_s;
    if (auto noted = note(store, context, trace); !noted)
        return failure(std::move(noted).error());
    context.keepsRefusal = true;
    return failure(Error::of(Error::Kind::Unauthorized, u"wrongCredentials"_s));
}

/// A hash made with less work than is asked for today is replaced while the password is at hand.
Result<Nothing> renewHash(WriteStore &store, const api::UserId &user,
                          const PasswordVerdict &verdict)
{
    if (!verdict.fresh)
        return Nothing();
    return store.users.setPasswordHash(user, verdict.checked, *verdict.fresh);
}

Result<api::SignInProgress> finishSignIn(const api::SignIn &op, Context &context, WriteStore &store,
                                         const PasswordVerdict &verdict)
{
    const auto email = api::normalEmail(op.email);
    const auto found = store.users.findByEmail(*email);
    if (!found)
        return failure(found.error());
    if (!*found || !verdict.holdsFor((*found)->passwordHash))
        return refuseSignIn(context, store, *found);
    const api::User &user = (*found)->user;
    const auto begun = renewHash(store, user.id, verdict).and_then([&](Nothing) {
        return store.sessions.begin({.user = user.id,
                                     .role = user.role,
                                     .device = *api::normalDevice(op.device, u"device"_s),
                                     .address = context.address,
                                     .proof = api::Proof::Password});
    });
    if (!begun)
        return failure(begun.error());
    Trace trace;
    trace.subject = user.id.text();
    trace.actor = user.id;
    trace.session = begun->session.id;
    return note(store, context, trace)
        .and_then([&](Nothing) {
            return tell(store, user.id, api::EventKind::SessionStarted, begun->session.id);
        })
        .and_then([&](Nothing) {
            return store.throttle.succeeded(Try::Password, *email, context.address);
        })
        .map([&](Nothing) {
            return api::SignInProgress{api::SignedIn{begun->token, user, begun->session}, {}, {}};
        });
}

Result<PasswordTask> prepareProof(const api::ProveWithPassword &op, Context &context,
                                  WriteStore &store)
{
    return store.users.find(context.principal->user)
        .and_then([&](const std::optional<StoredUser> &found) -> Result<PasswordTask> {
            if (!found)
                return failure(Error::of(Error::Kind::Unauthorized, u"sessionEnded"_s));
            return store.throttle.countTry(Try::Password, found->user.email, context.address)
                .map([&](Nothing) {
                    PasswordTask task;
                    task.check = {op.password, found->passwordHash};
                    return task;
                });
        });
}

/// Of several proofs at once the first is told a token that holds; whoever gave the others was
/// right too, and asks again with that one.
Result<api::SignedIn> refuseProof(Context &context, WriteStore &store, const api::User &user,
                                  const Error &error)
{
    if (error.code != "provenMeanwhile"_L1)
        return failure(error);
    context.keepsRefusal = true;
    return store.throttle.succeeded(Try::Password, user.email, context.address)
        .and_then([&](Nothing) -> Result<api::SignedIn> { return failure(error); });
}

Result<api::SignedIn> finishProof(const api::ProveWithPassword &, Context &context,
                                  WriteStore &store, const PasswordVerdict &verdict)
{
    const auto found = store.users.find(context.principal->user);
    if (!found)
        return failure(found.error());
    const Asker asker = context.asker();
    Trace trace;
    trace.subject = asker.session.text();
    if (!*found || !verdict.holdsFor((*found)->passwordHash)) {
        trace.outcome = u"wrongPassword"_s;
        if (auto noted = note(store, context, trace); !noted)
            return failure(std::move(noted).error());
        context.keepsRefusal = true;
        return failure(Error::rejected(u"wrongPassword"_s, u"password"_s));
    }
    const api::User &user = (*found)->user;
    const auto begun = renewHash(store, user.id, verdict).and_then([&](Nothing) {
        return store.sessions.replaceToken(asker, api::Level::Password, context.principal->token);
    });
    if (!begun)
        return refuseProof(context, store, user, begun.error());
    return note(store, context, trace)
        .and_then([&](Nothing) {
            return tell(store, user.id, api::EventKind::SessionChanged, asker.session);
        })
        .and_then([&](Nothing) {
            return store.throttle.succeeded(Try::Password, user.email, context.address);
        })
        .map([&](Nothing) { return api::SignedIn{begun->token, user, begun->session}; });
}

Result<Nothing> signOut(const api::SignOut &, Context &context, WriteStore &store)
{
    const Asker asker = context.asker();
    return store.sessions.end(asker, asker.session, api::EndReason::SignedOut)
        .and_then([&](const SessionChange &change) -> Result<Nothing> {
            if (!change.changed)
                return Nothing();
            Trace trace;
            trace.subject = asker.session.text();
            return note(store, context, trace).and_then([&](Nothing) {
                return tell(store, asker.user, api::EventKind::SessionEnded, asker.session);
            });
        });
}

} // namespace

void addSigningIn(HandlerSet &handlers)
{
    handlers.proving<api::SignIn>({.prepare = prepareSignIn, .finish = finishSignIn});
    handlers.proving<api::ProveWithPassword>({.prepare = prepareProof, .finish = finishProof});
    // No sign-in of this server leaves a challenge open, so there is none of any name.
    handlers.read<api::AnswerChallenge>(
        [](const api::AnswerChallenge &, Context &, ReadStore &) -> Result<api::SignInProgress> {
            return failure(Error::of(Error::Kind::NotFound, u"challengeUnknown"_s));
        });
    handlers.read<api::CurrentSession>(
        [](const api::CurrentSession &, Context &context, ReadStore &store) {
            return store.sessions.find(context.asker(), context.principal->session);
        });
    handlers.write<api::SignOut>(signOut);
}

} // namespace latchkey::server::handlers
