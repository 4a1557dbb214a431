#pragma once

#include "account/connections.h"

#include <QObject>

namespace latchkey {
class Alarm;
}

namespace latchkey::net {
struct ProxySettings;
}

namespace latchkey::account {

class Proxies;

/// Connections over the network, as each profile's address says.
class NetworkConnections final : public Connections
{
public:
    NetworkConnections(Alarm &alarm, Proxies &proxies);

    std::unique_ptr<net::Transport> transportTo(const ServerAddress &address) override;
    Call<ServerCertificate> certificateOf(const ServerAddress &address) override;

private:
    net::ProxySettings settingsFor(const ProxyChoice &choice) const;

    Alarm &m_alarm;
    Proxies &m_proxies;
    QObject m_probes;
};

} // namespace latchkey::account
