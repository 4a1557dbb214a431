#include "api/email.h"
#include "api/names.h"
#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"

#include <functional>

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

/// From a device that the account doesn't know, its owner is told, and asked whether it was them.
Result<BegunSession> beginSession(const News &news, WriteStore &store, const api::User &user,
                                  NewSession fresh)
{
    const auto isKnown = store.sessions.knows(user.id, fresh.device);
    if (!isKnown)
        return failure(isKnown.error());
    fresh.reviewed = *isKnown;
    return store.sessions.begin(fresh).and_then([&](const BegunSession &begun) {
        const auto told = *isKnown ? Result<Nothing>() : news.newSignIn(store, user, begun.session);
        return told.map([&](Nothing) { return begun; });
    });
}

Result<api::SignInProgress> begin(const News &news, Context &context, WriteStore &store,
                                  const api::User &user, const NewSession &fresh)
{
    const auto begun = beginSession(news, store, user, fresh);
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
            return store.throttle.succeeded(Try::Password, user.email, context.address);
        })
        .map([&](Nothing) {
            return api::SignInProgress{api::SignedIn{begun->token, user, begun->session}, {}, {}};
        });
}

/// The try that the password was stays counted until the challenge is answered: else whoever knows
/// the password could try codes for ever.
Result<api::SignInProgress> challenge(Context &context, WriteStore &store, const SigningIn &who)
{
    const auto opened = store.challenges.open(who);
    const auto codes = store.recoveryCodes.left(who.user);
    if (!opened || !codes)
        return failure(opened ? codes.error() : opened.error());
    api::Challenge asked{opened->id, {api::Factor::Totp}, opened->expiresAt};
    if (*codes && (*codes)->left > 0)
        asked.factors << api::Factor::RecoveryCode;
    Trace trace;
    trace.subject = who.user.text();
    trace.outcome = u"secondFactorAsked"_s;
    return note(store, context, trace).map([&](Nothing) {
        return api::SignInProgress{{}, asked, {}};
    });
}

/// What the right password is worth: nothing yet, where a challenge comes first.
Result<std::optional<api::Proof>> proofOf(const api::SignIn &op, WriteStore &store,
                                          const api::UserId &user)
{
    using Proof = std::optional<api::Proof>;
    return store.factors.hasAny(user).and_then([&](bool isAsked) -> Result<Proof> {
        if (!isAsked)
            return Proof(api::Proof::Password);
        if (!op.deviceTrust)
            return Proof();
        return store.trustedDevices.use(user, *op.deviceTrust).map([](bool isTrusted) {
            return isTrusted ? Proof(api::Proof::TrustedDevice) : Proof();
        });
    });
}

Result<api::SignInProgress> finishSignIn(const News &news, const api::SignIn &op, Context &context,
                                         WriteStore &store, const PasswordVerdict &verdict)
{
    const auto email = api::normalEmail(op.email);
    const auto found = store.users.findByEmail(*email);
    if (!found)
        return failure(found.error());
    if (!*found || !verdict.holdsFor((*found)->passwordHash))
        return refuseSignIn(context, store, *found);
    const api::User &user = (*found)->user;
    const api::Device device = *api::normalDevice(op.device, u"device"_s);
    const auto proof = renewHash(store, user.id, verdict).and_then([&](Nothing) {
        return proofOf(op, store, user.id);
    });
    if (!proof)
        return failure(proof.error());
    if (!*proof)
        return challenge(context, store, {user.id, device, context.address});
    return begin(news, context, store, user,
                 {.user = user.id,
                  .role = user.role,
                  .device = device,
                  .address = context.address,
                  .proof = **proof});
}

/// Refused, but the count of the try and what is noted of it stay.
template <class T>
Result<T> refuseCode(Context &context, WriteStore &store, const api::UserId &user,
                     const Error &error)
{
    if (error.code != "wrongCode"_L1)
        return failure(error);
    Trace trace;
    trace.subject = user.text();
    trace.outcome = error.code;
    if (auto noted = note(store, context, trace); !noted)
        return failure(std::move(noted).error());
    context.keepsRefusal = true;
    return failure(error);
}

Result<api::SignInProgress> trusting(WriteStore &store, const SigningIn &who,
                                     const api::SignInProgress &progress)
{
    return store.trustedDevices.trust(who).and_then([&](const FreshTrust &fresh) {
        return tell(store, who.user, api::EventKind::FactorsChanged).map([&](Nothing) {
            api::SignInProgress trusted = progress;
            trusted.deviceTrust = fresh.token;
            return trusted;
        });
    });
}

