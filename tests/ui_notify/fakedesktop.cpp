#include "fakedesktop.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

} // namespace

FakeDesktop::FakeDesktop()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s))
{}

FakeDesktop::~FakeDesktop()
{
    end();
    QDBusConnection::disconnectFromBus(u"desktop"_s);
}

bool FakeDesktop::begin()
{
    return m_bus.registerObject(
               path, this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
           m_bus.registerService(service);
}

void FakeDesktop::end()
{
    m_bus.unregisterService(service);
    m_bus.unregisterObject(path);
    shown.clear();
}

uint FakeDesktop::Notify(const QString &, uint replaces, const QString &, const QString &title,
                         const QString &text, const QStringList &acts, const QVariantMap &, int)
{
    const uint id = shown.contains(replaces) ? replaces : ++m_last;
    shown.insert(id, {title, text, acts});
    return id;
}

void FakeDesktop::CloseNotification(uint id)
{
    closed << id;
    if (shown.remove(id) > 0)
        Q_EMIT NotificationClosed(id, 3);
}

void FakeDesktop::click(uint id, const QString &act)
{
    Q_EMIT ActivationToken(id, u"token-%1"_s.arg(id));
    Q_EMIT ActionInvoked(id, act);
    shown.remove(id);
    Q_EMIT NotificationClosed(id, 2);
}

void FakeDesktop::dismiss(uint id)
{
    shown.remove(id);
    Q_EMIT NotificationClosed(id, 2);
}

QDBusObjectPath FakeLogin::GetSession(const QString &id) const
{
    return QDBusObjectPath(u"/org/freedesktop/login1/session/_3"_s + id);
}

} // namespace latchkey::test
