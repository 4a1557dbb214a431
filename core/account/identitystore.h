#pragma once

#include "account/browservisit.h"
#include "account/liststore.h"
#include "api/events.h"

#include <QSet>

#include <optional>

namespace latchkey::account {

class Account;

/// Which accounts elsewhere sign in to this one, as the server last told, and the way to connect
/// another.
class IdentityStore final : public ListStore
{
    Q_OBJECT

public:
    explicit IdentityStore(Account &account, QObject *parent = nullptr);
    ~IdentityStore() override;

    bool isOffered() const override;
    bool canConnect() const;

    const QList<api::Identity> &identities() const { return m_identities; }
    /// Where these are, each once.
    QList<api::ProviderCard> providers() const;
    QStringList providerNames() const;
    /// As long as nothing else is known.
    bool hasPassword() const { return m_hasPassword; }
    bool isPending(const api::IdentityId &id) const { return m_pending.contains(id); }

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

Q_SIGNALS:
    void connected(const latchkey::api::Identity &identity);

private:
    void ask() override;
    void bring(const BrowserVisit::Returned &returned);
    void endConnecting(const std::optional<Error> &why);

    Account &m_account;
    BrowserVisit m_visit;
    QList<api::Identity> m_identities;
    bool m_hasPassword = true;
    QSet<api::IdentityId> m_pending;
    bool m_isConnecting = false;
    std::optional<api::SeenAtProvider> m_seen;
    std::optional<Error> m_connectError;
};

} // namespace latchkey::account
