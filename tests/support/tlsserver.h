#pragma once

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QUrl>

namespace latchkey::test {

/// Answers every request with 200 over TLS.
class TlsServer
{
public:
    TlsServer(const QByteArray &certificate, const QByteArray &key)
    {
        QSslConfiguration tls;
        tls.setLocalCertificate(QSslCertificate(certificate));
        tls.setPrivateKey(QSslKey(key, QSsl::Ec));
        m_server.setSslConfiguration(tls);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            auto *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (socket->readAll().endsWith("\r\n\r\n"))
                    socket->write("HTTP/1.1 200 Said\r\nContent-Length: 2\r\n\r\nok");
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    quint16 port() const { return m_server.serverPort(); }
    QUrl url(const QString &host) const
    {
        return QUrl(QStringLiteral("https://%1:%2").arg(host).arg(port()));
    }

private:
    QSslServer m_server;
};

} // namespace latchkey::test
