#pragma once

#include "account/connections.h"
#include "api/describe.h"
#include "base/callscope.h"

#include <QObject>

namespace latchkey::account {

class Connection;
struct Surroundings;

/// The address as it is used: `https://` where nothing was typed, `http://` only for this computer
/// itself, no user, query or fragment, no slash at the end. Codes: `empty`, `badAddress`,
/// `plainHttp`; field `address`.
Result<QUrl> normalAddress(const QString &typed);

/// An account API that may be chosen.
struct WireOffer
{
    QString name;
    QList<int> versions;   ///< the usual one first; none where there is nothing to choose
    QStringList addresses; ///< of its vendor's own servers, the usual one first
};

/// From an address that was typed to a server that answered.
class ConnectFlow final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Address,
        Checking,
        Untrusted, ///< its certificate is vouched for by nobody: `certificate` may be trusted
        Unknown,   ///< it answers, but which account API it speaks is for the person to say
        Found,
    };
    Q_ENUM(Step)

    explicit ConnectFlow(const Surroundings &surroundings, QObject *parent = nullptr);
    ~ConnectFlow() override;

    Step step() const { return m_step; }
    /// With Address: why the last check failed. With Untrusted: the TLS error.
    const std::optional<Error> &error() const { return m_error; }

    const QString &typed() const { return m_typed; }
    /// What is checked, or was found.
    const ServerAddress &address() const { return m_address; }
    /// With Untrusted, and with Found where the person trusted it.
    const std::optional<ServerCertificate> &certificate() const { return m_certificate; }
    /// With Found.
    const std::optional<api::ServerDescription> &description() const { return m_description; }
    /// What a server may be told to speak, and in which versions; our own API is not among them: it
    /// always says who it is.
    QList<WireOffer> offered() const;

    /// Checks again from the start; an earlier check is dropped.
    void check(const QString &typed);
    void trustCertificate();
    /// With Unknown, and with Found where the wire found has several versions.
    void choose(const WireChoice &wire);
    /// Back to the address, with what was typed.
    void back();

Q_SIGNALS:
    void changed();

private:
    void ask();
    void judge(const Error &error);
    void recognise();
    void tryNext(const Error &error);
    void speak(const WireChoice &wire);
    template <class T, class Took>
    void hear(const Call<T> &call, Took took);
    void take(const api::ServerDescription &description);
    void takeRefusal(const Error &error);
    void go(Step step, const std::optional<Error> &error = {});

    const Surroundings &m_surroundings;
    std::unique_ptr<Connection> m_connection;
    CallScope m_calls;
    Step m_step = Step::Address;
    std::optional<Error> m_error;
    QString m_typed;
    ServerAddress m_address;
    QUrl m_asked; ///< where somebody answered
    std::optional<ServerCertificate> m_certificate;
    std::optional<api::ServerDescription> m_description;
    QList<WireChoice> m_candidates; ///< that have not been tried yet
    bool m_isGuessed = false;       ///< nobody typed `http`, and `https` is tried next
    std::optional<Error> m_first;   ///< why that did not do
    int m_turn = 0;                 ///< an answer to an earlier check is no longer of interest
};

} // namespace latchkey::account
