#pragma once

#include "account/profile.h"
#include "base/call.h"

#include <memory>

namespace latchkey::net {
class Transport;
}

namespace latchkey::account {

/// What a server shows to prove who it is.
struct ServerCertificate
{
    QByteArray pem;
    QString subject;
    QString issuer;
    Timestamp validFrom{};
    Timestamp validUntil{};
    QString fingerprint; ///< SHA-256, `AB:CD:...`

    bool operator==(const ServerCertificate &) const = default;
};

/// Makes the connections to servers: real ones, or a test's.
class Connections
{
public:
    virtual ~Connections() = default;

    virtual std::unique_ptr<net::Transport> transportTo(const ServerAddress &address) = 0;
    /// The certificate that the server shows, trusted or not. Sends nothing to it.
    virtual Call<ServerCertificate> certificateOf(const ServerAddress &address) = 0;
};

} // namespace latchkey::account
