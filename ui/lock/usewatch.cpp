#include "lock/usewatch.h"

#include "account/applock.h"

#include <QApplication>
#include <QEvent>

namespace latchkey::ui {

UseWatch::UseWatch(account::AppLock &lock, QObject *parent)
    : QObject(parent)
    , m_lock(lock)
{
    connect(&lock, &account::AppLock::changed, this, &UseWatch::settle);
    settle();
}

/// Every event of the program comes by here, so only while it matters.
void UseWatch::settle()
{
    if (std::exchange(m_isWatching, m_lock.isOn()) == m_lock.isOn())
        return;
    if (m_isWatching)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

bool UseWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: // before it, or a shortcut would act first
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (const bool wasLocked = m_lock.isLocked(); !wasLocked) {
            m_lock.used();
            if (m_lock.isLocked()) {
                event->accept();
                return true;
            }
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace latchkey::ui
