#include "ownserver.h"

#include "base/filelock.h"
#include "base/log.h"
#include "folders.h"
#include "serverinside.h"

#include <algorithm>

namespace latchkey::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Longer than a command of the shell keeps it.
constexpr auto patience = 8s;

/// Beside the database: whoever shares that shares the server.
QString lockFile()
{
    return dataFolder() + u"/own-server.lock"_s;
}

QUrl urlOf(quint16 port)
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

Error inUse(const FileLock::Holder &holder)
{
    return Error::of(Error::Kind::Conflict, u"ownServerInUse"_s,
                     u"process "_s + QString::number(holder.process));
}

} // namespace

struct OwnServer::Begun
{
    quint16 port = 0;
    std::optional<Secret> setupCode;
    std::unique_ptr<FileLock> lock; ///< this and the server are another program's when borrowed
    std::unique_ptr<ServerInside> server;
};

OwnServer::OwnServer(Use use, const Clock &clock, account::Profiles &profiles, QObject *parent)
    : QObject(parent)
    , m_use(use)
    , m_clock(clock)
    , m_profiles(profiles)
{}

OwnServer::~OwnServer()
{
    m_isLeaving = true;
    if (m_starting.joinable())
        m_starting.join();
    // Nobody is to come any more, then the port goes, and only then may another program begin.
    if (m_lock)
        m_lock->tell({});
    m_messages.readFrom(nullptr);
    m_server.reset();
    m_lock.reset();
}

QList<account::Profile> OwnServer::ownProfiles() const
{
    QList<account::Profile> own = m_profiles.all();
    own.removeIf([](const account::Profile &profile) { return !profile.onOwnServer; });
    return own;
}

Call<QUrl> OwnServer::start()
{
    if (!m_url.isEmpty())
        return Call<QUrl>::finished(m_url);
    const CallSource<QUrl> source;
    m_waiting << source;
    if (m_starting.joinable())
        return source.call(); // under way

    const auto kept = quint16(ownProfiles().value(0).server.url.port(0));
    m_starting = std::thread([this, kept] {
        const auto begun = std::make_shared<Result<Begun>>(begin(kept));
        QMetaObject::invokeMethod(
            this, [this, begun] { arrived(std::move(*begun)); }, Qt::QueuedConnection);
    });
    return source.call();
}

Result<OwnServer::Begun> OwnServer::begin(quint16 port)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        auto lock = FileLock::take(lockFile());
        if (lock)
            return host(*std::move(lock), port);
        if (lock.error().kind != Error::Kind::Conflict)
            return failure(lock.error());
        const auto holder = FileLock::holderOf(lockFile()).value_or(FileLock::Holder());
        if (const quint16 found = holder.words.toUShort()) {
            if (m_use == Use::Borrow)
                return Begun{.port = found, .setupCode = {}, .lock = {}, .server = {}};
            return failure(inUse(holder));
        }
        // Whoever has it now is only beginning, ending, or here for a moment.
        if (m_isLeaving || std::chrono::steady_clock::now() > end)
            return failure(inUse(holder));
        std::this_thread::sleep_for(20ms);
    }
}

Result<OwnServer::Begun> OwnServer::host(std::unique_ptr<FileLock> lock, quint16 port)
{
    auto server = ServerInside::make(m_clock);
    if (!server)
        return failure(std::move(server).error());
    m_messages.listenTo(**server);
    const auto started = (*server)->start(port);
    if (!started)
        return failure(started.error());
    if (m_use == Use::Host && !lock->tell(QByteArray::number(started->port)))
        qCWarning(logServer) << "other programs can't be told where the own server listens";
    return Begun{.port = started->port,
                 .setupCode = started->setupCode,
                 .lock = std::move(lock),
                 .server = *std::move(server)};
}

void OwnServer::arrived(Result<Begun> begun)
{
    m_starting.join();
    const auto waiting = std::exchange(m_waiting, {});
    if (!begun) {
        qCWarning(logServer) << "the server inside the program did not start:" << begun.error();
        for (const auto &source : waiting)
            source.finish(failure(begun.error()));
        return;
    }
    m_lock = std::move(begun->lock);
    m_server = std::move(begun->server);
    m_messages.readFrom(m_server.get());
    m_url = urlOf(begun->port);
    m_setupCode = begun->setupCode;
    if (m_server)
        moveProfiles();
    else if (const auto read = m_profiles.load(); !read) // who runs it may have moved them
        qCWarning(logAccount) << "the profiles could not be read again:" << read.error();
    Q_EMIT started(m_url);
    for (const auto &source : waiting)
        source.finish(m_url);
}

/// One that stays behind is locked out until it can be moved, and moved the next time.
void OwnServer::moveProfiles()
{
    for (account::Profile profile : ownProfiles()) {
        if (isAt(profile.server.url))
            continue;
        profile.server.url = m_url;
        if (const auto moved = m_profiles.update(profile); !moved)
            qCWarning(logAccount) << "a profile could not be moved:" << moved.error();
    }
}

std::optional<Secret> OwnServer::setupCode(const QUrl &server) const
{
    return isAt(server) ? m_setupCode : std::nullopt;
}

Call<Nothing> OwnServer::vouchFor(const QUrl &server)
{
    const bool isOwn = isAt(server) || std::ranges::any_of(ownProfiles(), [&](const auto &profile) {
                           return profile.server.url == server;
                       });
    if (!isOwn)
        return Call<Nothing>::finished(Nothing());
    const CallSource<Nothing> source;
    start().then(this, [source, server](const Result<QUrl> &started) {
        if (!started)
            source.finish(failure(started.error()));
        else if (*started != server)
            source.finish(failure(Error::of(Error::Kind::Conflict, u"ownServerMoved"_s)));
        else
            source.finish(Nothing());
    });
    return source.call();
}

} // namespace latchkey::app
