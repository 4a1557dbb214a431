#include "api/names.h"
#include "server/handlers/codesending.h"
#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"
#include "server/store/readstore.h"
#include "server/store/wrongcode.h"

#include <algorithm>
#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// What every change here leaves behind.
Result<Nothing> traced(Context &context, WriteStore &store, const QString &subject,
                       const QList<FieldChange> &changes = {})
{
    Trace trace;
    trace.subject = subject;
    trace.changes = changes;
    return note(store, context, trace).and_then([&](Nothing) {
        return tell(store, context.principal->user, api::EventKind::FactorsChanged);
    });
}

Result<api::Factors> listFactors(const api::ListFactors &, Context &context, ReadStore &store)
{
    const api::UserId &user = context.principal->user;
    return store.factors.list(user).and_then([&](const QList<api::EnrolledFactor> &factors) {
        return store.recoveryCodes.left(user).map(
            [&](const auto &left) { return api::Factors{factors, left}; });
    });
}

Result<api::NewTotp> enrolTotp(const QString &issuer, const api::EnrolTotp &op, Context &context,
                               WriteStore &store)
{
    const auto name = api::normalName(op.name, u"name"_s);
    if (!name)
        return failure(name.error());
    const auto user = asking(context, store);
    if (!user)
        return failure(user.error());
    return store.factors.enrol(user->id, *name).and_then([&](const FreshTotp &fresh) {
        // Nothing that anybody is shown has changed yet: no event.
        Trace trace;
        trace.subject = fresh.id.text();
        return note(store, context, trace).map([&](Nothing) {
            return api::NewTotp{fresh.id, fresh.totp.base32(), fresh.totp.uri(issuer, user->email),
                                fresh.expiresAt};
        });
    });
}

/// A second factor that whoever enrols it could never answer would lock them out.
Result<CodeRequest> enrolmentRequest(const api::User &user, api::Factor kind)
{
    if (kind == api::Factor::EmailCode && !user.emailVerified)
        return failure(Error::of(Error::Kind::Conflict, u"emailNotVerified"_s));
    return codeRequest(user, kind, u"kind"_s);
}

Result<api::NewCodes> enrolCodes(const Letters &letters, const api::EnrolCodes &op,
                                 Context &context, WriteStore &store)
{
    const auto name = api::normalName(op.name, u"name"_s);
    if (!name)
        return failure(name.error());
    const auto user = asking(context, store);
    if (!user)
        return failure(user.error());
    auto request = enrolmentRequest(*user, op.kind);
    if (!request)
        return failure(request.error());
    const auto id = store.factors.enrolCodes(user->id, op.kind, *name);
    if (!id)
        return failure(id.error());
    request->use.purpose = CodePurpose::Enrolment;
    request->use.subject = id->text();
    return sendCode<letter::ProofCode>(context, store, letters, *request, user->language)
        .and_then([&](const api::CodeSent &sent) {
            Trace trace;
            trace.subject = id->text();
            return note(store, context, trace).map([&](Nothing) {
                return api::NewCodes{*id, sent};
            });
        });
}

Result<api::EnrolledFactor> activate(const api::ActivateFactor &op, WriteStore &store,
                                     const api::User &user)
{
    const auto kind = store.factors.waiting(user.id, op.id);
    if (!kind)
        return failure(kind.error());
    if (*kind == api::Factor::Totp)
        return store.factors.activate(user.id, op.id, op.code);
    return enrolmentRequest(user, *kind).and_then([&](CodeRequest request) {
        request.use.purpose = CodePurpose::Enrolment;
        request.use.subject = op.id.text();
        return store.sentCodes.use(request.use, op.code)
            .and_then([&](const QString &to) -> Result<api::EnrolledFactor> {
                if (to != request.to)
                    return failure(wrongCode());
                return store.factors.activateCodes(user.id, op.id);
            });
    });
}

/// Its code is a try like any other, but nothing that lets the count start anew: whoever enrols an
/// authenticator knows what it shows.
Result<api::SignedIn> activateFactor(const News &news, const api::ActivateFactor &op,
                                     Context &context, WriteStore &store)
{
    const auto user = asking(context, store);
    if (!user)
        return failure(user.error());
    if (auto counted = store.throttle.countTry(Try::Password, user->email, context.address);
        !counted)
        return failure(std::move(counted).error());
    const auto factor = activate(op, store, *user);
    if (!factor)
        return failure(refusedCode(store, context, op.id.text(), factor.error()));
    const auto begun = store.sessions.replaceToken(context.asker(), api::Level::SecondFactor,
                                                   context.principal->token, *context.sessionTerms);
    if (!begun)
        return failure(begun.error());
    return traced(context, store, op.id.text(), {{u"name"_s, {}, factor->name}})
        .and_then([&](Nothing) { return news.factorAdded(store, context, *user, *factor); })
        .and_then([&](Nothing) {
            return store.throttle.halfSucceeded(Try::Password, user->email, context.address);
        })
        .and_then([&](Nothing) {
            return tell(store, user->id, api::EventKind::SessionChanged, begun->session.id);
        })
        .map([&](Nothing) { return api::SignedIn{begun->token, *user, begun->session}; });
}

