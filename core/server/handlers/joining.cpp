#include "api/email.h"
#include "api/names.h"
#include "server/handlers/codesending.h"
#include "server/handlers/device.h"
#include "server/handlers/handlers.h"
#include "server/handlers/newaccount.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"
#include "server/store/wrongcode.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

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
    if (auto admitted = mayJoin(service, op.setupCode, store); !admitted)
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
    const auto waits = waitsForCode(service, store);
    if (!waits)
        return failure(waits.error());
    if (auto in = letIn(service, op.setupCode, context, store); !in)
        return failure(std::move(in).error());
    const WaitingSignUp who{{.email = *email,
                             .name = *api::normalName(op.name, u"name"_s),
                             .language = op.language,
                             .passwordHash = *verdict.fresh,
                             .userName = *normalUserName(op)},
                            *keptDevice(op.device)};
    if (op.answersAtOnce) {
        const AtOnce how{op.beginsSession, op.verificationPath,
                         op.takesCode ? TypedAt::Asking : TypedAt::OwnAddress};
        return joinAtOnce(service, how, context, store, who);
    }
    if (*waits)
        return joinByCode(*service.letters, context, store, who);
    const auto joined = join(context, store, who);
    if (!joined)
        return refuseTaken(context, store, joined.error());
    return api::SignUpProgress{*joined, {}};
}

/// Nobody has anything but a code to show, so each waits for theirs.
Result<api::SignUpProgress> signUpByEmail(const Service &service, const api::SignUpByEmail &op,
                                          Context &context, WriteStore &store)
{
    if (auto may = mayJoin(service, op.setupCode, store); !may)
        return failure(std::move(may).error());
    const auto name = api::normalName(op.name, u"name"_s);
    if (!name)
        return failure(name.error());
    const auto device = keptDevice(op.device);
    if (!device)
        return failure(device.error());
    const auto email = api::normalEmail(op.email);
    if (!email)
        return failure(email.error());
    const auto in = mustCarry(store, PostKind::Mail)
                        .and_then([&](Nothing) {
                            return store.throttle.countTry(Try::SignUp, *email, context.address);
                        })
                        .and_then([&](Nothing) {
                            return op.answersAtOnce
                                       ? letIn(service, op.setupCode, context, store)
                                       : letWait(service, op.setupCode, context, store);
                        });
    if (!in)
        return failure(in.error());
    const WaitingSignUp who{{.email = *email, .name = *name, .language = op.language}, *device};
    return op.answersAtOnce ? joinAtOnce(service, {.beginsSession = false}, context, store, who)
                            : joinByCode(*service.letters, context, store, who);
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
            return sendJoiningCode(*letters, store, context.now, op.id, who.user);
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
        .and_then([&](Nothing) { return withdrawSetupCode(service, store); })
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
    handlers.write<api::SignUpByEmail>(std::bind_front(signUpByEmail, service));
    handlers.write<api::SendSignUpCode>(std::bind_front(sendSignUpCode, service.letters));
    handlers.write<api::FinishSignUp>(std::bind_front(finishWaiting, service));
    handlers.read<api::IdentifyUser>(std::bind_front(identify, service));
}

} // namespace latchkey::server::handlers
