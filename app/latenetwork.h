#pragma once

#include "net/network.h"

namespace latchkey {
class Alarm;
}

namespace latchkey::app {

/// The network, whose module is loaded once somebody asks anything of it: a window is there before.
class LateNetwork final : public net::Network
{
public:
    /// The alarm outlives it.
    explicit LateNetwork(Alarm &alarm)
        : m_alarm(alarm)
    {}

    std::unique_ptr<net::ServerTransport>
    transportTo(const net::NetworkSettings &settings) override;
    Call<net::ServerCertificate> certificateOf(const QUrl &server,
                                               const net::ProxySettings &proxy) override;
    std::optional<net::ServerCertificate> certificateFrom(const QByteArray &pem) override;
    std::unique_ptr<net::BrowserReturn>
    browserReturn(const net::BrowserReturn::PageOf &pageOf) override;
    std::unique_ptr<net::Reachability> reachability() override;

private:
    net::Network &loaded();

    Alarm &m_alarm;
    std::unique_ptr<net::Network> m_network;
};

} // namespace latchkey::app
