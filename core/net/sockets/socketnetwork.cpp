#include "net/sockets/socketnetwork.h"

#include "base/alarm.h"
#include "net/sockets/certificate.h"
#include "net/sockets/loopbackreturn.h"
#include "net/sockets/networktransport.h"
#include "net/sockets/proxyfactory.h"
#include "net/sockets/systemreachability.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QSslCertificate>
#include <QSslSocket>

using namespace std::chrono_literals;

namespace latchkey::net {

using namespace Qt::StringLiterals;

std::unique_ptr<ServerTransport> SocketNetwork::transportTo(const NetworkSettings &settings)
{
    return std::make_unique<NetworkTransport>(settings, m_alarm);
}

Call<ServerCertificate> SocketNetwork::certificateOf(const QUrl &server, const ProxySettings &proxy)
{
    auto *socket = new QSslSocket(&m_probes);
    socket->setProxy(proxyTo(server, proxy));
    const CallSource<ServerCertificate> source;
    const auto finish = [socket, source](const Result<ServerCertificate> &result) {
        socket->disconnect();
        socket->abort();
        socket->deleteLater();
        source.finish(result);
    };
    // Whether it is trusted is not asked here; nothing is sent, and the connection ends with it.
    socket->setPeerVerifyMode(QSslSocket::QueryPeer);
    QObject::connect(socket, &QSslSocket::encrypted, socket,
                     [socket, finish] { finish(described(socket->peerCertificate())); });
    QObject::connect(socket, &QSslSocket::errorOccurred, socket, [socket, finish] {
        finish(failure(Error::of(Error::Kind::Network, u"tlsFailed"_s, socket->errorString())));
    });
    m_alarm.after(15s).then(socket, [finish](const Result<Nothing> &) {
        finish(failure(Error::of(Error::Kind::Timeout, u"timeout"_s)));
    });
    source.onCancel([probe = QPointer(socket)] {
        if (probe)
            probe->deleteLater();
    });
    socket->connectToHostEncrypted(server.host(), static_cast<quint16>(server.port(443)));
    return source.call();
}

std::optional<ServerCertificate> SocketNetwork::certificateFrom(const QByteArray &pem)
{
    return net::certificateFrom(pem);
}

std::unique_ptr<BrowserReturn> SocketNetwork::browserReturn(const BrowserReturn::PageOf &pageOf)
{
    return std::make_unique<LoopbackReturn>(m_alarm, pageOf);
}

std::unique_ptr<Reachability> SocketNetwork::reachability()
{
    return std::make_unique<SystemReachability>();
}

} // namespace latchkey::net
