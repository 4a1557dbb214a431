#pragma once

#include "account/browservisit.h"
#include "api/joining.h"

#include <optional>

namespace latchkey::account {

class Connection;

/// The identity providers by which somebody may sign in to a server, and the browser that is there
/// for it. An API that can't lead a browser back to a program has people hand over what they got.
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

    /// How what a provider said of somebody gets to the server.
    enum class Way {
        BroughtBack, ///< by the browser
        PageCode,    ///< a page of the server's shows a code for it, which is typed here
        IdToken,     ///< they have one that the provider made for the server, wherever from
    };

    /// Both outlive it.
    ProviderEntry(const Surroundings &surroundings, Connection &connection,
                  QObject *parent = nullptr);
    ~ProviderEntry() override;

    /// Whether the server's API leads a browser back to this program.
    bool leadsBack() const;
    /// Asks which there are, once; that none is known is no failure of a sign-in.
    void learn(const QUrl &server);
    const QList<api::ProviderCard> &providers() const { return m_providers; }
    /// Whom an address is led to, which need not be among those that everybody sees.
    std::optional<api::ProviderCard> lead(const api::SignInWays &found);
    std::optional<api::ProviderCard> find(const api::ProviderId &id) const;
    void choose(const api::ProviderCard &provider);
    /// Of the one that was chosen last.
    Way way() const { return m_way; }
    /// `login`: whom the provider may ask about first.
    void begin(const QString &login);
    /// Something is still to be handed over.
    bool isAwaited() const { return m_way == Way::IdToken || m_visit.isUnderWay(); }
    /// Why it was refused, which such an API tells with few words.
    Error aboutHandedOver(const Error &error) const;

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
    Way wayOf(const api::ProviderCard &provider) const;

    const Surroundings &m_surroundings;
    Connection &m_connection;
    CallScope m_calls;
    bool m_isAsked = false;
    QList<api::ProviderCard> m_providers;
    std::optional<api::ProviderCard> m_meant;
    QString m_page; ///< to which an address is led, where a browser is not led back
    api::ProviderCard m_chosen;
    Way m_way = Way::BroughtBack;
    std::optional<Unlinked> m_unlinked;
    BrowserVisit m_visit;
};

} // namespace latchkey::account
