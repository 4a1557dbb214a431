#pragma once

#include "account/browservisit.h"
#include "api/events.h"

#include <QSet>

#include <optional>
#include <vector>

namespace latchkey::account {

class Account;

/// Which accounts elsewhere sign in to this one, as the server last told, and the way to connect
/// another. Nothing is loaded until somebody wants to see it; from then on it is kept true.
class IdentityStore final : public QObject
{
    Q_OBJECT

public:
    explicit IdentityStore(Account &account, QObject *parent = nullptr);
    ~IdentityStore() override;

    /// Whether the server knows of them at all.
    bool isOffered() const;
    bool canConnect() const;

    const QList<api::Identity> &identities() const { return m_identities; }
    /// Where these are, each once.
    QList<api::ProviderCard> providers() const;
    QStringList providerNames() const;
    /// As long as nothing else is known.
    bool hasPassword() const { return m_hasPassword; }
    bool isLoading() const { return m_isLoading; }
    bool isLoaded() const { return m_isLoaded; }
    /// Why the last load failed. What was known before stays.
    const std::optional<Error> &lastError() const { return m_lastError; }
    bool isPending(const api::IdentityId &id) const { return m_pending.contains(id); }

    /// From now on it is loaded whenever a session begins, and whenever it may have changed.
    void want() { m_isWanted = true; }
    /// One at a time: who asks while one is under way waits for the same.
    Call<Nothing> load();

    /// Somebody goes to the provider in a browser.
    void connectTo(const api::ProviderCard &provider);
    BrowserVisit &visit() { return m_visit; }
    /// The browser is back, and the server is being told.
    bool isConnecting() const { return m_isConnecting; }
    /// Whom the provider saw there, until somebody says whether they are to sign in to this
    /// account.
    const std::optional<api::SeenAtProvider> &seen() const { return m_seen; }
    void connectSeen();
    void forgetSeen();
    /// Why the last one was not connected; nothing where the person did not want to prove that it
    /// is them.
    const std::optional<Error> &connectError() const { return m_connectError; }

    /// What a visit brought that the server has looked at already.
    Call<api::Identity> link(const api::VisitId &visit);
    Call<Nothing> unlink(const api::IdentityId &id);

    // Not for pages.
    void take(const api::Event &event);
    /// Where somebody wants to see it.
    void reload();

Q_SIGNALS:
    /// Identities, what is under way with them, or with another one.
    void changed();
    void loadingChanged();
    void connected(const latchkey::api::Identity &identity);

private:
    void bring(const BrowserVisit::Returned &returned);
    void endConnecting(const std::optional<Error> &why);
    void endLoad(const Result<api::Identities> &result);
    void loadAnew();

    Account &m_account;
    BrowserVisit m_visit;
    QList<api::Identity> m_identities;
    bool m_hasPassword = true;
    bool m_isWanted = false;
    bool m_isLoaded = false;
    bool m_isLoading = false;
    bool m_isOutdated = false; ///< something changed since this load began: load once more
    std::optional<Error> m_lastError;
    std::vector<CallSource<Nothing>> m_waiting;
    QSet<api::IdentityId> m_pending;
    bool m_isConnecting = false;
    std::optional<api::SeenAtProvider> m_seen;
    std::optional<Error> m_connectError;
};

} // namespace latchkey::account
