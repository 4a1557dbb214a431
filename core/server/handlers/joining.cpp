#include "api/email.h"
#include "api/names.h"
#include "server/handlers/codesending.h"
#include "server/handlers/device.h"
#include "server/handlers/emailcodes.h"
#include "server/handlers/handlers.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/serversettings.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"
#include "server/store/wrongcode.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// Asked before the password is hashed, and again by the work that makes the account: meanwhile
/// another one may have been made.
Result<Nothing> mayJoin(const Service &service, WriteStore &store)
{
    return store.setup.isFirstAccountPending().and_then([&](bool isFirst) {
        const auto isOpen = isFirst ? Result<bool>(true) : isSignUpOpen(service, store.setup);
        return isOpen.and_then([](bool open) -> Result<Nothing> {
            if (!open)
                return failure(Error::of(Error::Kind::Forbidden, u"signUpClosed"_s));
            return Nothing();
        });
    });
}

Result<Nothing> mayJoin(const Service &service, const api::SignUp &op, WriteStore &store)
{
    return mayJoin(service, store).and_then([&](Nothing) {
        return store.setup.admit(op.setupCode);
    });
}

Result<std::optional<QString>> normalUserName(const api::SignUp &op)
{
    if (!op.userName)
        return std::nullopt;
    return api::normalUserName(*op.userName, u"userName"_s).map([](const QString &name) {
        return std::optional(name);
    });
}

/// Names are chosen, so each may be told that one is taken; an address is not.
Result<Nothing> mustBeFree(const std::optional<QString> &userName, Context &context,
                           WriteStore &store)
{
    if (!userName)
        return Nothing();
    return store.users.findByLogin(*userName).and_then([&](const auto &owner) -> Result<Nothing> {
        if (!owner)
            return Nothing();
        return failure(keepRefusal(store, context, {}, userNameTaken()));
    });
}

Result<PasswordTask> prepareSignUp(const Service &service, const api::SignUp &op, Context &context,
                                   WriteStore &store)
{
    // Nobody guesses a code: only what costs a hash is counted.
    if (auto admitted = mayJoin(service, op, store); !admitted)
        return failure(std::move(admitted).error());
    if (const auto name = api::normalName(op.name, u"name"_s); !name)
        return failure(name.error());
    if (const auto device = keptDevice(op.device); !device)
        return failure(device.error());
    const auto userName = normalUserName(op);
    if (!userName)
        return failure(userName.error());
    return api::normalEmail(op.email).and_then([&](const QString &email) {
        return store.throttle.countTry(Try::SignUp, email, context.address)
            .and_then([&](Nothing) { return mustBeFree(*userName, context, store); })
            .map([&](Nothing) {
                PasswordTask task;
                task.choice = {
                    op.password, {op.name, email, userName->value_or(QString())}, u"password"_s};
                return task;
            });
    });
}

/// Whose address it is already is not told, and it takes as long to say.
Result<api::SignUpProgress> refuseTaken(Context &context, WriteStore &store, const Error &error)
{
    if (error.code != "emailTaken"_L1)
        return failure(error);
    return failure(
        keepRefusal(store, context, {}, Error::rejected(u"signUpRefused"_s, u"email"_s)));
}

/// What a new account leaves behind.
Result<Nothing> traced(Context &context, WriteStore &store, const api::User &user,
                       const std::optional<api::SessionId> &session)
{
    Trace trace;
    trace.subject = user.id.text();
    trace.actor = user.id;
    trace.session = session;
    trace.changes = {{u"email"_s, {}, user.email}, {u"name"_s, {}, user.name}};
    if (user.userName)
        trace.changes << FieldChange{u"userName"_s, {}, user.userName};
    return note(store, context, trace).and_then([&](Nothing) {
        return store.throttle.succeeded(Try::SignUp, user.email, context.address);
    });
}

/// The account, and its first session.
Result<api::SignedIn> join(Context &context, WriteStore &store, const WaitingSignUp &who)
{
    const auto user = store.users.insert(who.user);
    if (!user)
        return failure(user.error());
    const auto begun = store.sessions.begin({.user = user->id,
                                             .role = user->role,
                                             .device = who.device,
                                             .address = context.address,
                                             .proof = api::Proof::SignUp,
                                             .terms = *context.sessionTerms});
    if (!begun)
        return failure(begun.error());
    return traced(context, store, *user, begun->session.id)
        .and_then([&](Nothing) {
            return tell(store, user->id, api::EventKind::SessionStarted, begun->session.id);
        })
        .map([&](Nothing) { return api::SignedIn{begun->token, *user, begun->session}; });
}