Result<api::EnrolledFactor> renameFactor(const api::RenameFactor &op, Context &context,
                                         WriteStore &store)
{
    const api::UserId &user = context.principal->user;
    const auto name = api::normalName(op.name, u"name"_s);
    if (!name)
        return failure(name.error());
    const auto before = store.factors.find(user, op.id);
    if (!before)
        return before;
    return store.factors.rename(user, op.id, *name)
        .and_then([&](bool isChanged) {
            return isChanged
                       ? traced(context, store, op.id.text(), {{u"name"_s, before->name, *name}})
                       : Result<Nothing>();
        })
        .and_then([&](Nothing) { return store.factors.find(user, op.id); });
}

/// One that waited for its code was never asked for: nobody is told.
Result<Nothing> removeFactor(const News &news, const api::RemoveFactor &op, Context &context,
                             WriteStore &store)
{
    const auto user = asking(context, store);
    if (!user)
        return failure(user.error());
    const auto factors = store.factors.list(user->id);
    if (!factors)
        return failure(factors.error());
    const auto active = std::ranges::find(*factors, op.id, &api::EnrolledFactor::id);
    return store.factors.remove(user->id, op.id)
        .and_then([&](Nothing) { return clearUnlessAsked(store, user->id); })
        .and_then([&](Nothing) { return traced(context, store, op.id.text()); })
        .and_then([&](Nothing) {
            return active == factors->end() ? Result<Nothing>()
                                            : news.factorRemoved(store, context, *user, *active);
        });
}

Result<api::RecoveryCodes> makeRecoveryCodes(const News &news, const api::MakeRecoveryCodes &,
                                             Context &context, WriteStore &store)
{
    const auto user = asking(context, store);
    if (!user)
        return failure(user.error());
    const auto isAsked = store.factors.hasAny(user->id);
    if (!isAsked)
        return failure(isAsked.error());
    if (!*isAsked)
        return failure(Error::of(Error::Kind::Conflict, u"noSecondFactor"_s));
    return store.recoveryCodes.make(user->id).and_then([&](const QList<Secret> &codes) {
        return traced(context, store, user->id.text())
            .and_then([&](Nothing) { return news.recoveryCodesMade(store, context, *user); })
            .map([&](Nothing) { return api::RecoveryCodes{codes}; });
    });
}

Result<Nothing> forgetTrustedDevice(const api::ForgetTrustedDevice &op, Context &context,
                                    WriteStore &store)
{
    return store.trustedDevices.forget(context.principal->user, op.id).and_then([&](Nothing) {
        return traced(context, store, op.id.text());
    });
}

} // namespace

void addFactors(HandlerSet &handlers, const Service &service)
{
    const News news(service.letters);
    handlers.read<api::ListFactors>(listFactors);
    handlers.write<api::EnrolTotp>(
        [issuer = service.name](const api::EnrolTotp &op, Context &context, WriteStore &store) {
            return enrolTotp(issuer, op, context, store);
        });
    handlers.write<api::EnrolCodes>([letters = service.letters](const api::EnrolCodes &op,
                                                                Context &context,
                                                                WriteStore &store) {
        return enrolCodes(*letters, op, context, store);
    });
    handlers.write<api::ActivateFactor>(std::bind_front(activateFactor, news));
    handlers.write<api::RenameFactor>(renameFactor);
    handlers.write<api::RemoveFactor>(std::bind_front(removeFactor, news));
    handlers.write<api::MakeRecoveryCodes>(std::bind_front(makeRecoveryCodes, news));
    handlers.read<api::ListTrustedDevices>(
        [](const api::ListTrustedDevices &, Context &context, ReadStore &store) {
            return store.trustedDevices.list(context.principal->user).map([](const auto &devices) {
                return api::TrustedDevices{devices};
            });
        });
    handlers.write<api::ForgetTrustedDevice>(forgetTrustedDevice);
}

} // namespace latchkey::server::handlers
