#pragma once

#include "account/liststore.h"
#include "api/events.h"
#include "api/factors.h"

#include <QSet>

#include <optional>

namespace latchkey::account {

class Account;

/// What an account asks for besides its password, and where it doesn't, as the server last told.
class FactorStore final : public ListStore
{
    Q_OBJECT

public:
    explicit FactorStore(Account &account, QObject *parent = nullptr);
    ~FactorStore() override;

    bool isOffered() const override;

    const QList<api::EnrolledFactor> &factors() const { return m_factors.factors; }
    /// Nothing where none were made.
    const std::optional<api::RecoveryCodesLeft> &recoveryCodes() const
    {
        return m_factors.recoveryCodes;
    }
    const QList<api::TrustedDevice> &devices() const { return m_devices; }

    bool isPending(const api::FactorId &id) const { return m_pendingFactors.contains(id); }
    bool isPending(const api::TrustedDeviceId &id) const { return m_pendingDevices.contains(id); }

    Call<api::EnrolledFactor> rename(const api::FactorId &id, const QString &name);
    Call<Nothing> remove(const api::FactorId &id);
    Call<api::RecoveryCodes> makeRecoveryCodes();
    Call<Nothing> forget(const api::TrustedDeviceId &id);

    // Not for pages.
    void take(const api::Event &event);

private:
    void ask() override;
    void askForDevices(const api::Factors &factors);

    Account &m_account;
    api::Factors m_factors;
    QList<api::TrustedDevice> m_devices;
    QSet<api::FactorId> m_pendingFactors;
    QSet<api::TrustedDeviceId> m_pendingDevices;
};

} // namespace latchkey::account
