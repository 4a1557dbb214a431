#include "net/sockets/proxyfactory.h"

#include "base/ipaddress.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace latchkey::net {

namespace {

class Choice final : public QNetworkProxyFactory
{
public:
    explicit Choice(const ProxySettings &settings)
        : m_kind(settings.kind)
    {
        m_manual.setType(m_kind == ProxySettings::Kind::Socks5 ? QNetworkProxy::Socks5Proxy
                                                               : QNetworkProxy::HttpProxy);
        m_manual.setHostName(settings.host);
        m_manual.setPort(settings.port);
        m_manual.setUser(settings.user);
        m_manual.setPassword(settings.password.revealText());
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        // A server inside this program is never reached by way of another machine.
        if (m_kind == ProxySettings::Kind::None ||
            isThisComputer(query.peerHostName().toStdString()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        if (m_kind == ProxySettings::Kind::System)
            return systemProxyForQuery(query);
        return {m_manual};
    }

private:
    ProxySettings::Kind m_kind;
    QNetworkProxy m_manual;
};

} // namespace

bool isSame(const ProxySettings &one, const ProxySettings &other)
{
    return one.kind == other.kind && one.host == other.host && one.port == other.port &&
           one.user == other.user && one.password.matches(other.password);
}

QNetworkProxy proxyTo(const QUrl &server, const ProxySettings &settings)
{
    return Choice(settings).queryProxy(QNetworkProxyQuery(server)).value(0);
}

void apply(const ProxySettings &settings, QNetworkAccessManager &access)
{
    access.setProxyFactory(new Choice(settings)); // the access owns it
}

} // namespace latchkey::net
