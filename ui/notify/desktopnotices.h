#pragma once

#include "notify/busnotices.h"
#include "notify/traynotices.h"

namespace latchkey::ui {

/// The best way that this desktop has to tell something: its own notices, else a bubble in the
/// tray, else none.
class DesktopNotices final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotices(const QDBusConnection &bus, QObject *parent = nullptr);

    void show(const Notice &notice) { m_bus.show(notice); }
    void withdraw(const QString &key);

Q_SIGNALS:
    void acted(const QString &key, const QString &act, const QByteArray &activation);
    void gone(const QString &key);

private:
    BusNotices m_bus;
    TrayNotices m_tray;
};

} // namespace latchkey::ui
