#include "latenetwork.h"

#include "exitcode.h"
#include "module.h"
#include "networkmodule.h"

#include <cstdlib>

namespace latchkey::app {

net::Network &LateNetwork::loaded()
{
    if (!m_network) {
        const auto make = entryOf<MakeNetwork>("network");
        // Half a program; what is missing has been told.
        if (!make)
            std::_Exit(Failed);
        m_network.reset(make(m_alarm));
    }
    return *m_network;
}

std::unique_ptr<net::ServerTransport> LateNetwork::transportTo(const net::NetworkSettings &settings)
{
    return loaded().transportTo(settings);
}

Call<net::ServerCertificate> LateNetwork::certificateOf(const QUrl &server,
                                                        const net::ProxySettings &proxy)
{
    return loaded().certificateOf(server, proxy);
}

std::optional<net::ServerCertificate> LateNetwork::certificateFrom(const QByteArray &pem)
{
    return loaded().certificateFrom(pem);
}

std::unique_ptr<net::BrowserReturn>
LateNetwork::browserReturn(const net::BrowserReturn::PageOf &pageOf)
{
    return loaded().browserReturn(pageOf);
}

std::unique_ptr<net::Reachability> LateNetwork::reachability()
{
    return loaded().reachability();
}

} // namespace latchkey::app
