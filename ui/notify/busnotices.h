#pragma once

#include "notify/notice.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>

#include <optional>

class QDBusPendingCallWatcher;

namespace latchkey::ui {

/// Notices of the desktop, as freedesktop.org has them. Nothing waits for the service.
class BusNotices final : public QObject
{
    Q_OBJECT

public:
    explicit BusNotices(QDBusConnection bus, QObject *parent = nullptr);

    void show(const Notice &notice);
    void withdraw(const QString &key);

Q_SIGNALS:
    /// `activation` lets the window come to the front where the desktop asks for it; often empty.
    void acted(const QString &key, const QString &act, const QByteArray &activation);
    /// It is no longer shown: the person sent it away, or its time was over.
    void gone(const QString &key);
    /// There is nobody who would show it.
    void refused(const latchkey::ui::Notice &notice);

private Q_SLOTS:
    void takeAction(uint id, const QString &act);
    void takeClosed(uint id, uint reason);
    void takeToken(uint id, const QString &token);

private:
    struct Shown
    {
        int serial = 0; ///< tells it from one of the same key that was withdrawn
        uint id = 0;    ///< 0 until the service gave it one
        bool isUnderWay = false;
        std::optional<Notice> next; ///< what it is to say as soon as it has an id
    };

    void askWhatItCan();
    void send(const Notice &notice);
    QDBusMessage messageFor(const Notice &notice, uint id) const;
    void takeId(const Notice &notice, int serial, const QDBusPendingCallWatcher &answer);
    void close(uint id);
    QString keyOf(uint id) const;
    void forgetService();

    QDBusConnection m_bus;
    std::optional<QStringList> m_capabilities; ///< nothing until the service said so
    bool m_isAsking = false;
    QList<Notice> m_waiting; ///< for what the service can
    QHash<QString, Shown> m_shown;
    int m_lastSerial = 0;
    QHash<uint, QByteArray> m_tokens;
};

} // namespace latchkey::ui
