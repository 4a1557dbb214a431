#pragma once

#include "base/call.h"
#include "base/clock.h"
#include "net/browserreturn.h"
#include "net/proxysettings.h"
#include "net/transport.h"

#include <QUrl>

#include <memory>
#include <optional>

namespace latchkey::net {

/// What a server shows to prove who it is.
struct ServerCertificate
{
    QByteArray pem;
    QString subject;
    QString issuer;
    Timestamp validFrom{};
    Timestamp validUntil{};
    QString fingerprint; ///< SHA-256, `AB:CD:...`

    bool operator==(const ServerCertificate &) const = default;
};

struct NetworkSettings
{
    QUrl base; ///< scheme, host, port and what stands before each path
    ProxySettings proxy = {};
    QByteArray trustedCertificate = {}; ///< PEM; for a private server, besides the system's own
    QByteArray userAgent = "Latchkey/" LATCHKEY_VERSION;
    qsizetype replyLimit = qsizetype{8} * 1024 * 1024;
};

/// To one server, over the network.
class ServerTransport : public QObject, public Transport
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// For every request from now on; open streams break off and are to be opened anew.
    virtual void setProxy(const ProxySettings &proxy) = 0;
};

/// Has the system asked whether there is a network at all: without it an absent one would look like
/// a wrong address, and one that is back would be waited for.
class Reachability : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void regained();
};

/// What is done over the network. Whoever has it need not link what does it.
class Network
{
public:
    virtual ~Network() = default;

    virtual std::unique_ptr<ServerTransport> transportTo(const NetworkSettings &settings) = 0;
    /// The certificate that the server shows, trusted or not. Sends nothing to it.
    virtual Call<ServerCertificate> certificateOf(const QUrl &server,
                                                  const ProxySettings &proxy) = 0;
    /// Nothing where the text holds none.
    virtual std::optional<ServerCertificate> certificateFrom(const QByteArray &pem) = 0;
    virtual std::unique_ptr<BrowserReturn> browserReturn(const BrowserReturn::PageOf &pageOf) = 0;
    virtual std::unique_ptr<Reachability> reachability() = 0;
};

} // namespace latchkey::net
