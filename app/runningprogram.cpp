#include "runningprogram.h"

#include "base/log.h"
#include "folders.h"

#include <QCryptographicHash>
#include <QLocalSocket>
#include <QStandardPaths>

#include <thread>

namespace latchkey::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 5s;
constexpr int answerPatienceMs = 3000;

QString lockFile()
{
    return configFolder() + u"/running.lock"_s;
}

// A socket's path is short by nature, a home's is not.
QString socketFile()
{
    const QByteArray home =
        QCryptographicHash::hash(configFolder().toUtf8(), QCryptographicHash::Sha256);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u"/latchkey-"_s +
           QString::fromLatin1(home.first(8).toHex());
}

/// The one that runs may have begun a moment ago and not listen yet.
QString socketOfRunning()
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (const auto holder = FileLock::holderOf(lockFile())) {
        if (!holder->words.isEmpty())
            return QString::fromUtf8(holder->words);
        if (std::chrono::steady_clock::now() > end)
            break;
        std::this_thread::sleep_for(20ms);
    }
    return {};
}

} // namespace

RunningProgram::RunningProgram(std::unique_ptr<FileLock> lock)
    : m_lock(std::move(lock))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &RunningProgram::answer);
}

Result<std::unique_ptr<RunningProgram>> RunningProgram::begin()
{
    return FileLock::take(lockFile()).map([](std::unique_ptr<FileLock> &&lock) {
        return std::unique_ptr<RunningProgram>(new RunningProgram(std::move(lock)));
    });
}

void RunningProgram::listen()
{
    // Who holds the lock owns the name: what lies there is left of one that was killed.
    QLocalServer::removeServer(socketFile());
    if (m_server.listen(socketFile()) && m_lock->tell(m_server.fullServerName().toUtf8()))
        return;
    qCWarning(logUi) << "a second start can't bring this one to the front:"
                     << m_server.errorString();
}

void RunningProgram::answer()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine())
                return;
            Q_EMIT frontWanted(socket->readLine(1024).trimmed());
            socket->write("here\n");
            socket->disconnectFromServer();
        });
    }
}

bool RunningProgram::askToFront()
{
    const QString name = socketOfRunning();
    if (name.isEmpty())
        return false;
    QByteArray activation = qgetenv("XDG_ACTIVATION_TOKEN");
    if (activation.isEmpty())
        activation = qgetenv("DESKTOP_STARTUP_ID");
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(answerPatienceMs))
        return false;
    socket.write(activation + '\n');
    return socket.waitForReadyRead(answerPatienceMs) && socket.readLine() == "here\n";
}

} // namespace latchkey::app
