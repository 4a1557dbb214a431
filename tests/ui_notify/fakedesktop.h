#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace latchkey::test {

/// The desktop's end of notices, on a connection of its own as a program of its own has it: writes
/// down what is asked of it, and clicks.
class FakeDesktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        QString title;
        QString text;
        QStringList acts;

        bool operator==(const Shown &) const = default;
    };

    FakeDesktop();
    ~FakeDesktop() override;

    bool begin();
    void end();

    QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body")};
    QMap<uint, Shown> shown; ///< what stands on the screen
    QList<uint> closed;      ///< because it was asked for

    void click(uint id, const QString &act);
    void dismiss(uint id);

public Q_SLOTS:
    QStringList GetCapabilities() const { return capabilities; }
    uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
                const QString &text, const QStringList &acts, const QVariantMap &hints,
                int patience);
    void CloseNotification(uint id);

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &act);
    void ActivationToken(uint id, const QString &token);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    uint m_last = 0;
};

/// The desktop's screen saver.
class FakeScreenSaver final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

Q_SIGNALS:
    void ActiveChanged(bool isActive);
};

/// Where logind keeps sessions.
class FakeLogin final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &id) const;
    QDBusObjectPath GetSessionByPID(uint) const { return GetSession(QStringLiteral("own")); }
};

class FakeLoginSession final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Session")

Q_SIGNALS:
    void Lock();
};

} // namespace latchkey::test
