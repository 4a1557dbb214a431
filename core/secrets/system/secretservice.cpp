#include "secrets/system/secretservice.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace latchkey::secrets::secretservice {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 2000;

QDBusMessage question(const QString &path, const QString &interface, const QString &method,
                      const QVariantList &arguments)
{
    auto message =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
    message.setArguments(arguments);
    return message;
}

void ask(const QDBusMessage &message, std::function<void(const QDBusPendingCall &)> answered)
{
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(message, patienceMs), qApp);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher,
                     [answered = std::move(answered)](QDBusPendingCallWatcher *ended) {
                         answered(*ended);
                         ended->deleteLater();
                     });
}

State stateOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return State::Silent;
    case QDBusError::ServiceUnknown:
    case QDBusError::NoServer:
    case QDBusError::Disconnected:
        return State::Absent;
    default:
        // Nobody offers it, and who should could not be started.
        return error.name().startsWith("org.freedesktop.DBus.Error.Spawn."_L1) ||
                       error.name() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1
                   ? State::Absent
                   : State::Open;
    }
}

void askWhetherLocked(const CallSource<State> &source, const QString &collection)
{
    ask(question(collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                 {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s}),
        [source](const QDBusPendingCall &call) {
            const QDBusPendingReply<QDBusVariant> reply = call;
            if (reply.isError())
                source.finish(stateOf(reply.error()));
            else
                source.finish(reply.value().variant().toBool() ? State::Locked : State::Open);
        });
}

} // namespace

Call<State> look()
{
    const CallSource<State> source;
    const auto call = source.call();
    if (!QDBusConnection::sessionBus().isConnected()) {
        source.finish(State::Absent);
        return call;
    }
    ask(question(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s,
                 {u"default"_s}),
        [source](const QDBusPendingCall &pending) {
            const QDBusPendingReply<QDBusObjectPath> reply = pending;
            if (reply.isError())
                source.finish(stateOf(reply.error()));
            else if (reply.value().path() == "/"_L1)
                source.finish(State::Open); // no collection yet: it will ask for a password
            else
                askWhetherLocked(source, reply.value().path());
        });
    return call;
}

} // namespace latchkey::secrets::secretservice
