#include "account/networkconnections.h"

#include "account/certificate.h"
#include "account/proxies.h"
#include "base/alarm.h"
#include "net/networktransport.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslSocket>

using namespace std::chrono_literals;

namespace latchkey::account {

using namespace Qt::StringLiterals;

namespace {

net::ProxySettings::Kind kindOf(ProxyChoice::Kind kind)
{
    using Kind = net::ProxySettings::Kind;
    switch (kind) {
    case ProxyChoice::Kind::Program:
    case ProxyChoice::Kind::System:
        return Kind::System;
    case ProxyChoice::Kind::None:
        return Kind::None;
    case ProxyChoice::Kind::Http:
        return Kind::Http;
    case ProxyChoice::Kind::Socks5:
        return Kind::Socks5;
    }
    Q_UNREACHABLE();
}

} // namespace

NetworkConnections::NetworkConnections(Alarm &alarm, Proxies &proxies)
    : m_alarm(alarm)
    , m_proxies(proxies)
{}

net::ProxySettings NetworkConnections::settingsFor(const ProxyChoice &choice) const
{
    const ProxyChoice proxy = m_proxies.inUse(choice);
    return {.kind = kindOf(proxy.kind),
            .host = proxy.host,
            .port = proxy.port,
            .user = proxy.user,
            .password = m_proxies.passwordOf(proxy)};
}

std::unique_ptr<net::Transport> NetworkConnections::transportTo(const ServerAddress &address)
{
    auto transport = std::make_unique<net::NetworkTransport>(
        net::NetworkSettings{.base = address.url,
                             .proxy = settingsFor(address.proxy),
                             .trustedCertificate = address.trustedCertificate},
        m_alarm);
    QObject::connect(&m_proxies, &Proxies::changed, transport.get(),
                     [this, to = transport.get(), choice = address.proxy] {
                         to->setProxy(settingsFor(choice));
                     });
    return transport;
}

Call<ServerCertificate> NetworkConnections::certificateOf(const ServerAddress &address)
{
    auto *socket = new QSslSocket(&m_probes);
    socket->setProxy(net::proxyTo(address.url, settingsFor(address.proxy)));
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
    const int port = address.url.port(443);
    socket->connectToHostEncrypted(address.url.host(), static_cast<quint16>(port));
    return source.call();
}

} // namespace latchkey::account
