#include "account/proxies.h"

#include "account/preferences.h"
#include "account/secretkeeping.h"
#include "base/log.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = ProxyChoice::Kind;

Proxies::Proxies(PreferencesStore &preferences, SecretKeeping &keeping, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_keeping(keeping)
    , m_ofProgram(preferences.current().proxy)
{
    connect(&preferences, &PreferencesStore::changed, this, [this] {
        const ProxyChoice &now = m_preferences.current().proxy;
        if (std::exchange(m_ofProgram, now) != now)
            Q_EMIT changed();
    });
    connect(&keeping, &SecretKeeping::fileOpened, this, [this] {
        const auto sought = std::exchange(m_sought, {});
        for (const QString &name : sought) {
            if (!m_passwords.contains(name))
                fetch(name);
        }
    });
}

ProxyChoice Proxies::inUse(const ProxyChoice &choice) const
{
    return choice.kind == Kind::Program ? m_preferences.current().proxy : choice;
}

// Of one proxy and one user: it never goes to another.
QString Proxies::nameOf(const ProxyChoice &proxy)
{
    const bool isOwn = proxy.kind == Kind::Http || proxy.kind == Kind::Socks5;
    if (!isOwn || proxy.user.isEmpty())
        return {};
    return u"%1@%2:%3"_s.arg(proxy.user, proxy.host).arg(proxy.port);
}

Secret Proxies::passwordOf(const ProxyChoice &choice)
{
    const QString name = nameOf(inUse(choice));
    if (!name.isEmpty() && !m_passwords.contains(name))
        fetch(name);
    return m_passwords.value(name);
}

bool Proxies::hasPassword(const ProxyChoice &choice) const
{
    return m_passwords.contains(nameOf(inUse(choice)));
}

void Proxies::fetch(const QString &name)
{
    if (m_sought.contains(name))
        return;
    m_sought.insert(name);
    m_keeping.fetchProxyPassword(name).then(this, [this, name](const Result<Secret> &found) {
        if (!found) {
            qCInfo(logAccount) << "no password for the proxy:" << found.error();
        } else if (!m_passwords.contains(name)) {
            m_passwords.insert(name, *found);
            Q_EMIT changed();
        }
    });
}

Call<KeepingPlace> Proxies::setPassword(const ProxyChoice &choice, const Secret &password)
{
    const QString name = nameOf(inUse(choice));
    if (name.isEmpty()) {
        return Call<KeepingPlace>::finished(failure(Error::rejected(u"empty"_s, u"user"_s)));
    }
    m_passwords.insert(name, password);
    m_sought.insert(name);
    Q_EMIT changed();
    return m_keeping.keepProxyPassword(name, password);
}

void Proxies::forgetPassword(const ProxyChoice &choice)
{
    const QString name = nameOf(inUse(choice));
    if (name.isEmpty())
        return;
    m_keeping.forgetProxyPassword(name);
    if (m_passwords.remove(name))
        Q_EMIT changed();
}

} // namespace latchkey::account
