#pragma once

#include "api/providersettings.h"
#include "base/callscope.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace latchkey::account {

class Account;

/// The identity providers of a server, for those who set them.
class ProviderSettings final : public QObject
{
    Q_OBJECT

public:
    explicit ProviderSettings(Account &account, QObject *parent = nullptr);
    ~ProviderSettings() override;

    /// Whether the server knows of it, and this account may. Both can change.
    static bool isOffered(const Account &account);

    const QList<api::Provider> &providers() const { return m_providers; }
    bool isLoading() const { return m_isLoading; }
    bool isLoaded() const { return m_isLoaded; }
    /// Why the last load failed. What was known before stays.
    const std::optional<Error> &lastError() const { return m_lastError; }
    bool isPending(const api::ProviderId &id) const { return m_pending.contains(id); }

    void load();
    Call<api::Provider> add(const api::AddProvider &wanted);
    Call<api::Provider> edit(const api::EditProvider &wanted);
    Call<Nothing> remove(const api::ProviderId &id);

Q_SIGNALS:
    void changed();

private:
    void take(const Result<api::Providers> &result);
    void put(const api::Provider &provider);
    void setPending(const api::ProviderId &id, bool isPending);

    Account &m_account;
    CallScope m_loads;
    int m_round = 0; ///< answers to an earlier load know nothing of what changed since
    QList<api::Provider> m_providers;
    bool m_isLoading = false;
    bool m_isLoaded = false;
    std::optional<Error> m_lastError;
    QSet<api::ProviderId> m_pending;
};

} // namespace latchkey::account
