#include "notify/traynotices.h"

#include "kit/icons.h"

#include <QSystemTrayIcon>

namespace latchkey::ui {

TrayNotices::TrayNotices(QObject *parent)
    : QObject(parent)
{}

TrayNotices::~TrayNotices() = default;

bool TrayNotices::isThere()
{
    return QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages();
}

void TrayNotices::show(const Notice &notice)
{
    if (!m_icon) {
        m_icon = std::make_unique<QSystemTrayIcon>(programIcon());
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayNotices::open);
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, &TrayNotices::open);
    }
    m_keys.removeAll(notice.key);
    m_keys << notice.key;
    m_icon->setToolTip(notice.title);
    m_icon->show();
    m_icon->showMessage(notice.title, notice.text, programIcon());
}

void TrayNotices::withdraw(const QString &key)
{
    m_keys.removeAll(key);
    if (m_keys.isEmpty() && m_icon)
        m_icon->hide();
}

void TrayNotices::open()
{
    if (!m_keys.isEmpty())
        Q_EMIT acted(m_keys.constLast(), QString::fromLatin1(openAct));
}

} // namespace latchkey::ui
