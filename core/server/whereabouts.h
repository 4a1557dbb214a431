#pragma once

#include "server/guards/guards.h"
#include "server/serverconfig.h"

/// Where a server is to be found, as its configuration says it, and what it speaks there.
namespace latchkey::server {

bool isLoopback(const ListenAddress &listen);
QList<ListenAddress> allPorts(const ServerConfig &config);

/// Those that share the server's own ports.
QStringList foreignWiresOf(const ServerConfig &config);
/// All that are spoken, wherever; our own first.
QStringList wiresOf(const ServerConfig &config);

/// Where browsers find it; empty where nobody said, and it can't be known.
QString publicAddressOf(const ServerConfig &config);
guards::KnownHosts knownHosts(const ServerConfig &config);

} // namespace latchkey::server
