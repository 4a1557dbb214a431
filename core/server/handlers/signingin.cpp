#include "api/names.h"
#include "server/handlers/codesending.h"
#include "server/handlers/device.h"
#include "server/handlers/entering.h"
#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"
#include "server/store/wrongcode.h"

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

Result<api::SignInProgress> finishSignIn(const News &news, const api::SignIn &op, Context &context,
                                         WriteStore &store, const PasswordVerdict &verdict)
{
    const auto found = store.users.findByLogin(*api::normalLogin(op.login, u"login"_s));
    if (!found)
        return failure(found.error());
    if (!*found || !verdict.holdsFor((*found)->passwordHash))
        return refuseSignIn(op, context, store, *found);
    const api::User &user = (*found)->user;
    const Entering how{.device = *keptDevice(op.device),
                       .until = op.until,
                       .deviceTrust = op.deviceTrust,
                       .takesChallenge = op.takesChallenge};
    return renewHash(store, user.id, verdict).and_then([&](Nothing) {
        return enter(news, context, store, user, how);
    });
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
                                         api::Factor factor, Context &context, WriteStore &store,
                                         const SigningIn &who, const api::User &user)
{
    return store.challenges.close(op.id)
        .and_then([&](Nothing) {
            return begin(news, context, store, user,
                         {.user = user.id,
                          .role = user.role,
                          .device = who.device,
                          .address = context.address,
                          .proof = proofBy(factor),
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
    return codeRequestOfFactor(store, user, op.factor, who->shown)
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

/// What they gave first is no second factor, nor worth a look: it isn't used up.
Result<api::Factor> answeredBy(const api::AnswerChallenge &op, WriteStore &store,
                               const SigningIn &who, const api::User &user)
{
    if (who.shown == op.factor)
        return failure(wrongCode());
    return takeCode(store, user, {op.factor, op.code, CodePurpose::Challenge, op.id.text()});
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
    const auto taken = answeredBy(op, store, *who, user);
    if (!taken)
        return failure(refusedCode(store, context, user.id.text(), taken.error()));
    if (auto told = news.codeTaken(store, context, user, *taken); !told)
        return failure(std::move(told).error());
    return finishAnswer(news, op, *taken, context, store, *who, user);
}

Result<Nothing> signOut(const api::SignOut &, Context &context, WriteStore &store)
{
    const Asker asker = context.asker();
    return store.sessions.end(asker, asker.session, api::EndReason::SignedOut)
        .and_then([&](const SessionChange &change) -> Result<Nothing> {
            return change.changed ? traceEnded(store, context, asker.user, {change.session})
                                  : Result<Nothing>();
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
