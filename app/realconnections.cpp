#include "realconnections.h"

#include "account/profile.h"
#include "base/alarm.h"
#include "net/networktransport.h"

#include <QSslCertificate>
#include <QSslSocket>

namespace latchkey::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

net::ProxySettings::Kind kindOf(account::ProxyChoice::Kind kind)
{
    switch (kind) {
    case account::ProxyChoice::Kind::System:
        return net::ProxySettings::Kind::System;
    case account::ProxyChoice::Kind::None:
        return net::ProxySettings::Kind::None;
    case account::ProxyChoice::Kind::Http:
        return net::ProxySettings::Kind::Http;
    case account::ProxyChoice::Kind::Socks5:
        return net::ProxySettings::Kind::Socks5;
    }
    Q_UNREACHABLE();
}

Timestamp momentOf(const QDateTime &time)
{
    return Timestamp(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

account::ServerCertificate shown(const QSslCertificate &certificate)
{
    const QByteArray digest = certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper();
    return {.pem = certificate.toPem(),
            .subject = certificate.subjectDisplayName(),
            .issuer = certificate.issuerDisplayName(),
            .validFrom = momentOf(certificate.effectiveDate()),
            .validUntil = momentOf(certificate.expiryDate()),
            .fingerprint = QString::fromLatin1(digest)};
}

} // namespace

std::unique_ptr<net::Transport> RealConnections::transportTo(const account::ServerAddress &address)
{
    net::NetworkSettings settings{.base = address.url};
    settings.proxy.kind = kindOf(address.proxy.kind);
    settings.proxy.host = address.proxy.host;
    settings.proxy.port = address.proxy.port;
    settings.proxy.user = address.proxy.user;
    settings.trustedCertificate = address.trustedCertificate;
    return std::make_unique<net::NetworkTransport>(std::move(settings), m_alarm);
}

Call<account::ServerCertificate>
RealConnections::certificateOf(const account::ServerAddress &address)
{
    const CallSource<account::ServerCertificate> source;
    const auto call = source.call();
    auto *socket = new QSslSocket;
    // The certificate is wanted above all where it is not trusted; nothing is ever sent.
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    const auto end = [source, socket](Result<account::ServerCertificate> result) {
        source.finish(std::move(result));
        socket->disconnect();
        socket->abort();
        socket->deleteLater();
    };
    QObject::connect(socket, &QSslSocket::encrypted, socket,
                     [end, socket] { end(shown(socket->peerCertificate())); });
    QObject::connect(socket, &QSslSocket::errorOccurred, socket, [end, socket] {
        end(failure(Error::of(Error::Kind::Network, u"connectionLost"_s, socket->errorString())));
    });
    m_alarm.after(10s).then(socket, [end](const Result<Nothing> &) {
        end(failure(Error::of(Error::Kind::Timeout, u"timeout"_s)));
    });
    source.onCancel([socket] { socket->deleteLater(); });
    socket->connectToHostEncrypted(address.url.host(), quint16(address.url.port(443)));
    return call;
}

} // namespace latchkey::app
