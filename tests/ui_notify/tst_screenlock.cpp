#include "fakedesktop.h"
#include "lock/screenlock.h"
#include "support/testrunner.h"

#include <QCoreApplication>
#include <QDBusConnectionInterface>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey::test;
using namespace latchkey::ui;
using namespace Qt::StringLiterals;

/// One private bus is both the session's and the system's.
class ScreenLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bus = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"screen"_s));
    }
    void cleanup()
    {
        m_bus.reset();
        QDBusConnection::disconnectFromBus(u"screen"_s);
    }

    void hearsTheScreenSaver()
    {
        FakeScreenSaver saver;
        QVERIFY(
            m_bus->registerObject(u"/ScreenSaver"_s, &saver, QDBusConnection::ExportAllSignals));
        QVERIFY(m_bus->registerService(u"org.freedesktop.ScreenSaver"_s));
        const ScreenLock lock(QDBusConnection::sessionBus(), QDBusConnection(u"none"_s));
        QSignalSpy locked(&lock, &ScreenLock::locked);
        QTRY_VERIFY((Q_EMIT saver.ActiveChanged(true), deliver(), locked.size() > 0));
        const auto before = locked.size();
        Q_EMIT saver.ActiveChanged(false);
        Q_EMIT saver.ActiveChanged(true);
        deliver();
        QCOMPARE(locked.size(), before + 1);
    }

    void hearsLogindAboutItsOwnSessionOnly_data()
    {
        QTest::addColumn<QByteArray>("named");
        QTest::addRow("by its process") << QByteArray();
        QTest::addRow("by its name") << QByteArray("own");
    }

    void hearsLogindAboutItsOwnSessionOnly()
    {
        QFETCH(const QByteArray, named);
        const QByteArray before = qgetenv("XDG_SESSION_ID");
        if (named.isEmpty())
            qunsetenv("XDG_SESSION_ID");
        else
            qputenv("XDG_SESSION_ID", named);
        FakeLogin login;
        FakeLoginSession own;
        FakeLoginSession other;
        const auto slots = QDBusConnection::ExportAllSlots;
        const auto told = QDBusConnection::ExportAllSignals;
        QVERIFY(m_bus->registerObject(u"/org/freedesktop/login1"_s, &login, slots));
        QVERIFY(m_bus->registerObject(u"/org/freedesktop/login1/session/_3own"_s, &own, told));
        QVERIFY(m_bus->registerObject(u"/org/freedesktop/login1/session/_3other"_s, &other, told));
        QVERIFY(m_bus->registerService(u"org.freedesktop.login1"_s));
        const ScreenLock lock(QDBusConnection(u"none"_s), QDBusConnection::sessionBus());
        QSignalSpy locked(&lock, &ScreenLock::locked);
        QTRY_VERIFY((Q_EMIT own.Lock(), deliver(), locked.size() > 0));
        const auto count = locked.size();
        Q_EMIT other.Lock();
        Q_EMIT own.Lock();
        deliver();
        QCOMPARE(locked.size(), count + 1);
        qputenv("XDG_SESSION_ID", before);
    }

private:
    /// What was sent is with the bus when that answers, and here when it answers here.
    void deliver() const
    {
        m_bus->interface()->isServiceRegistered(u"x"_s);
        QDBusConnection::sessionBus().interface()->isServiceRegistered(u"x"_s);
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    std::unique_ptr<QDBusConnection> m_bus;
};

LATCHKEY_TEST(ScreenLockTest)
#include "tst_screenlock.moc"
