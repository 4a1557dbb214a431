#include "server/whereabouts.h"

#include "wire/ownwire.h"
#include "wire/wires.h"

#include <algorithm>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

/// Only who is on this machine gets here, if nothing on it brings others.
bool isLocal(const ServerConfig &config)
{
    return std::ranges::all_of(config.listen, isLoopback) && config.hostNames.isEmpty() &&
           config.trustedProxies.empty();
}

} // namespace

bool isLoopback(const ListenAddress &listen)
{
    const auto address = IpAddress::parse(listen.address.toStdString());
    return address && address->isLoopback();
}

QList<ListenAddress> allPorts(const ServerConfig &config)
{
    QList<ListenAddress> all = config.listen;
    for (const WirePort &port : config.wirePorts)
        all << port.where;
    return all;
}

QStringList foreignWiresOf(const ServerConfig &config)
{
    return config.wires.value_or(isLocal(config) ? wire::foreignWires() : QStringList());
}

QStringList wiresOf(const ServerConfig &config)
{
    QStringList names = foreignWiresOf(config);
    for (const WirePort &port : config.wirePorts)
        names << port.wire;
    names.removeDuplicates();
    names.prepend(wire::ownWire().name);
    return names;
}

QString publicAddressOf(const ServerConfig &config)
{
    const ListenAddress &first = config.listen.constFirst();
    if (!config.publicAddress.isEmpty() || !isLocal(config) || first.port == 0)
        return config.publicAddress;
    const QString scheme = config.certificateFile.isEmpty() ? u"http"_s : u"https"_s;
    const bool isIpv6 = first.address.contains(u':');
    const QString host = isIpv6 ? QString(u'[' + first.address + u']') : first.address;
    return u"%1://%2:%3"_s.arg(scheme, host).arg(first.port);
}

guards::KnownHosts knownHosts(const ServerConfig &config)
{
    const QList<ListenAddress> ports = allPorts(config);
    guards::KnownHosts known;
    if (!std::ranges::all_of(ports, isLoopback) && config.hostNames.isEmpty())
        return known;
    known.names = {"localhost", "127.0.0.1", "[::1]"};
    for (const ListenAddress &listen : ports) {
        const std::string address = listen.address.toStdString();
        known.names.push_back((address.find(':') != std::string::npos) ? "[" + address + "]"
                                                                       : address);
    }
    for (const QString &name : config.hostNames)
        known.names.push_back(name.toLower().toStdString());
    return known;
}

} // namespace latchkey::server
