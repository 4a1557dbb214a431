#include "ownserver.h"

#include "base/log.h"
#include "folders.h"
#include "server/accountserver.h"

#include <QSaveFile>

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

QString portFile()
{
    return configFolder() + u"/own-server-port"_s;
}

QUrl urlOf(quint16 port)
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

server::ServerConfig configFor(quint16 port)
{
    server::ServerConfig config;
    config.name = QSysInfo::machineHostName();
    config.listen = {{u"127.0.0.1"_s, port}};
    config.database = dataFolder() + u"/own-server.db"_s;
    config.setupCodeRequired = false; // who sits here owns it
    config.loopbackOnly = true;
    config.accessLog = false;
    return config;
}

} // namespace

OwnServer::OwnServer(const Clock &clock, account::Profiles &profiles, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_profiles(profiles)
{}

OwnServer::~OwnServer()
{
    if (m_starting.joinable())
        m_starting.join();
}

QUrl OwnServer::keptUrl() const
{
    QFile file(portFile());
    const quint16 port = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toUShort() : 0;
    return port ? urlOf(port) : QUrl();
}

bool OwnServer::isWanted() const
{
    const QUrl kept = keptUrl();
    return !kept.isEmpty() && std::ranges::any_of(m_profiles.all(), [&kept](const auto &profile) {
        return profile.server.url == kept;
    });
}

Call<QUrl> OwnServer::start()
{
    if (!m_url.isEmpty())
        return Call<QUrl>::finished(m_url);
    const CallSource<QUrl> source;
    m_waiting << source;
    if (m_starting.joinable())
        return source.call(); // under way

    const auto kept = quint16(keptUrl().port(0));
    m_starting = std::thread([this, kept] {
        auto server = std::make_unique<server::AccountServer>(configFor(kept), m_clock);
        auto started = server->start();
        if (!started && kept && started.error().code == "listenFailed"_L1) {
            server = std::make_unique<server::AccountServer>(configFor(0), m_clock);
            started = server->start();
        }
        const auto port = started.map([](const server::RunningAt &running) { return running.port; });
        m_server = std::move(server);
        QMetaObject::invokeMethod(this, [this, port] { arrived(port); }, Qt::QueuedConnection);
    });
    return source.call();
}

void OwnServer::arrived(Result<quint16> port)
{
    m_starting.join();
    const auto waiting = std::exchange(m_waiting, {});
    if (!port) {
        m_server.reset();
        qCWarning(logServer) << "the server inside the program did not start:" << port.error();
        for (const auto &source : waiting)
            source.finish(failure(port.error()));
        return;
    }
    const QUrl before = keptUrl();
    m_url = urlOf(*port);
    QSaveFile file(portFile());
    if (file.open(QIODevice::WriteOnly))
        file.write(QByteArray::number(*port));
    if (!file.commit())
        qCWarning(logServer) << "the port could not be kept:" << file.errorString();
    if (before != m_url && !before.isEmpty())
        moveProfiles(before, m_url);
    Q_EMIT started(m_url);
    for (const auto &source : waiting)
        source.finish(m_url);
}

void OwnServer::moveProfiles(const QUrl &from, const QUrl &to)
{
    for (account::Profile profile : m_profiles.all()) {
        if (profile.server.url != from)
            continue;
        profile.server.url = to;
        if (const auto moved = m_profiles.update(profile); !moved)
            qCWarning(logAccount) << "a profile could not be moved:" << moved.error();
    }
}

} // namespace latchkey::app