/// Whose address has an account already gets a letter about that, and a code that will do nobody
/// gets; it looks and takes as long as if it had none.
Result<api::CodeSent> sendCode(const Letters &letters, WriteStore &store, Timestamp now,
                               const api::SignUpId &id, const NewUser &who)
{
    const auto taken = store.users.findByEmail(who.email);
    if (!taken)
        return failure(taken.error());
    const auto fresh = store.sentCodes.make({.use = {CodePurpose::SignUp, id.text()},
                                             .asker = api::emailKey(who.email),
                                             .to = who.email,
                                             .isGood = !*taken});
    if (!fresh)
        return failure(fresh.error());
    if (!*taken) {
        const letter::EmailVerification about{fresh->code, fresh->lifetime};
        return postCode(store, *fresh, letters.mail(about, who.language, who.email), Shown::Whole);
    }
    const api::User &owner = (*taken)->user;
    return postInstead(store, *fresh,
                       letters.mail(letter::SignUpTried{now}, owner.language, owner.email), now)
        .map([&](api::CodeSent sent) {
            sent.to = who.email;
            return sent;
        });
}

Result<api::SignUpProgress> wait(const Letters &letters, Context &context, WriteStore &store,
                                 const WaitingSignUp &who)
{
    const auto id = store.signUps.wait(who);
    if (!id)
        return failure(id.error());
    Trace trace;
    trace.subject = id->text();
    trace.outcome = u"codeSent"_s;
    return sendCode(letters, store, context.now, *id, who.user)
        .and_then([&](const api::CodeSent &sent) {
            return note(store, context, trace).map([&](Nothing) {
                return api::SignUpProgress{{}, api::PendingSignUp{*id, sent}};
            });
        });
}

/// Whoever is to sign in afterwards.
Result<api::SignUpProgress> joinWithoutSession(Context &context, WriteStore &store,
                                               const WaitingSignUp &who)
{
    return store.users.insert(who.user).and_then([&](const api::User &user) {
        return traced(context, store, user, {}).map([&](Nothing) {
            return api::SignUpProgress{{}, {}, user};
        });
    });
}

Result<api::SignUpProgress> joinWithSession(Context &context, WriteStore &store,
                                            const WaitingSignUp &who)
{
    return join(context, store, who).map([](const api::SignedIn &joined) {
        return api::SignUpProgress{joined, {}, joined.user};
    });
}

/// Where nobody waits for the code, it may come back whenever they like.
Result<api::SignUpProgress> joinAtOnce(const Service &service, bool beginsSession, Context &context,
                                       WriteStore &store, const WaitingSignUp &who)
{
    const auto joined = beginsSession ? joinWithSession(context, store, who)
                                      : joinWithoutSession(context, store, who);
    if (!joined) {
        const bool isTaken = joined.error().kind == Error::Kind::Conflict;
        return failure(isTaken ? keepRefusal(store, context, {}, joined.error()) : joined.error());
    }
    const auto sent = store.post.carries(PostKind::Mail)
                          ? sendVerificationCode(*service.letters, context, store, *joined->joined)
                                .map([](const api::CodeSent &) { return Nothing(); })
                          : Result<Nothing>();
    return sent.map([&](Nothing) { return *joined; });
}

/// Where the server keeps its mails, whoever signs up sits in front of them.
Result<bool> waitsForCode(const Service &service, WriteStore &store)
{
    return store.setup.isFirstAccountPending().map(
        [&](bool isFirst) { return !isFirst && service.post.mail == PostWay::Out; });
}

Result<api::SignUpProgress> finishSignUp(const Service &service, const api::SignUp &op,
                                         Context &context, WriteStore &store,
                                         const PasswordVerdict &verdict)
{
    const auto email = api::normalEmail(op.email);
    if (verdict.refused) {
        // No hash was made, and whoever looks for a password that pleases tries nothing out.
        context.keepsRefusal = true;
        return store.throttle.succeeded(Try::SignUp, *email, context.address)
            .and_then(
                [&](Nothing) -> Result<api::SignUpProgress> { return failure(*verdict.refused); });
    }
    if (auto admitted = mayJoin(service, op, store); !admitted)
        return failure(std::move(admitted).error());
    const auto waits = waitsForCode(service, store);
    if (!waits)
        return failure(waits.error());
    if (service.signUp != SignUpRule::EachWithCode) {
        if (auto used = store.setup.withdrawCode(); !used)
            return failure(std::move(used).error());
    }
    if (auto counted = store.throttle.countNewAccount(context.address); !counted)
        return failure(std::move(counted).error());
    const WaitingSignUp who{{.email = *email,
                             .name = *api::normalName(op.name, u"name"_s),
                             .language = op.language,
                             .passwordHash = *verdict.fresh,
                             .userName = *normalUserName(op)},
                            *keptDevice(op.device)};
    if (op.answersAtOnce)
        return joinAtOnce(service, op.beginsSession, context, store, who);
    if (*waits)
        return wait(*service.letters, context, store, who);
    const auto joined = join(context, store, who);
    if (!joined)
        return refuseTaken(context, store, joined.error());
    return api::SignUpProgress{*joined, {}};
}

