#include "account/networkconnections.h"

#include "account/proxies.h"

namespace latchkey::account {

namespace {

net::ProxySettings::Kind kindOf(ProxyChoice::Kind kind)
{
    using Kind = net::ProxySettings::Kind;
    switch (kind) {
    case ProxyChoice::Kind::Program:
    case ProxyChoice::Kind::System:
        return Kind::System;
    case ProxyChoice::Kind::None:
        return Kind::None;
    case ProxyChoice::Kind::Http:
        return Kind::Http;
    case ProxyChoice::Kind::Socks5:
        return Kind::Socks5;
    }
    Q_UNREACHABLE();
}

} // namespace

NetworkConnections::NetworkConnections(net::Network &network, Proxies &proxies)
    : m_network(network)
    , m_proxies(proxies)
{}

net::ProxySettings NetworkConnections::settingsFor(const ProxyChoice &choice) const
{
    const ProxyChoice proxy = m_proxies.inUse(choice);
    return {.kind = kindOf(proxy.kind),
            .host = proxy.host,
            .port = proxy.port,
            .user = proxy.user,
            .password = m_proxies.passwordOf(proxy)};
}

std::unique_ptr<net::Transport> NetworkConnections::transportTo(const ServerAddress &address)
{
    auto transport = m_network.transportTo({.base = address.url,
                                            .proxy = settingsFor(address.proxy),
                                            .trustedCertificate = address.trustedCertificate});
    QObject::connect(&m_proxies, &Proxies::changed, transport.get(),
                     [this, to = transport.get(), choice = address.proxy] {
                         to->setProxy(settingsFor(choice));
                     });
    return transport;
}

Call<ServerCertificate> NetworkConnections::certificateOf(const ServerAddress &address)
{
    return m_network.certificateOf(address.url, settingsFor(address.proxy));
}

std::optional<ServerCertificate> NetworkConnections::certificateFrom(const QByteArray &pem)
{
    return m_network.certificateFrom(pem);
}

std::unique_ptr<net::BrowserReturn>
NetworkConnections::browserReturn(const net::BrowserReturn::PageOf &pageOf)
{
    return m_network.browserReturn(pageOf);
}

} // namespace latchkey::account
