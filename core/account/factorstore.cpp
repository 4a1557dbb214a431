#include "account/factorstore.h"

#include "account/account.h"

namespace latchkey::account {

FactorStore::FactorStore(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{}

FactorStore::~FactorStore() = default;

bool FactorStore::isOffered() const
{
    return m_account.can<api::ListFactors>();
}

Call<Nothing> FactorStore::load()
{
    want();
    m_waiting.emplace_back();
    const Call<Nothing> call = m_waiting.back().call();
    if (m_isLoading)
        return call;
    m_isLoading = true;
    m_isOutdated = false;
    m_account.ask(api::ListFactors{}).then(this, [this](const Result<api::Factors> &factors) {
        if (factors)
            askForDevices(*factors);
        else
            endLoad(failure(factors.error()));
    });
    Q_EMIT loadingChanged();
    return call;
}

void FactorStore::askForDevices(const api::Factors &factors)
{
    if (!m_account.can<api::ListTrustedDevices>()) {
        m_factors = factors;
        endLoad(Nothing());
        return;
    }
    m_account.ask(api::ListTrustedDevices{})
        .then(this, [this, factors](const Result<api::TrustedDevices> &devices) {
            m_factors = factors;
            if (devices)
                m_devices = devices->devices;
            endLoad(devices ? Result<Nothing>() : failure(devices.error()));
        });
}

void FactorStore::endLoad(const Result<Nothing> &result)
{
    m_isLoading = false;
    if (result) {
        m_isLoaded = true;
        m_lastError.reset();
    } else {
        m_lastError = result.error();
    }
    for (const auto &source : std::exchange(m_waiting, {}))
        source.finish(result);
    Q_EMIT changed();
    Q_EMIT loadingChanged();
    if (m_isOutdated && result)
        load();
}

void FactorStore::loadAnew()
{
    m_isOutdated = m_isLoading;
    if (!m_isLoading)
        load();
}

void FactorStore::reload()
{
    if (m_isWanted && isOffered())
        loadAnew();
}

void FactorStore::take(const api::Event &event)
{
    if (event.kind == api::EventKind::FactorsChanged || event.kind == api::EventKind::Resync)
        reload();
}

Call<api::EnrolledFactor> FactorStore::rename(const api::FactorId &id, const QString &name)
{
    m_pendingFactors.insert(id);
    Q_EMIT changed();
    const auto call = m_account.ask(api::RenameFactor{.id = id, .name = name});
    call.then(this, [this, id](const Result<api::EnrolledFactor> &renamed) {
        m_pendingFactors.remove(id);
        for (api::EnrolledFactor &factor : m_factors.factors) {
            if (renamed && factor.id == id)
                factor = *renamed;
        }
        Q_EMIT changed();
        if (renamed || renamed.error().kind == Error::Kind::NotFound)
            loadAnew();
    });
    return call;
}

Call<Nothing> FactorStore::remove(const api::FactorId &id)
{
    m_pendingFactors.insert(id);
    Q_EMIT changed();
    const auto call = m_account.ask(api::RemoveFactor{.id = id});
    call.then(this, [this, id](const Result<Nothing> &removed) {
        m_pendingFactors.remove(id);
        const bool isGone = removed || removed.error().kind == Error::Kind::NotFound;
        if (isGone)
            m_factors.factors.removeIf([&id](const auto &factor) { return factor.id == id; });
        Q_EMIT changed();
        if (isGone) // codes and devices may have gone with it
            loadAnew();
    });
    return call;
}

Call<api::RecoveryCodes> FactorStore::makeRecoveryCodes()
{
    const auto call = m_account.ask(api::MakeRecoveryCodes{});
    call.then(this, [this](const Result<api::RecoveryCodes> &made) {
        if (made)
            loadAnew();
    });
    return call;
}

Call<Nothing> FactorStore::forget(const api::TrustedDeviceId &id)
{
    m_pendingDevices.insert(id);
    Q_EMIT changed();
    const auto call = m_account.ask(api::ForgetTrustedDevice{.id = id});
    call.then(this, [this, id](const Result<Nothing> &forgotten) {
        m_pendingDevices.remove(id);
        const bool isGone = forgotten || forgotten.error().kind == Error::Kind::NotFound;
        if (isGone)
            m_devices.removeIf([&id](const auto &device) { return device.id == id; });
        Q_EMIT changed();
        if (isGone)
            loadAnew();
    });
    return call;
}

} // namespace latchkey::account