Result<WaitingSignUp> waiting(const api::SignUpId &id, WriteStore &store)
{
    return store.signUps.find(id).and_then(
        [](const std::optional<WaitingSignUp> &found) -> Result<WaitingSignUp> {
            return found ? Result<WaitingSignUp>(*found)
                         : failure(Error::of(Error::Kind::NotFound, u"signUpUnknown"_s));
        });
}

Result<api::CodeSent> sendSignUpCode(const std::shared_ptr<const Letters> &letters,
                                     const api::SendSignUpCode &op, Context &context,
                                     WriteStore &store)
{
    Trace trace;
    trace.subject = op.id.text();
    return waiting(op.id, store)
        .and_then([&](const WaitingSignUp &who) {
            return sendCode(*letters, store, context.now, op.id, who.user);
        })
        .and_then([&](const api::CodeSent &sent) {
            return note(store, context, trace).map([&](Nothing) { return sent; });
        });
}

/// Who was let in to wait is not yet in, where the server has closed since.
Result<api::SignedIn> finishWaiting(const Service &service, const api::FinishSignUp &op,
                                    Context &context, WriteStore &store)
{
    if (auto admitted = mayJoin(service, store); !admitted)
        return failure(std::move(admitted).error());
    auto who = waiting(op.id, store);
    if (!who)
        return failure(who.error());
    if (auto counted =
            store.throttle.countTry(Try::Recovery, u"signUp/"_s + op.id.text(), context.address);
        !counted)
        return failure(std::move(counted).error());
    who->user.isEmailVerified = true;
    const auto joined = store.sentCodes.use({CodePurpose::SignUp, op.id.text()}, op.code)
                            .and_then([&](const QString &) { return join(context, store, *who); });
    if (!joined) {
        // Whether an address got an account meanwhile is not told.
        const bool isTaken = joined.error().code == "emailTaken"_L1;
        return failure(
            refusedCode(store, context, op.id.text(), isTaken ? wrongCode() : joined.error()));
    }
    return store.signUps.forget(op.id)
        .and_then([&](Nothing) {
            return store.throttle.succeeded(Try::Recovery, u"signUp/"_s + op.id.text(),
                                            context.address);
        })
        .map([&](Nothing) { return *joined; });
}

Result<std::optional<api::Provider>> providerFor(const QString &login, ReadStore &store)
{
    return api::isEmail(login) ? store.providers.findByDomain(api::domainOf(login))
                               : Result<std::optional<api::Provider>>();
}

Result<api::SignInWays> identify(const Service &service, const api::IdentifyUser &op, Context &,
                                 ReadStore &store)
{
    const auto login = api::normalLogin(op.login, u"login"_s);
    if (!login)
        return failure(login.error());
    return providerFor(*login, store).map([&](const std::optional<api::Provider> &provider) {
        api::SignInWays ways;
        if (provider) {
            ways.ways << api::SignInWay::Provider;
            ways.provider = api::cardOf(*provider);
            if (!service.publicAddress.isEmpty())
                ways.page = service.publicAddress + u"/sign-in/"_s + provider->id.text();
        }
        ways.ways << api::SignInWay::Password;
        if (service.post.mail != PostWay::Nowhere && api::isEmail(*login))
            ways.ways << api::SignInWay::EmailCode;
        return ways;
    });
}

} // namespace

void addJoining(HandlerSet &handlers, const Service &service)
{
    handlers.proving<api::SignUp>(
        {.prepare =
             [service](const api::SignUp &op, Context &context, WriteStore &store) {
                 return prepareSignUp(service, op, context, store);
             },
         .finish =
             [service](const api::SignUp &op, Context &context, WriteStore &store,
                       const PasswordVerdict &verdict) {
                 return finishSignUp(service, op, context, store, verdict);
             }});
    handlers.write<api::SendSignUpCode>(std::bind_front(sendSignUpCode, service.letters));
    handlers.write<api::FinishSignUp>(std::bind_front(finishWaiting, service));
    handlers.read<api::IdentifyUser>(std::bind_front(identify, service));
}

} // namespace latchkey::server::handlers
