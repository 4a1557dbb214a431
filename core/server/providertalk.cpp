#include "server/providertalk.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

struct Ask
{
    RelyingParty &party;
    const std::stop_token stop;

    using Answer = Result<ProviderAnswer>;

    Answer operator()(std::monostate) const { return ProviderAnswer(); }
    Answer operator()(const Meeting &meeting) const
    {
        return party.meet(meeting.issuer, stop).map([](Nothing) { return ProviderAnswer(); });
    }
    Answer operator()(const VisitAsked &visit) const
    {
        return party.visitAddress(visit, stop).map([](const QString &address) {
            return ProviderAnswer(address);
        });
    }
    Answer operator()(const VisitBrought &brought) const
    {
        return party.redeem(brought, stop).map(seen);
    }
    Answer operator()(const TokenGiven &given) const { return party.verify(given, stop).map(seen); }

    static ProviderAnswer seen(const SeenIdentity &identity) { return identity; }
};

} // namespace

ProviderVerdict ProviderTalk::ask(ProviderQuestion question)
{
    if (std::holds_alternative<std::monostate>(question))
        return {std::move(question), ProviderAnswer()};
    RelyingParty *const asked = party();
    Result<ProviderAnswer> answer =
        asked ? std::visit(Ask{*asked, m_stop.get_token()}, question)
              : failure(Error::unavailable(u"providersUnavailable"_s, std::chrono::minutes(1)));
    return {std::move(question), std::move(answer)};
}

RelyingParty *ProviderTalk::party()
{
    std::call_once(m_isMade, [this] {
        if (m_make)
            m_party = m_make();
    });
    return m_party.get();
}

} // namespace latchkey::server
