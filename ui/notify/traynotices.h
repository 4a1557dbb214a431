#pragma once

#include "notify/notice.h"

#include <QObject>

#include <memory>

class QSystemTrayIcon;

namespace latchkey::ui {

/// Notices as bubbles at an icon in the tray, which stands there only as long as one of them
/// matters. Bubbles have no buttons, and a new one takes the place of the one before.
class TrayNotices final : public QObject
{
    Q_OBJECT

public:
    explicit TrayNotices(QObject *parent = nullptr);
    ~TrayNotices() override;

    static bool isThere();
    void show(const Notice &notice);
    void withdraw(const QString &key);

Q_SIGNALS:
    void acted(const QString &key, const QString &act);

private:
    void open();

    std::unique_ptr<QSystemTrayIcon> m_icon;
    QStringList m_keys; ///< of those that matter, the latest last
};

} // namespace latchkey::ui
