#include "notify/desktopnotices.h"

namespace latchkey::ui {

DesktopNotices::DesktopNotices(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    connect(&m_bus, &BusNotices::acted, this, &DesktopNotices::acted);
    connect(&m_bus, &BusNotices::gone, this, &DesktopNotices::gone);
    connect(&m_bus, &BusNotices::refused, this, [this](const Notice &notice) {
        if (TrayNotices::isThere())
            m_tray.show(notice);
    });
    connect(&m_tray, &TrayNotices::acted, this,
            [this](const QString &key, const QString &act) { Q_EMIT acted(key, act, {}); });
}

void DesktopNotices::withdraw(const QString &key)
{
    m_bus.withdraw(key);
    m_tray.withdraw(key);
}

} // namespace latchkey::ui
