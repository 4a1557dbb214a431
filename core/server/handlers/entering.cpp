#include "server/handlers/entering.h"

#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// From a device that its owner never vouched for they are asked whether it was them, and the first
/// time told as well. Else a stranger's second sign-in would stand in the first one's shade.
Result<BegunSession> beginSession(const News &news, WriteStore &store, const api::User &user,
                                  NewSession fresh)
{
    const auto device = store.sessions.acquaintance(user.id, fresh.device);
    if (!device)
        return failure(device.error());
    fresh.reviewed = *device == Acquaintance::Known;
    return store.sessions.begin(fresh).and_then([&](const BegunSession &begun) {
        const auto told = *device == Acquaintance::None ? news.newSignIn(store, user, begun.session)
                                                        : Result<Nothing>();
        return told.map([&](Nothing) { return begun; });
    });
}

/// What else the account asks for.
Result<QList<api::Factor>> factorsLeft(WriteStore &store, const api::UserId &user,
                                       const Entering &how)
{
    return factorsAsked(store, user)
        .and_then([&](QList<api::Factor> asked) -> Result<QList<api::Factor>> {
            if (!how.shown)
                return asked;
            asked.removeAll(*how.shown);
            if (asked.isEmpty())
                return failure(Error::of(Error::Kind::Conflict, u"passwordNeeded"_s));
            return asked;
        });
}

Trace askedMore(const api::UserId &user)
{
    Trace trace;
    trace.subject = user.text();
    trace.outcome = u"secondFactorAsked"_s;
    return trace;
}

/// The try that the password was stays counted until the challenge is answered: else whoever knows
/// the password could try codes for ever.
Result<api::SignInProgress> challenge(Context &context, WriteStore &store, const api::UserId &user,
                                      const Entering &how)
{
    const auto factors = factorsLeft(store, user, how);
    if (!factors)
        return failure(factors.error());
    return store.challenges.open({user, how.device, context.address, how.shown})
        .and_then([&](const OpenedChallenge &opened) {
            const api::Challenge asked{opened.id, *factors, opened.expiresAt};
            return note(store, context, askedMore(user)).map([&](Nothing) {
                return api::SignInProgress{{}, asked, {}};
            });
        });
}

/// The way that it came by has no word for what is asked. The try stays counted there, too.
Result<api::SignInProgress> refuseChallenge(Context &context, WriteStore &store,
                                            const api::UserId &user)
{
    context.keepsRefusal = true;
    return note(store, context, askedMore(user))
        .and_then(
            [](Nothing) -> Result<api::SignInProgress> { return failure(wrongCredentials()); });
}

/// What was shown is worth: nothing yet, where a challenge comes first.
Result<std::optional<api::Proof>> proofOf(WriteStore &store, const api::UserId &user,
                                          const Entering &how)
{
    using Proof = std::optional<api::Proof>;
    return store.factors.hasAny(user).and_then([&](bool isAsked) -> Result<Proof> {
        if (!isAsked)
            return Proof(how.proof);
        if (!how.deviceTrust)
            return Proof();
        return store.trustedDevices.use(user, *how.deviceTrust).map([](bool isTrusted) {
            return isTrusted ? Proof(api::Proof::TrustedDevice) : Proof();
        });
    });
}

} // namespace

Error wrongCredentials()
{
    return Error::of(Error::Kind::Unauthorized, u"wrongCredentials"_s);
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

Result<api::SignInProgress> enter(const News &news, Context &context, WriteStore &store,
                                  const api::User &user, const Entering &how)
{
    const auto proof = proofOf(store, user.id, how);
    if (!proof)
        return failure(proof.error());
    if (*proof) {
        return begin(news, context, store, user,
                     {.user = user.id,
                      .role = user.role,
                      .device = how.device,
                      .address = context.address,
                      .proof = **proof,
                      .until = how.until,
                      .terms = *context.sessionTerms});
    }
    return how.takesChallenge ? challenge(context, store, user.id, how)
                              : refuseChallenge(context, store, user.id);
}

} // namespace latchkey::server::handlers
