#pragma once

#include "account/browservisit.h"

#include <optional>

namespace latchkey::account {

class Connection;

/// The identity providers by which somebody may sign in to a server, and the browser that is there
/// for it.
class ProviderEntry final : public QObject
{
    Q_OBJECT

public:
    /// A provider saw somebody who has an account already that is not theirs by that alone. Once
    /// they are signed in to it, the visit connects the two.
    struct Unlinked
    {
        api::VisitId visit;
        api::ProviderCard provider;
    };

    /// Both outlive it.
    ProviderEntry(const Surroundings &surroundings, Connection &connection,
                  QObject *parent = nullptr);
    ~ProviderEntry() override;

    /// Whether the server's API knows of it.
    bool isOffered() const;
    /// Asks which there are, once; that none is known is no failure of a sign-in.
    void learn(const QUrl &server);
    const QList<api::ProviderCard> &providers() const { return m_providers; }
    /// Whom an address is led to need not be among those that everybody sees.
    void know(const api::ProviderCard &provider);
    std::optional<api::ProviderCard> find(const api::ProviderId &id) const;

    BrowserVisit &visit() { return m_visit; }

    const std::optional<Unlinked> &unlinked() const { return m_unlinked; }
    /// The last visit found somebody out whose account is not connected yet.
    void keepUnlinked();
    /// They are not to be connected.
    void forgetUnlinked();
    std::optional<Unlinked> takeUnlinked() { return std::exchange(m_unlinked, std::nullopt); }

Q_SIGNALS:
    void changed();

private:
    const Surroundings &m_surroundings;
    Connection &m_connection;
    CallScope m_calls;
    bool m_isAsked = false;
    QList<api::ProviderCard> m_providers;
    std::optional<api::ProviderCard> m_meant;
    std::optional<Unlinked> m_unlinked;
    BrowserVisit m_visit;
};

} // namespace latchkey::account
