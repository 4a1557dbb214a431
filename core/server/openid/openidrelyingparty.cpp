#include "server/openid/openidrelyingparty.h"

#include "server/openid/identityclaims.h"
#include "server/openid/refusals.h"
#include "server/openid/signedtoken.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

/// Of those whom an administrator only tried out, too.
constexpr std::size_t mostProviders = 100;

/// What the token says, whoever of the provider's keys signed it.
Result<QByteArray> contentsOf(const SignedToken &token, Provider &provider,
                              const std::stop_token &stop)
{
    return provider.keys(stop).and_then([&](const Provider::Keys &keys) -> Result<QByteArray> {
        if (const auto contents = token.contentsBy(*keys))
            return *contents;
        return provider.keysAnew(stop).and_then(
            [&](const Provider::Keys &newer) -> Result<QByteArray> {
                const auto contents = newer == keys ? std::nullopt : token.contentsBy(*newer);
                if (!contents)
                    return failure(idTokenInvalid(u"signed by none of its keys"_s));
                return *contents;
            });
    });
}

/// What is wrong with it is for administrators, who named it; whoever visits it can't mend that.
Error ofProvider(const Error &error)
{
    return error.kind == Error::Kind::Rejected ? providerUnreachable(error.code) : error;
}

} // namespace

OpenIdRelyingParty::OpenIdRelyingParty(std::unique_ptr<Fetch> fetch, const Clock &clock)
    : m_fetch(std::move(fetch))
    , m_clock(clock)
{}

Result<Nothing> OpenIdRelyingParty::meet(const QString &issuer, const std::stop_token &stop)
{
    return providerAt(issuer)->documentAnew(stop).map([](const auto &) { return Nothing(); });
}

Result<QString> OpenIdRelyingParty::visitAddress(const VisitAsked &asked,
                                                 const std::stop_token &stop)
{
    return providerAt(asked.client.issuer)
        ->document(stop)
        .map_error(ofProvider)
        .map([&](const auto &known) { return server::visitAddress(*known, asked); });
}

Result<SeenIdentity> OpenIdRelyingParty::redeem(const VisitBrought &brought,
                                                const std::stop_token &stop)
{
    const auto document = providerAt(brought.client.issuer)->document(stop).map_error(ofProvider);
    return document.and_then([&](const auto &known) {
        return codeRequest(*known, brought)
            .and_then([&](const Fetch::Request &request) { return ask(request, stop); })
            .and_then([](const Fetch::Answer &answer) { return readTokens(answer); })
            .and_then(
                [&](const VisitTokens &tokens) { return seenWith(*known, tokens, brought, stop); });
    });
}

Result<SeenIdentity> OpenIdRelyingParty::seenWith(const ProviderDocument &known,
                                                  const VisitTokens &tokens,
                                                  const VisitBrought &brought,
                                                  const std::stop_token &stop)
{
    return verify({brought.client, tokens.idToken, brought.nonce, brought.signedInSince}, stop)
        .and_then([&](const SeenIdentity &seen) -> Result<SeenIdentity> {
            if (seen.email || !known.userinfoEndpoint || !tokens.accessToken)
                return seen;
            return ask(userinfoRequest(*known.userinfoEndpoint, *tokens.accessToken), stop)
                .and_then([&](const Fetch::Answer &answer) { return completed(seen, answer); });
        });
}

Result<SeenIdentity> OpenIdRelyingParty::verify(const TokenGiven &given,
                                                const std::stop_token &stop)
{
    const auto provider = providerAt(given.client.issuer);
    return SignedToken::parse(given.idToken)
        .and_then([&](const SignedToken &token) { return contentsOf(token, *provider, stop); })
        .and_then([&](const QByteArray &contents) {
            return identityFrom(contents, {.issuer = given.client.issuer,
                                           .clientId = given.client.clientId,
                                           .nonce = given.nonce,
                                           .now = m_clock.now(),
                                           .signedInSince = given.signedInSince});
        });
}

std::shared_ptr<Provider> OpenIdRelyingParty::providerAt(const QString &issuer)
{
    const std::scoped_lock lock(m_mutex);
    if (m_providers.size() >= mostProviders && !m_providers.contains(issuer))
        m_providers.clear();
    auto &provider = m_providers[issuer];
    if (!provider)
        provider = std::make_shared<Provider>(issuer, *m_fetch, m_clock);
    return provider;
}

Result<Fetch::Answer> OpenIdRelyingParty::ask(const Fetch::Request &request,
                                              const std::stop_token &stop)
{
    return m_fetch->fetch(request, stop).map_error(unanswered);
}

} // namespace latchkey::server
