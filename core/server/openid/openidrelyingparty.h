#pragma once

#include "server/openid/fetch.h"
#include "server/openid/provider.h"
#include "server/openid/relyingparty.h"
#include "server/openid/visit.h"

#include <map>
#include <memory>
#include <mutex>

namespace latchkey::server {

/// Asks providers by what fetches. What one says of itself is kept for an hour, and so are its
/// keys, unless a token comes that none of them signed; that it did not answer, for half a minute.
class OpenIdRelyingParty final : public RelyingParty
{
public:
    /// The clock outlives it.
    OpenIdRelyingParty(std::unique_ptr<Fetch> fetch, const Clock &clock);

    Result<Nothing> meet(const QString &issuer, const std::stop_token &stop) override;
    Result<QString> visitAddress(const VisitAsked &asked, const std::stop_token &stop) override;
    Result<SeenIdentity> redeem(const VisitBrought &brought, const std::stop_token &stop) override;
    Result<SeenIdentity> verify(const TokenGiven &given, const std::stop_token &stop) override;

private:
    std::shared_ptr<Provider> providerAt(const QString &issuer);
    Result<Fetch::Answer> ask(const Fetch::Request &request, const std::stop_token &stop);
    Result<SeenIdentity> seenWith(const ProviderDocument &known, const VisitTokens &tokens,
                                  const VisitBrought &brought, const std::stop_token &stop);

    const std::unique_ptr<Fetch> m_fetch;
    const Clock &m_clock;
    std::mutex m_mutex;
    std::map<QString, std::shared_ptr<Provider>> m_providers;
};

} // namespace latchkey::server
