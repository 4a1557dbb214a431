#include "server/handlers/handlers.h"
#include "server/handlers/providervisits.h"
#include "server/handlers/trace.h"
#include "server/store/token.h"

#include <QUrl>

#include <algorithm>
#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// 256 bits, as they may stand in an address.
QString fresh()
{
    return QString::fromLatin1(
        randomBytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<QString> placeToReturnTo(const QString &publicAddress, const api::VisitProvider &op)
{
    if (!op.endsHere)
        return api::normalReturnTo(op.returnTo, u"returnTo"_s);
    if (publicAddress.isEmpty())
        return failure(Error::of(Error::Kind::NotFound, u"providerUnknown"_s));
    return QString(publicAddress + QLatin1StringView(returnPath));
}

/// The last part of where a provider sends browsers back to. One that leads a browser on to another
/// provider, to get that one's code, has the other's place answered, which waits for no such state.
QString placeOf(const ProviderClient &client)
{
    return QUrl(client.issuer).host(QUrl::FullyEncoded);
}

VisitAsked visitOf(const ProviderClient &client, const QString &returnTo,
                   const std::optional<QString> &login)
{
    return {.client = client,
            .returnTo = returnTo + u'/' + placeOf(client),
            .state = fresh(),
            .nonce = fresh(),
            .verifier = Secret(fresh()),
            .login = login};
}

NewVisit begunWith(const ProviderVerdict &verdict, const api::ProviderId &provider)
{
    const auto &asked = std::get<VisitAsked>(verdict.asked);
    return {.provider = provider,
            .returnTo = asked.returnTo,
            .state = asked.state,
            .nonce = asked.nonce,
            .verifier = asked.verifier};
}

Result<api::ProviderVisit> keep(WriteStore &store, const ProviderVerdict &verdict,
                                const NewVisit &begun)
{
    if (!verdict.answer)
        return failure(verdict.answer.error());
    return store.providerVisits.make(begun).map([&](const ProviderVisits::Made &made) {
        return api::ProviderVisit{made.id, std::get<QString>(*verdict.answer), made.expiresAt};
    });
}

Result<ProviderQuestion> prepareVisit(const QString &publicAddress, const api::VisitProvider &op,
                                      Context &context, WriteStore &store)
{
    const auto returnTo = placeToReturnTo(publicAddress, op);
    if (!returnTo)
        return failure(returnTo.error());
    return store.throttle.countTry(Try::Recovery, {}, context.address)
        .and_then([&](Nothing) { return clientOf(store, op.provider); })
        .map([&](const ProviderClient &client) -> ProviderQuestion {
            return visitOf(client, *returnTo, op.login);
        });
}

Result<api::ProviderVisit> finishVisit(const api::VisitProvider &op, Context &, WriteStore &store,
                                       const ProviderVerdict &verdict)
{
    NewVisit begun = begunWith(verdict, op.provider);
    begun.endsHere = op.endsHere;
    if (op.endsHere)
        begun.state =
            api::stateAt(placeOf(std::get<VisitAsked>(verdict.asked).client), begun.state);
    return keep(store, verdict, begun);
}

/// What they are at another provider says nothing of this account.
Result<Nothing> mustSignInBy(WriteStore &store, const api::UserId &user,
                             const api::ProviderId &provider)
{
    return store.identities.of(user).and_then([&](const auto &identities) -> Result<Nothing> {
        const bool isTheirs = std::ranges::any_of(identities, [&](const api::Identity &identity) {
            return identity.provider.id == provider;
        });
        if (!isTheirs)
            return failure(Error::of(Error::Kind::NotFound, u"identityUnlinked"_s));
        return Nothing();
    });
}

Result<ProviderQuestion> prepareProof(const api::VisitToProve &op, Context &context,
                                      WriteStore &store)
{
    const auto returnTo = api::normalReturnTo(op.returnTo, u"returnTo"_s);
    if (!returnTo)
        return failure(returnTo.error());
    return store.throttle.countTry(Try::Recovery, {}, context.address)
        .and_then(
            [&](Nothing) { return mustSignInBy(store, context.principal->user, op.provider); })
        .and_then([&](Nothing) { return clientOf(store, op.provider); })
        .map([&](const ProviderClient &client) -> ProviderQuestion {
            VisitAsked visit = visitOf(client, *returnTo, op.login);
            visit.isAnew = true;
            return visit;
        });
}

Result<api::ProviderVisit> finishProof(const api::VisitToProve &op, Context &context,
                                       WriteStore &store, const ProviderVerdict &verdict)
{
    NewVisit begun = begunWith(verdict, op.provider);
    begun.proves = context.principal->session;
    return keep(store, verdict, begun);
}

Result<api::VisitReturned> takeReturn(const api::ReturnFromProvider &op, Context &context,
                                      WriteStore &store)
{
    if (auto counted = store.throttle.countTry(Try::Recovery, {}, context.address); !counted)
        return failure(std::move(counted).error());
    if (op.error) // what it says is for whoever reads the address; it may say anything
        return failure(
            keepRefusal(store, context, {}, Error::of(Error::Kind::Forbidden, u"visitDenied"_s)));
    if (!op.code)
        return failure(Error::rejected(u"missingField"_s, u"code"_s));
    const auto id = store.providerVisits.returned(op.state, *op.code);
    if (!id)
        return failure(keepRefusal(store, context, {}, id.error()));
    return store.throttle.succeeded(Try::Recovery, {}, context.address).map([&](Nothing) {
        return api::VisitReturned{*id};
    });
}

} // namespace

void addVisiting(HandlerSet &handlers, const Service &service)
{
    handlers.asking<api::VisitProvider>(
        {.prepare = std::bind_front(prepareVisit, service.publicAddress), .finish = finishVisit});
    handlers.asking<api::VisitToProve>({.prepare = prepareProof, .finish = finishProof});
    handlers.write<api::ReturnFromProvider>(takeReturn);
}

} // namespace latchkey::server::handlers
