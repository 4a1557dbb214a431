#include "server/handlers/handlers.h"
#include "server/handlers/providervisits.h"
#include "server/handlers/trace.h"
#include "server/store/token.h"

#include <QUrl>

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

Result<ProviderQuestion> prepareVisit(const QString &publicAddress, const api::VisitProvider &op,
                                      Context &context, WriteStore &store)
{
    const auto returnTo = placeToReturnTo(publicAddress, op);
    if (!returnTo)
        return failure(returnTo.error());
    return store.throttle.countTry(Try::Recovery, {}, context.address)
        .and_then([&](Nothing) { return clientOf(store, op.provider); })
        .map([&](const ProviderClient &client) -> ProviderQuestion {
            return VisitAsked{.client = client,
                              .returnTo = *returnTo + u'/' + placeOf(client),
                              .state = fresh(),
                              .nonce = fresh(),
                              .verifier = Secret(fresh()),
                              .login = op.login};
        });
}

Result<api::ProviderVisit> finishVisit(const api::VisitProvider &op, Context &, WriteStore &store,
                                       const ProviderVerdict &verdict)
{
    if (!verdict.answer)
        return failure(verdict.answer.error());
    const auto &asked = std::get<VisitAsked>(verdict.asked);
    return store.providerVisits
        .make(
            {.provider = op.provider,
             .returnTo = asked.returnTo,
             .endsHere = op.endsHere,
             .state = op.endsHere ? api::stateAt(placeOf(asked.client), asked.state) : asked.state,
             .nonce = asked.nonce,
             .verifier = asked.verifier})
        .map([&](const ProviderVisits::Made &made) {
            return api::ProviderVisit{made.id, std::get<QString>(*verdict.answer), made.expiresAt};
        });
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
    handlers.write<api::ReturnFromProvider>(takeReturn);
}

} // namespace latchkey::server::handlers
