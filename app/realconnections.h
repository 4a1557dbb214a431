#pragma once

#include "account/connections.h"

namespace latchkey {
class Alarm;
}

namespace latchkey::app {

/// Connections over the network.
class RealConnections final : public account::Connections
{
public:
    explicit RealConnections(Alarm &alarm)
        : m_alarm(alarm)
    {}

    std::unique_ptr<net::Transport> transportTo(const account::ServerAddress &address) override;
    Call<account::ServerCertificate> certificateOf(const account::ServerAddress &address) override;

private:
    Alarm &m_alarm;
};

} // namespace latchkey::app
