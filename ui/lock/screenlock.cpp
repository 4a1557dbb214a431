#include "lock/screenlock.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

const QString logind = u"org.freedesktop.login1"_s;

} // namespace

ScreenLock::ScreenLock(QDBusConnection session, QDBusConnection system, QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_system(std::move(system))
{
    // GNOME speaks under a name of its own; both say the same in the same way.
    for (const QString &name : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s}) {
        m_session.connect(name, {}, name, u"ActiveChanged"_s, this, SLOT(takeActive(bool)));
    }
    findSession();
}

void ScreenLock::findSession()
{
    if (!m_system.isConnected())
        return;
    const QString id = qEnvironmentVariable("XDG_SESSION_ID");
    auto ask = QDBusMessage::createMethodCall(
        logind, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
        id.isEmpty() ? u"GetSessionByPID"_s : u"GetSession"_s);
    if (id.isEmpty())
        ask << quint32(QCoreApplication::applicationPid());
    else
        ask << id;
    auto *watcher = new QDBusPendingCallWatcher(m_system.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> found = *watcher;
        // Where there is no logind, or this belongs to none of its sessions, nobody locks it.
        if (!found.isError()) {
            m_system.connect(logind, found.value().path(), u"org.freedesktop.login1.Session"_s,
                             u"Lock"_s, this, SLOT(takeLock()));
        }
    });
}

void ScreenLock::takeActive(bool isActive)
{
    if (isActive)
        Q_EMIT locked();
}

void ScreenLock::takeLock()
{
    Q_EMIT locked();
}

} // namespace latchkey::ui