Result<api::SignInProgress> finishAnswer(const News &news, const api::AnswerChallenge &op,
                                         Context &context, WriteStore &store, const SigningIn &who,
                                         const api::User &user)
{
    const bool isTotp = op.factor == api::Factor::Totp;
    return store.challenges.close(op.id)
        .and_then([&](Nothing) {
            return begin(news, context, store, user,
                         {.user = user.id,
                          .role = user.role,
                          .device = who.device,
                          .address = context.address,
                          .proof = isTotp ? api::Proof::Totp : api::Proof::RecoveryCode,
                          .level = api::Level::SecondFactor});
        })
        .and_then([&](const api::SignInProgress &progress) {
            // The password was a try of this address, too.
            return store.throttle.succeeded(Try::Password, user.email, context.address)
                .map([&](Nothing) { return progress; });
        })
        .and_then([&](const api::SignInProgress &progress) {
            return op.trustDevice ? trusting(store, who, progress)
                                  : Result<api::SignInProgress>(progress);
        });
}

Result<api::SignInProgress> answerChallenge(const News &news, const api::AnswerChallenge &op,
                                            Context &context, WriteStore &store)
{
    const auto who = store.challenges.countTry(op.id, context.address);
    if (!who)
        return failure(who.error());
    const auto found = store.users.find(who->user);
    if (!found)
        return failure(found.error());
    const api::User &user = (*found)->user; // its challenges go with an account
    if (auto counted = store.throttle.countTry(Try::Password, user.email, context.address);
        !counted)
        return failure(std::move(counted).error());
    if (auto taken = takeCode(store, user.id, op.factor, op.code); !taken)
        return refuseCode<api::SignInProgress>(context, store, user.id, taken.error());
    if (auto told = news.codeTaken(store, context, user, op.factor); !told)
        return failure(std::move(told).error());
    return finishAnswer(news, op, context, store, *who, user);
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
    if (!isProvenMeanwhile(error))
        return failure(error);
    Trace trace;
    trace.subject = context.principal->session.text();
    trace.outcome = error.code;
    if (auto noted = note(store, context, trace); !noted)
        return failure(std::move(noted).error());
    context.keepsRefusal = true;
    return passwordSucceeded(store, user, context.address)
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
        .and_then([&](Nothing) { return passwordSucceeded(store, user, context.address); })
        .map([&](Nothing) { return api::SignedIn{begun->token, user, begun->session}; });
}

/// Where another proof came before, everything is taken back: the try, and that the code was used.
Result<api::SignedIn> proveWithCode(const News &news, const api::ProveWithCode &op,
                                    Context &context, WriteStore &store)
{
    const Asker asker = context.asker();
    const auto found = store.users.find(asker.user);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(Error::of(Error::Kind::Unauthorized, u"sessionEnded"_s));
    const api::User &user = (*found)->user;
    if (auto counted = store.throttle.countTry(Try::Password, user.email, context.address);
        !counted)
        return failure(std::move(counted).error());
    if (auto taken = takeCode(store, user.id, op.factor, op.code); !taken)
        return refuseCode<api::SignedIn>(context, store, user.id, taken.error());
    if (auto told = news.codeTaken(store, context, user, op.factor); !told)
        return failure(std::move(told).error());
    const auto begun =
        store.sessions.replaceToken(asker, api::Level::SecondFactor, context.principal->token);
    if (!begun)
        return failure(begun.error());
    Trace trace;
    trace.subject = asker.session.text();
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

void addSigningIn(HandlerSet &handlers, const Service &service)
{
    const News news(service.letters);
    handlers.proving<api::SignIn>(
        {.prepare = prepareSignIn, .finish = std::bind_front(finishSignIn, news)});
    handlers.proving<api::ProveWithPassword>({.prepare = prepareProof, .finish = finishProof});
    handlers.write<api::AnswerChallenge>(std::bind_front(answerChallenge, news));
    handlers.write<api::ProveWithCode>(std::bind_front(proveWithCode, news));
    handlers.read<api::CurrentSession>(
        [](const api::CurrentSession &, Context &context, ReadStore &store) {
            return store.sessions.find(context.asker(), context.principal->session);
        });
    handlers.write<api::SignOut>(signOut);
}

} // namespace latchkey::server::handlers
