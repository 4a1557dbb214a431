#pragma once

#include "server/openid/relyingparty.h"

#include <functional>
#include <memory>
#include <mutex>
#include <variant>

namespace latchkey::server {

/// Who there is at that address.
struct Meeting
{
    QString issuer;
};

/// What an identity provider is asked, if anything.
using ProviderQuestion =
    std::variant<std::monostate, Meeting, VisitAsked, VisitBrought, TokenGiven>;
/// Of a visit, the address of the page; of a code or a token, whom the provider saw.
using ProviderAnswer = std::variant<std::monostate, QString, SeenIdentity>;

struct ProviderVerdict
{
    ProviderQuestion asked;
    Result<ProviderAnswer> answer;
};

using MakeRelyingParty = std::function<std::unique_ptr<RelyingParty>()>;

/// Asks identity providers. What that takes is made with the first question: most servers ask none.
/// From any thread.
class ProviderTalk
{
public:
    explicit ProviderTalk(MakeRelyingParty make)
        : m_make(std::move(make))
    {}

    /// Takes as long as they do. Unavailable `providersUnavailable` where this server has nothing
    /// to ask with.
    ProviderVerdict ask(ProviderQuestion question);
    /// What is asked ends soon.
    void stop() { m_stop.request_stop(); }

private:
    RelyingParty *party();

    const MakeRelyingParty m_make;
    std::once_flag m_isMade;
    std::unique_ptr<RelyingParty> m_party;
    std::stop_source m_stop;
};

} // namespace latchkey::server
