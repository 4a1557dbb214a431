#pragma once

#include <QTcpServer>

class QTcpSocket;

namespace latchkey::test {

/// An HTTP proxy that wants to know who asks, and takes everybody to one port of this computer.
class ProxyServer final : public QTcpServer
{
    Q_OBJECT

public:
    ProxyServer(quint16 target, const QByteArray &user, const QByteArray &password);

    int refused() const { return m_refused; }
    int tunnels() const { return m_tunnels; }

private:
    void read(QTcpSocket *client);
    void tunnel(QTcpSocket *client);

    const quint16 m_target;
    const QByteArray m_authorization;
    int m_refused = 0;
    int m_tunnels = 0;
};

} // namespace latchkey::test
