#include "account/identitystore.h"

#include "account/account.h"

namespace latchkey::account {

IdentityStore::IdentityStore(Account &account, QObject *parent)
    : ListStore(parent)
    , m_account(account)
    , m_visit(
          account.surroundings(), [this] { return m_account.profile().server.url; },
          [this](const api::VisitProvider &visit) { return m_account.ask(visit); })
{
    connect(&m_visit, &BrowserVisit::changed, this, &IdentityStore::changed);
    connect(&m_visit, &BrowserVisit::returned, this, &IdentityStore::bring);
    connect(&m_visit, &BrowserVisit::failed, this, &IdentityStore::endConnecting);
    connect(&m_account, &Account::stateChanged, this, [this] {
        if (m_account.state().isSignedIn())
            return;
        m_visit.cancel(); // there is nothing left to connect with
        forgetSeen();
    });
}

IdentityStore::~IdentityStore() = default;

bool IdentityStore::isOffered() const
{
    return m_account.can<api::ListIdentities>();
}

bool IdentityStore::canConnect() const
{
    return m_account.can<api::VisitProvider>() && m_account.can<api::ShowVisit>() &&
           m_account.can<api::LinkIdentity>();
}

QList<api::ProviderCard> IdentityStore::providers() const
{
    QList<api::ProviderCard> providers;
    for (const api::Identity &identity : m_identities) {
        if (!providers.contains(identity.provider))
            providers << identity.provider;
    }
    return providers;
}

QStringList IdentityStore::providerNames() const
{
    QStringList names;
    const auto all = providers();
    for (const api::ProviderCard &provider : all)
        names << provider.name;
    return names;
}

void IdentityStore::ask()
{
    m_account.ask(api::ListIdentities{}).then(this, [this](const Result<api::Identities> &told) {
        settle(told, [this](const api::Identities &all) {
            m_identities = all.identities;
            m_hasPassword = all.hasPassword;
        });
    });
}

void IdentityStore::take(const api::Event &event)
{
    if (event.kind == api::EventKind::IdentitiesChanged || event.kind == api::EventKind::Resync)
        reload();
}

void IdentityStore::connectTo(const api::ProviderCard &provider)
{
    if (m_isConnecting)
        return;
    m_connectError.reset();
    m_seen.reset();
    m_visit.begin(provider);
}

void IdentityStore::bring(const BrowserVisit::Returned &returned)
{
    m_isConnecting = true;
    m_account.ask(api::ShowVisit{.id = returned.id, .state = returned.state, .code = returned.code})
        .then(this, [this](const Result<api::SeenAtProvider> &seen) {
            if (seen && m_account.state().isSignedIn())
                m_seen = *seen;
            endConnecting(seen ? std::nullopt : std::optional(seen.error()));
        });
    Q_EMIT changed();
}

void IdentityStore::connectSeen()
{
    if (!std::exchange(m_seen, std::nullopt))
        return;
    m_isConnecting = true;
    link(m_visit.id()).then(this, [this](const Result<api::Identity> &linked) {
        endConnecting(linked ? std::nullopt : std::optional(linked.error()));
        if (linked)
            Q_EMIT connected(*linked);
    });
    Q_EMIT changed();
}

void IdentityStore::forgetSeen()
{
    if (std::exchange(m_seen, std::nullopt))
        Q_EMIT changed();
}

void IdentityStore::endConnecting(const std::optional<Error> &why)
{
    m_isConnecting = false;
    m_connectError = why && why->kind != Error::Kind::Cancelled ? why : std::nullopt;
    Q_EMIT changed();
}

Call<api::Identity> IdentityStore::link(const api::VisitId &visit)
{
    const auto call = m_account.ask(api::LinkIdentity{.id = visit});
    call.then(this, [this](const Result<api::Identity> &linked) {
        if (!linked)
            return;
        if (isLoaded()) {
            m_identities.removeIf([&](const auto &known) { return known.id == linked->id; });
            m_identities.append(*linked);
            Q_EMIT changed();
        }
        reload();
    });
    return call;
}

Call<Nothing> IdentityStore::unlink(const api::IdentityId &id)
{
    m_pending.insert(id);
    Q_EMIT changed();
    const auto call = m_account.ask(api::UnlinkIdentity{.id = id});
    call.then(this, [this, id](const Result<Nothing> &unlinked) {
        m_pending.remove(id);
        const bool isGone = unlinked || unlinked.error().kind == Error::Kind::NotFound;
        if (isGone)
            m_identities.removeIf([&id](const auto &known) { return known.id == id; });
        Q_EMIT changed();
        if (isGone)
            reload();
    });
    return call;
}

} // namespace latchkey::account
