#pragma once

#include "account/profile.h"
#include "base/call.h"
#include "net/network.h"

#include <memory>
#include <optional>

namespace latchkey::account {

using net::ServerCertificate;

/// Makes the connections to servers: real ones, or a test's. And what else a way over the network
/// takes.
class Connections
{
public:
    virtual ~Connections() = default;

    virtual std::unique_ptr<net::Transport> transportTo(const ServerAddress &address) = 0;
    /// The certificate that the server shows, trusted or not. Sends nothing to it.
    virtual Call<ServerCertificate> certificateOf(const ServerAddress &address) = 0;
    /// Nothing where the text holds none.
    virtual std::optional<ServerCertificate> certificateFrom(const QByteArray &pem) = 0;
    /// Where a browser comes back to that was sent to an identity provider.
    virtual std::unique_ptr<net::BrowserReturn>
    browserReturn(const net::BrowserReturn::PageOf &pageOf) = 0;
};

} // namespace latchkey::account
