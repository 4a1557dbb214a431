#include "account/networkconnections.h"

#include "base/alarm.h"
#include "net/networktransport.h"

#include <QDateTime>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslSocket>

using namespace std::chrono_literals;

namespace latchkey::account {

using namespace Qt::StringLiterals;

namespace {

net::ProxySettings settingsFor(const ProxyChoice &choice)
{
    using Kind = net::ProxySettings::Kind;
    net::ProxySettings settings{
        .host = choice.host, .port = choice.port, .user = choice.user, .password = {}};
    switch (choice.kind) {
    case ProxyChoice::Kind::System:
        settings.kind = Kind::System;
        break;
    case ProxyChoice::Kind::None:
        settings.kind = Kind::None;
        break;
    case ProxyChoice::Kind::Http:
        settings.kind = Kind::Http;
        break;
    case ProxyChoice::Kind::Socks5:
        settings.kind = Kind::Socks5;
        break;
    }
    return settings;
}

QNetworkProxy proxyFor(const ProxyChoice &choice)
{
    switch (choice.kind) {
    case ProxyChoice::Kind::System:
        return QNetworkProxy::DefaultProxy;
    case ProxyChoice::Kind::None:
        return QNetworkProxy::NoProxy;
    case ProxyChoice::Kind::Http:
        return {QNetworkProxy::HttpProxy, choice.host, choice.port, choice.user};
    case ProxyChoice::Kind::Socks5:
        return {QNetworkProxy::Socks5Proxy, choice.host, choice.port, choice.user};
    }
    Q_UNREACHABLE();
}

Timestamp momentOf(const QDateTime &time)
{
    return Timestamp(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QString named(const QSslCertificate &certificate, bool subject)
{
    const auto part = [&](QSslCertificate::SubjectInfo what) {
        return (subject ? certificate.subjectInfo(what) : certificate.issuerInfo(what))
            .join(u", "_s);
    };
    const QString name = part(QSslCertificate::CommonName);
    return name.isEmpty() ? part(QSslCertificate::Organization) : name;
}

ServerCertificate described(const QSslCertificate &certificate)
{
    const QByteArray digest = certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper();
    return {.pem = certificate.toPem(),
            .subject = named(certificate, true),
            .issuer = named(certificate, false),
            .validFrom = momentOf(certificate.effectiveDate()),
            .validUntil = momentOf(certificate.expiryDate()),
            .fingerprint = QString::fromLatin1(digest)};
}

} // namespace

NetworkConnections::NetworkConnections(Alarm &alarm)
    : m_alarm(alarm)
{}

std::unique_ptr<net::Transport> NetworkConnections::transportTo(const ServerAddress &address)
{
    return std::make_unique<net::NetworkTransport>(
        net::NetworkSettings{.base = address.url,
                             .proxy = settingsFor(address.proxy),
                             .trustedCertificate = address.trustedCertificate},
        m_alarm);
}

Call<ServerCertificate> NetworkConnections::certificateOf(const ServerAddress &address)
{
    auto *socket = new QSslSocket(&m_probes);
    socket->setProxy(proxyFor(address.proxy));
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
