#include "server/handlers/providervisits.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

Result<ProviderClient> clientOf(WriteStore &store, const api::Provider &provider)
{
    return store.providers.secretOf(provider.id).map([&](const std::optional<Secret> &secret) {
        return ProviderClient{provider.issuer, provider.clientId, secret};
    });
}

} // namespace

Result<ProviderClient> clientOf(WriteStore &store, const api::ProviderId &id)
{
    return store.providers.findOn(id).and_then(
        [&](const api::Provider &provider) { return clientOf(store, provider); });
}

QString Seen::name() const
{
    const QString called = there.email ? *there.email : there.name.value_or(QString());
    return (called.isEmpty() ? there.subject : called).left(api::emailLimits.max);
}

Result<ProviderQuestion> questionOf(WriteStore &store, const api::VisitId &id,
                                    const std::optional<QString> &state,
                                    const std::optional<Secret> &code,
                                    const std::optional<api::SessionId> &proves)
{
    const auto visit = store.providerVisits.redeem(id, state, code, proves);
    if (!visit)
        return failure(visit.error());
    if (visit->seen)
        return ProviderQuestion();
    return clientOf(store, visit->provider)
        .map([&](const ProviderClient &client) -> ProviderQuestion {
            return VisitBrought{.client = client,
                                .returnTo = visit->returnTo,
                                .nonce = visit->nonce,
                                .verifier = visit->verifier,
                                .code = *visit->code,
                                .signedInSince =
                                    proves ? std::optional(visit->begunAt) : std::nullopt};
        });
}

Result<Seen> seenOn(Context &context, WriteStore &store, const api::VisitId &id,
                    const ProviderVerdict &verdict, const std::optional<api::SessionId> &proves)
{
    if (!verdict.answer) {
        if (verdict.answer.error().retryAfter) {
            if (auto reopened = store.providerVisits.reopen(id); !reopened)
                return failure(std::move(reopened).error());
            context.keepsRefusal = true;
        }
        return failure(verdict.answer.error());
    }
    const auto *fresh = std::get_if<SeenIdentity>(&*verdict.answer);
    const auto kept = fresh ? store.providerVisits.saw(id, thereOf(*fresh)) : Result<Nothing>();
    if (!kept)
        return failure(kept.error());
    const auto visit = store.providerVisits.redeem(id, {}, {}, proves);
    if (!visit)
        return failure(visit.error());
    return store.providers.findOn(visit->provider).map([&](const api::Provider &provider) {
        return Seen{provider, *visit->seen, visit->mayOnlyBe};
    });
}

Result<Nothing> endVisit(Context &context, WriteStore &store, const api::VisitId &id)
{
    const auto giveTryBack = [&](Nothing) {
        return store.throttle.succeeded(Try::Recovery, {}, context.address);
    };
    return store.providerVisits.forget(id).and_then(giveTryBack).and_then(giveTryBack);
}

SeenThere thereOf(const SeenIdentity &identity)
{
    return {.subject = identity.subject,
            .email = identity.email,
            .isEmailVerified = identity.isEmailVerified,
            .name = identity.name};
}

} // namespace latchkey::server::handlers
