#pragma once

#include <QDBusConnection>
#include <QObject>

namespace latchkey::ui {

/// Tells when the screen was locked: by the desktop's screen saver, or by logind for this session.
class ScreenLock final : public QObject
{
    Q_OBJECT

public:
    ScreenLock(QDBusConnection session, QDBusConnection system, QObject *parent = nullptr);

Q_SIGNALS:
    void locked();

private Q_SLOTS:
    void takeActive(bool isActive);
    void takeLock();

private:
    void findSession();

    QDBusConnection m_session;
    QDBusConnection m_system;
};

} // namespace latchkey::ui
