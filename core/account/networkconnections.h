#pragma once

#include "account/connections.h"

#include <QObject>

namespace latchkey {
class Alarm;
}

namespace latchkey::account {

/// Connections over the network, as each profile's address says.
class NetworkConnections final : public Connections
{
public:
    explicit NetworkConnections(Alarm &alarm);

    std::unique_ptr<net::Transport> transportTo(const ServerAddress &address) override;
    Call<ServerCertificate> certificateOf(const ServerAddress &address) override;

private:
    Alarm &m_alarm;
    QObject m_probes;
};

} // namespace latchkey::account
