#include "support/proxyserver.h"

#include <QTcpSocket>

namespace latchkey::test {

ProxyServer::ProxyServer(quint16 target, const QByteArray &user, const QByteArray &password)
    : m_target(target)
    , m_authorization("Proxy-Authorization: Basic " +
                      QByteArray(user + ':' + password).toBase64())
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *client = nextPendingConnection();
        connect(client, &QTcpSocket::readyRead, client, [this, client] { read(client); });
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("the loopback can't be listened on");
}

void ProxyServer::read(QTcpSocket *client)
{
    const QByteArray head = client->peek(client->bytesAvailable());
    if (!head.endsWith("\r\n\r\n"))
        return;
    client->readAll();
    if (head.startsWith("CONNECT ") && head.contains(m_authorization)) {
        tunnel(client);
        return;
    }
    ++m_refused;
    client->write("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"here\"\r\n"
                  "Content-Length: 0\r\n\r\n");
}

void ProxyServer::tunnel(QTcpSocket *client)
{
    ++m_tunnels;
    client->disconnect();
    auto *server = new QTcpSocket(client);
    connect(server, &QTcpSocket::connected, client,
            [client] { client->write("HTTP/1.1 200 Connected\r\n\r\n"); });
    connect(client, &QTcpSocket::readyRead, server,
            [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::readyRead, client,
            [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
}

} // namespace latchkey::test
