#include "api/email.h"
#include "api/names.h"
#include "server/handlers/handlers.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// Asked before the password is hashed, and again by the work that makes the account: meanwhile
/// another one may have been made.
Result<Nothing> mayJoin(const Service &service, const api::SignUp &op, WriteStore &store)
{
    return store.setup.isFirstAccountPending().and_then([&](bool isFirst) -> Result<Nothing> {
        if (!isFirst && service.signUp == SignUpRule::OnlyFirst)
            return failure(Error::of(Error::Kind::Forbidden, u"signUpClosed"_s));
        return store.setup.admit(op.setupCode);
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
    if (const auto device = api::normalDevice(op.device, u"device"_s); !device)
        return failure(device.error());
    return api::normalEmail(op.email).and_then([&](const QString &email) {
        return store.throttle.countTry(Try::SignUp, email, context.address).map([&](Nothing) {
            PasswordTask task;
            task.choice = {op.password, {op.name, email}, u"password"_s};
            return task;
        });
    });
}

/// Whose address it is already is not told, and it takes as long to say.
Result<api::SignUpProgress> refuseTaken(Context &context, WriteStore &store, const Error &error)
{
    if (error.code != "emailTaken"_L1)
        return failure(error);
    Trace trace;
    trace.outcome = u"signUpRefused"_s;
    if (auto noted = note(store, context, trace); !noted)
        return failure(std::move(noted).error());
    context.keepsRefusal = true;
    return failure(Error::rejected(u"signUpRefused"_s, u"email"_s));
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
    if (service.signUp != SignUpRule::EachWithCode) {
        if (auto used = store.setup.withdrawCode(); !used)
            return failure(std::move(used).error());
    }
    if (auto counted = store.throttle.countNewAccount(context.address); !counted)
        return failure(std::move(counted).error());
    const auto name = api::normalName(op.name, u"name"_s);
    const auto user = store.users.insert({*email, *name, op.language, *verdict.fresh});
    if (!user)
        return refuseTaken(context, store, user.error());
    const auto begun = store.sessions.begin({.user = user->id,
                                             .role = user->role,
                                             .device = *api::normalDevice(op.device, u"device"_s),
                                             .address = context.address,
                                             .proof = api::Proof::SignUp});
    if (!begun)
        return failure(begun.error());
    Trace trace;
    trace.subject = user->id.text();
    trace.actor = user->id;
    trace.session = begun->session.id;
    trace.changes = {{u"email"_s, {}, user->email}, {u"name"_s, {}, user->name}};
    return note(store, context, trace)
        .and_then([&](Nothing) {
            return tell(store, user->id, api::EventKind::SessionStarted, begun->session.id);
        })
        .and_then(
            [&](Nothing) { return store.throttle.succeeded(Try::SignUp, *email, context.address); })
        .map([&](Nothing) {
            return api::SignUpProgress{api::SignedIn{begun->token, *user, begun->session}, {}};
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
    handlers.read<api::IdentifyUser>(
        [](const api::IdentifyUser &op, Context &, ReadStore &) -> Result<api::SignInWays> {
            return api::normalEmail(op.email).map(
                [](const QString &) { return api::SignInWays{{api::SignInWay::Password}}; });
        });
}

} // namespace latchkey::server::handlers
