#include "notify/busnotices.h"

#include "base/log.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

BusNotices::BusNotices(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
    m_bus.connect(service, path, service, u"ActionInvoked"_s, this,
                  SLOT(takeAction(uint, QString)));
    m_bus.connect(service, path, service, u"NotificationClosed"_s, this,
                  SLOT(takeClosed(uint, uint)));
    m_bus.connect(service, path, service, u"ActivationToken"_s, this,
                  SLOT(takeToken(uint, QString)));
    auto *watcher =
        new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, &BusNotices::forgetService);
}

void BusNotices::show(const Notice &notice)
{
    if (!m_bus.isConnected()) {
        Q_EMIT refused(notice);
        return;
    }
    if (m_capabilities) {
        send(notice);
        return;
    }
    m_waiting.removeIf([&notice](const Notice &one) { return one.key == notice.key; });
    m_waiting << notice;
    askWhatItCan();
}

void BusNotices::askWhatItCan()
{
    if (std::exchange(m_isAsking, true))
        return;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_isAsking = false;
        const QDBusPendingReply<QStringList> answer = *watcher;
        if (!answer.isError())
            m_capabilities = answer.value();
        for (const Notice &notice : std::exchange(m_waiting, {})) {
            if (m_capabilities)
                send(notice);
            else
                Q_EMIT refused(notice);
        }
    });
}

void BusNotices::send(const Notice &notice)
{
    Shown &shown = m_shown[notice.key];
    if (shown.isUnderWay) {
        shown.next = notice;
        return;
    }
    shown.isUnderWay = true;
    if (shown.serial == 0)
        shown.serial = ++m_lastSerial;
    auto *watcher =
        new QDBusPendingCallWatcher(m_bus.asyncCall(messageFor(notice, shown.id)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, notice, serial = shown.serial, watcher] {
                watcher->deleteLater();
                takeId(notice, serial, *watcher);
            });
}

QDBusMessage BusNotices::messageFor(const Notice &notice, uint id) const
{
    QStringList acts{QString::fromLatin1(openAct), QString()};
    if (m_capabilities->contains("actions"_L1)) {
        for (const Notice::Act &act : notice.acts)
            acts << act.id << act.words;
    }
    // Who signs in chooses words in it, and they are to stay words.
    const bool isMarkup = m_capabilities->contains("body-markup"_L1);
    const QVariantMap hints{{u"desktop-entry"_s, u"latchkey"_s},
                            {u"category"_s, u"network"_s},
                            {u"urgency"_s, QVariant::fromValue<uchar>(1)}};
    constexpr int untilAnswered = 0;
    QDBusMessage notify = call(u"Notify"_s);
    notify << u"Latchkey"_s << id << u"latchkey"_s << notice.title
           << (isMarkup ? notice.text.toHtmlEscaped() : notice.text) << acts << hints
           << untilAnswered;
    return notify;
}

void BusNotices::takeId(const Notice &notice, int serial, const QDBusPendingCallWatcher &answer)
{
    const QDBusPendingReply<uint> id = answer;
    const auto found = m_shown.find(notice.key);
    const bool isWanted = found != m_shown.end() && found->serial == serial;
    if (id.isError()) {
        qCWarning(logUi) << "a notice was not shown:" << id.error().name();
        if (!isWanted)
            return;
        const Notice latest = found->next.value_or(notice);
        m_shown.erase(found);
        Q_EMIT refused(latest);
    } else if (!isWanted) {
        close(id.value());
    } else {
        found->id = id.value();
        found->isUnderWay = false;
        if (const auto next = std::exchange(found->next, {}))
            send(*next);
    }
}

void BusNotices::withdraw(const QString &key)
{
    m_waiting.removeIf([&key](const Notice &one) { return one.key == key; });
    const Shown shown = m_shown.take(key);
    if (shown.id != 0)
        close(shown.id);
}

void BusNotices::close(uint id)
{
    QDBusMessage close = call(u"CloseNotification"_s);
    close << id;
    m_bus.asyncCall(close); // one that is gone already is as well
}

QString BusNotices::keyOf(uint id) const
{
    for (auto each = m_shown.begin(); each != m_shown.end(); ++each) {
        if (each->id == id)
            return each.key();
    }
    return {};
}

void BusNotices::takeAction(uint id, const QString &act)
{
    const QString key = keyOf(id);
    const QByteArray token = m_tokens.take(id);
    if (!key.isEmpty())
        Q_EMIT acted(key, act, token);
}

void BusNotices::takeClosed(uint id, uint)
{
    m_tokens.remove(id);
    if (const QString key = keyOf(id); !key.isEmpty()) {
        m_shown.remove(key);
        Q_EMIT gone(key);
    }
}

void BusNotices::takeToken(uint id, const QString &token)
{
    if (!keyOf(id).isEmpty())
        m_tokens.insert(id, token.toUtf8());
}

/// With it go its notices; the next one of the name may be able to do other things.
void BusNotices::forgetService()
{
    m_capabilities.reset();
    m_shown.clear();
    m_tokens.clear();
}

} // namespace latchkey::ui
