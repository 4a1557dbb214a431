#include "api/names.h"
#include "server/handlers/codesending.h"
#include "server/handlers/device.h"
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
    if (const auto device = keptDevice(op.device); !device)
        return failure(device.error());
    const auto login = api::normalLogin(op.login, u"login"_s);
    const auto found =
        login.and_then([&](const QString &normal) { return store.users.findByLogin(normal); });
    if (!found)
        return failure(found.error());
    // However it is named, it is one account that is tried.
    const QString subject = *found ? (*found)->user.email : *login;
    return store.throttle.countTry(Try::Password, subject, context.address).map([&](Nothing) {
        PasswordTask task;
        task.check = {op.password, *found ? (*found)->passwordHash : Secret()};
        return task;
    });
}

Error wrongCredentials()
{
    return Error::of(Error::Kind::Unauthorized, u"wrongCredentials"_s);
}

Result<api::SignInProgress> refuseSignIn(const api::SignIn &op, Context &context, WriteStore &store,
                                         const std::optional<StoredUser> &found)
{
    Trace trace;
    trace.subject = found ? found->user.id.text() : QString();
    trace.outcome = u"wrongCredentials"_s;
    if (auto noted = note(store, context, trace); !noted)
        return failure(std::move(noted).error());
    context.keepsRefusal = true;
    const bool isTold = op.tellsUnknown && !found;
    return failure(isTold ? Error::of(Error::Kind::NotFound, u"userUnknown"_s)
                          : wrongCredentials());
}

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
    const auto factors = factorsAsked(store, who.user);
    if (!opened || !factors)
        return failure(opened ? factors.error() : opened.error());
    const api::Challenge asked{opened->id, *factors, opened->expiresAt};
    Trace trace;
    trace.subject = who.user.text();
    trace.outcome = u"secondFactorAsked"_s;
    return note(store, context, trace).map([&](Nothing) {
        return api::SignInProgress{{}, asked, {}};
    });
}

/// The way that it came by has no word for what is asked. The try stays counted there, too.
Result<api::SignInProgress> refuseChallenge(Context &context, WriteStore &store,
                                            const api::UserId &user)
{
    Trace trace;
    trace.subject = user.text();
    trace.outcome = u"secondFactorAsked"_s;
    context.keepsRefusal = true;
    return note(store, context, trace).and_then([](Nothing) -> Result<api::SignInProgress> {
        return failure(wrongCredentials());
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
    const auto found = store.users.findByLogin(*api::normalLogin(op.login, u"login"_s));
    if (!found)
        return failure(found.error());
    if (!*found || !verdict.holdsFor((*found)->passwordHash))
        return refuseSignIn(op, context, store, *found);
    const api::User &user = (*found)->user;
    const api::Device device = *keptDevice(op.device);
    const auto proof = renewHash(store, user.id, verdict).and_then([&](Nothing) {
        return proofOf(op, store, user.id);
    });
    if (!proof)
        return failure(proof.error());
    if (!*proof && !op.takesChallenge)
        return refuseChallenge(context, store, user.id);
    if (!*proof)
        return challenge(context, store, {user.id, device, context.address});
    return begin(news, context, store, user,
                 {.user = user.id,
                  .role = user.role,
                  .device = device,
                  .address = context.address,
                  .proof = **proof,
                  .terms = *context.sessionTerms});
}

api::Proof proofBy(api::Factor factor)
{
    switch (factor) {
    case api::Factor::Totp:
        return api::Proof::Totp;
    case api::Factor::RecoveryCode:
        return api::Proof::RecoveryCode;
    case api::Factor::EmailCode:
        return api::Proof::EmailCode;
    case api::Factor::SmsCode:
        return api::Proof::SmsCode;
    case api::Factor::Unknown:
        break;
    }
    Q_UNREACHABLE();
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
    return store.challenges.close(op.id)
        .and_then([&](Nothing) {
            return begin(news, context, store, user,
                         {.user = user.id,
                          .role = user.role,
                          .device = who.device,
                          .address = context.address,
                          .proof = proofBy(op.factor),
                          .level = api::Level::SecondFactor,
                          .terms = *context.sessionTerms});
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

/// Whoever asks knows the password and nothing else: the address is told in part.
Result<api::CodeSent> sendChallengeCode(const Letters &letters, const api::SendChallengeCode &op,
                                        Context &context, WriteStore &store)
{
    const auto who = store.challenges.find(op.id, context.address);
    if (!who)
        return failure(who.error());
    const auto found = store.users.find(who->user);
    if (!found)
        return failure(found.error());
    const api::User &user = (*found)->user; // its challenges go with an account
    return codeRequestOfFactor(store, user, op.factor)
        .and_then([&](CodeRequest request) {
            request.use.purpose = CodePurpose::Challenge;
            request.use.subject = op.id.text();
            return sendCode<letter::SignInCode>(context, store, letters, request, user.language,
                                                Shown::Masked);
        })
        .and_then([&](const api::CodeSent &sent) {
            Trace trace;
            trace.subject = user.id.text();
            return note(store, context, trace).map([&](Nothing) { return sent; });
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
    const GivenCode given{op.factor, op.code, CodePurpose::Challenge, op.id.text()};
    if (auto taken = takeCode(store, user, given); !taken)
        return failure(refusedCode(store, context, user.id.text(), taken.error()));
    if (auto told = news.codeTaken(store, context, user, op.factor); !told)
        return failure(std::move(told).error());
    return finishAnswer(news, op, context, store, *who, user);
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
    handlers.write<api::SendChallengeCode>(
        [letters = service.letters](const api::SendChallengeCode &op, Context &context,
                                    WriteStore &store) {
            return sendChallengeCode(*letters, op, context, store);
        });
    handlers.write<api::AnswerChallenge>(std::bind_front(answerChallenge, news));
    handlers.read<api::CurrentSession>(
        [](const api::CurrentSession &, Context &context, ReadStore &store) {
            return store.sessions.find(context.asker(), context.principal->session);
        });
    handlers.write<api::SignOut>(signOut);
}

} // namespace latchkey::server::handlers
