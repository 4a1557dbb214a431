#pragma once

#include "account/connections.h"

namespace latchkey::account {

class Proxies;

/// Connections over the network, as each profile's address says.
class NetworkConnections final : public Connections
{
public:
    /// Both outlive it.
    NetworkConnections(net::Network &network, Proxies &proxies);

    std::unique_ptr<net::Transport> transportTo(const ServerAddress &address) override;
    Call<ServerCertificate> certificateOf(const ServerAddress &address) override;
    std::optional<ServerCertificate> certificateFrom(const QByteArray &pem) override;
    std::unique_ptr<net::BrowserReturn>
    browserReturn(const net::BrowserReturn::PageOf &pageOf) override;

private:
    net::ProxySettings settingsFor(const ProxyChoice &choice) const;

    net::Network &m_network;
    Proxies &m_proxies;
};

} // namespace latchkey::account
