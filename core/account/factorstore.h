#pragma once

#include "api/events.h"
#include "api/factors.h"
#include "base/call.h"

#include <QObject>
#include <QSet>

#include <optional>
#include <vector>

namespace latchkey::account {

class Account;

/// What an account asks for besides its password, and where it doesn't, as the server last told.
/// Nothing is loaded until somebody wants to see it; from then on it is kept true.
class FactorStore final : public QObject
{
    Q_OBJECT

public:
    explicit FactorStore(Account &account, QObject *parent = nullptr);
    ~FactorStore() override;

    /// Whether the server knows of second factors at all.
    bool isOffered() const;

    const QList<api::EnrolledFactor> &factors() const { return m_factors.factors; }
    /// Nothing where none were made.
    const std::optional<api::RecoveryCodesLeft> &recoveryCodes() const
    {
        return m_factors.recoveryCodes;
    }
    const QList<api::TrustedDevice> &devices() const { return m_devices; }

    bool isLoading() const { return m_isLoading; }
    bool isLoaded() const { return m_isLoaded; }
    /// Why the last load failed. What was known before stays.
    const std::optional<Error> &lastError() const { return m_lastError; }
    bool isPending(const api::FactorId &id) const { return m_pendingFactors.contains(id); }
    bool isPending(const api::TrustedDeviceId &id) const { return m_pendingDevices.contains(id); }

    /// From now on it is loaded whenever a session begins, and whenever it may have changed.
    void want() { m_isWanted = true; }
    /// One at a time: who asks while one is under way waits for the same.
    Call<Nothing> load();

    Call<api::EnrolledFactor> rename(const api::FactorId &id, const QString &name);
    Call<Nothing> remove(const api::FactorId &id);
    Call<api::RecoveryCodes> makeRecoveryCodes();
    Call<Nothing> forget(const api::TrustedDeviceId &id);

    // Not for pages.
    void take(const api::Event &event);
    /// Where somebody wants to see it.
    void reload();

Q_SIGNALS:
    /// Factors, codes, devices, or what is under way with them.
    void changed();
    void loadingChanged();

private:
    void askForDevices(const api::Factors &factors);
    void endLoad(const Result<Nothing> &result);
    void loadAnew();

    Account &m_account;
    api::Factors m_factors;
    QList<api::TrustedDevice> m_devices;
    bool m_isWanted = false;
    bool m_isLoaded = false;
    bool m_isLoading = false;
    bool m_isOutdated = false; ///< something changed since this load began: load once more
    std::optional<Error> m_lastError;
    std::vector<CallSource<Nothing>> m_waiting;
    QSet<api::FactorId> m_pendingFactors;
    QSet<api::TrustedDeviceId> m_pendingDevices;
};

} // namespace latchkey::account
