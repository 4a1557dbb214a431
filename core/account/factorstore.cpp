#include "account/factorstore.h"

#include "account/account.h"

namespace latchkey::account {

FactorStore::FactorStore(Account &account, QObject *parent)
    : ListStore(parent)
    , m_account(account)
{}

FactorStore::~FactorStore() = default;

bool FactorStore::isOffered() const
{
    return m_account.can<api::ListFactors>();
}

void FactorStore::ask()
{
    m_account.ask(api::ListFactors{}).then(this, [this](const Result<api::Factors> &told) {
        if (told && m_account.can<api::ListTrustedDevices>())
            askForDevices(*told);
        else
            settle(told, [this](const api::Factors &factors) { m_factors = factors; });
    });
}

void FactorStore::askForDevices(const api::Factors &factors)
{
    m_account.ask(api::ListTrustedDevices{})
        .then(this, [this, factors](const Result<api::TrustedDevices> &told) {
            settle(told, [&](const api::TrustedDevices &trusted) {
                m_factors = factors;
                m_devices = trusted.devices;
            });
        });
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
