#pragma once

#include "net/network.h"

namespace latchkey {
class Alarm;
}

namespace latchkey::net {

/// By the sockets of this computer.
class SocketNetwork final : public Network
{
public:
    /// The alarm outlives it.
    explicit SocketNetwork(Alarm &alarm)
        : m_alarm(alarm)
    {}

    std::unique_ptr<ServerTransport> transportTo(const NetworkSettings &settings) override;
    Call<ServerCertificate> certificateOf(const QUrl &server, const ProxySettings &proxy) override;
    std::optional<ServerCertificate> certificateFrom(const QByteArray &pem) override;
    std::unique_ptr<BrowserReturn> browserReturn(const BrowserReturn::PageOf &pageOf) override;
    std::unique_ptr<Reachability> reachability() override;

private:
    Alarm &m_alarm;
    QObject m_probes;
};

} // namespace latchkey::net
