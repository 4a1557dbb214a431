#include "account/providerentry.h"

#include "account/connection.h"
#include "account/surroundings.h"
#include "api/describe.h"

#include <algorithm>

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

api::ProviderCard google()
{
    return {
        .id = api::ProviderId(u"google"_s), .kind = api::ProviderKind::Google, .name = u"Google"_s};
}

/// Nothing says what it is called, but people see where they are going.
api::ProviderCard behind(const QString &page)
{
    const QString host = QUrl(page).host();
    return {.id = api::ProviderId(page), .name = host.isEmpty() ? page : host};
}

} // namespace

ProviderEntry::ProviderEntry(const Surroundings &surroundings, Connection &connection,
                             QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
    , m_connection(connection)
    , m_visit(
          surroundings, [this] { return m_connection.server(); },
          [this](const api::VisitProvider &visit) { return m_connection.ask(visit); })
{
    if (!leadsBack() && m_connection.wire().can<api::SignInByGoogle>())
        m_providers = {google()};
}

ProviderEntry::~ProviderEntry() = default;

bool ProviderEntry::leadsBack() const
{
    return m_connection.wire().can<api::VisitProvider>() &&
           m_connection.wire().can<api::SignInByProvider>();
}

/// Not before the server is known to be who it should: it says where a browser goes.
void ProviderEntry::learn(const QUrl &server)
{
    const bool canAsk = leadsBack() && m_connection.wire().can<api::DescribeServer>();
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

std::optional<api::ProviderCard> ProviderEntry::lead(const api::SignInWays &found)
{
    m_meant.reset();
    m_page.clear();
    if (!found.ways.contains(api::SignInWay::Provider))
        return {};
    if (leadsBack()) {
        m_meant = found.provider;
    } else if (!found.page.isEmpty() && m_connection.wire().can<api::SignInByProvider>()) {
        m_page = found.page;
        m_meant = behind(m_page);
    }
    return m_meant;
}

std::optional<api::ProviderCard> ProviderEntry::find(const api::ProviderId &id) const
{
    if (m_meant && m_meant->id == id)
        return m_meant;
    const auto found = std::ranges::find(m_providers, id, &api::ProviderCard::id);
    return found == m_providers.end() ? std::nullopt : std::optional(*found);
}

ProviderEntry::Way ProviderEntry::wayOf(const api::ProviderCard &provider) const
{
    if (leadsBack())
        return Way::BroughtBack;
    const bool isBehindPage = m_meant && m_meant->id == provider.id;
    return isBehindPage ? Way::PageCode : Way::IdToken;
}

void ProviderEntry::choose(const api::ProviderCard &provider)
{
    m_chosen = provider;
    m_way = wayOf(provider);
}

void ProviderEntry::begin(const QString &login)
{
    switch (m_way) {
    case Way::BroughtBack:
        m_visit.begin(m_chosen, login);
        return;
    case Way::PageCode:
        m_visit.beginAt(m_chosen, m_page);
        return;
    case Way::IdToken:
        m_visit.cancel(); // nobody is sent anywhere
        return;
    }
}

Error ProviderEntry::aboutHandedOver(const Error &error) const
{
    Error told = error;
    if (!error.status) // it is not the server that says so
        return told;
    const auto say = [&told](Kind kind, const QString &code, const QString &field = {}) {
        told.kind = kind;
        told.code = code;
        told.field = field;
    };
    const bool isToken = m_way == Way::IdToken;
    const bool isWrong = error.kind == Kind::Rejected;
    if (error.kind == Kind::Unauthorized && !isToken)
        say(Kind::Rejected, u"visitRefused"_s);
    else if (error.kind == Kind::Unauthorized || (isWrong && isToken))
        say(Kind::Rejected, u"idTokenInvalid"_s, u"code"_s);
    else if (error.kind == Kind::NotFound && isToken)
        say(Kind::NotFound, u"providerUnknown"_s);
    else if (error.kind == Kind::NotFound || isWrong)
        say(Kind::Rejected, u"wrongCode"_s, u"code"_s);
    else if (error.kind == Kind::Forbidden)
        say(Kind::Forbidden, u"identityUnknown"_s);
    else if (error.kind == Kind::Conflict)
        say(Kind::Conflict, u"identityUnlinked"_s);
    return told;
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
