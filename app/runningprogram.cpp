#include "runningprogram.h"

#include "base/log.h"
#include "folders.h"

#include <QCryptographicHash>
#include <QStandardPaths>

#include <thread>

namespace latchkey::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 5s;

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
    connect(&m_bell, &Doorbell::rung, this, &RunningProgram::frontWanted);
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
    const QString place = socketFile();
    if (!m_bell.hang(place) || !m_lock->tell(place.toUtf8()))
        qCWarning(logUi) << "a second start can't bring this one to the front";
}

bool RunningProgram::askToFront()
{
    const QString place = socketOfRunning();
    QByteArray activation = qgetenv("XDG_ACTIVATION_TOKEN");
    if (activation.isEmpty())
        activation = qgetenv("DESKTOP_STARTUP_ID");
    return !place.isEmpty() && Doorbell::ring(place, activation);
}

} // namespace latchkey::app
