#include "account/providerentry.h"

#include "account/connection.h"
#include "account/surroundings.h"
#include "api/describe.h"

#include <algorithm>

namespace latchkey::account {

ProviderEntry::ProviderEntry(const Surroundings &surroundings, Connection &connection,
                             QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
    , m_connection(connection)
    , m_visit(surroundings,
              [this](const api::VisitProvider &visit) { return m_connection.ask(visit); })
{}

ProviderEntry::~ProviderEntry() = default;

bool ProviderEntry::isOffered() const
{
    return m_connection.wire().can<api::VisitProvider>() &&
           m_connection.wire().can<api::SignInByProvider>();
}

/// Not before the server is known to be who it should: it says where a browser goes.
void ProviderEntry::learn(const QUrl &server)
{
    const bool canAsk = isOffered() && m_connection.wire().can<api::DescribeServer>();
    if (!canAsk || std::exchange(m_isAsked, true))
        return;
    m_calls.add(m_surroundings.vouch(server)).then(this, [this](const Result<Nothing> &vouched) {
        m_isAsked = vouched.has_value(); // another time, then
        if (!vouched)
            return;
        m_calls.add(m_connection.ask(api::DescribeServer{}))
            .then(this, [this](const Result<api::ServerDescription> &described) {
                m_isAsked = described.has_value();
                if (!described)
                    return;
                m_providers = described->providers;
                Q_EMIT changed();
            });
    });
}

void ProviderEntry::know(const api::ProviderCard &provider)
{
    m_meant = provider;
}

std::optional<api::ProviderCard> ProviderEntry::find(const api::ProviderId &id) const
{
    if (m_meant && m_meant->id == id)
        return m_meant;
    const auto found = std::ranges::find(m_providers, id, &api::ProviderCard::id);
    return found == m_providers.end() ? std::nullopt : std::optional(*found);
}

void ProviderEntry::keepUnlinked()
{
    m_unlinked = Unlinked{m_visit.id(), m_visit.provider()};
}

void ProviderEntry::forgetUnlinked()
{
    m_unlinked.reset();
    Q_EMIT changed();
}

} // namespace latchkey::account
