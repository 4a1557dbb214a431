#include "account/providersettings.h"

#include "account/account.h"

#include <algorithm>

namespace latchkey::account {

ProviderSettings::ProviderSettings(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{}

ProviderSettings::~ProviderSettings() = default;

bool ProviderSettings::isOffered(const Account &account)
{
    return account.can<api::ListProviders>() && account.isAdministrators();
}

void ProviderSettings::load()
{
    m_loads.cancelAll();
    m_isLoading = true;
    m_loads.add(m_account.ask(api::ListProviders{}))
        .then(this, [this, round = ++m_round](const Result<api::Providers> &result) {
            if (round == m_round)
                take(result);
        });
    Q_EMIT changed();
}

void ProviderSettings::take(const Result<api::Providers> &result)
{
    m_isLoading = false;
    if (result) {
        m_providers = result->providers;
        m_isLoaded = true;
        m_lastError.reset();
    } else {
        m_lastError = result.error();
    }
    Q_EMIT changed();
}

/// What the server answered is shown at once; a load that began before would know nothing of it.
void ProviderSettings::put(const api::Provider &provider)
{
    const auto known = std::ranges::find(m_providers, provider.id, &api::Provider::id);
    if (known != m_providers.end())
        *known = provider;
    else
        m_providers.append(provider);
    if (m_isLoading)
        load();
}

void ProviderSettings::setPending(const api::ProviderId &id, bool isPending)
{
    if (isPending)
        m_pending.insert(id);
    else
        m_pending.remove(id);
    Q_EMIT changed();
}

Call<api::Provider> ProviderSettings::add(const api::AddProvider &wanted)
{
    const auto call = m_account.ask(wanted);
    call.then(this, [this](const Result<api::Provider> &added) {
        if (!added)
            return;
        put(*added);
        Q_EMIT changed();
    });
    return call;
}

Call<api::Provider> ProviderSettings::edit(const api::EditProvider &wanted)
{
    setPending(wanted.id, true);
    const auto call = m_account.ask(wanted);
    call.then(this, [this, id = wanted.id](const Result<api::Provider> &edited) {
        if (edited)
            put(*edited);
        else if (edited.error().kind == Error::Kind::NotFound)
            load();
        setPending(id, false);
    });
    return call;
}

Call<Nothing> ProviderSettings::remove(const api::ProviderId &id)
{
    setPending(id, true);
    const auto call = m_account.ask(api::RemoveProvider{.id = id});
    call.then(this, [this, id](const Result<Nothing> &removed) {
        const bool isGone = removed || removed.error().kind == Error::Kind::NotFound;
        if (isGone)
            m_providers.removeIf([&id](const auto &known) { return known.id == id; });
        setPending(id, false);
        if (isGone && m_isLoading)
            load();
    });
    return call;
}

} // namespace latchkey::account
