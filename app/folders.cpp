#include "folders.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace latchkey::app {

namespace {

QString made(QStandardPaths::StandardLocation location)
{
    const QString path = QStandardPaths::writableLocation(location);
    if (!QDir(path).exists() && QDir().mkpath(path))
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

} // namespace

QString dataFolder()
{
    return made(QStandardPaths::AppLocalDataLocation);
}

QString configFolder()
{
    return made(QStandardPaths::AppConfigLocation);
}

QString cacheFolder()
{
    return made(QStandardPaths::CacheLocation);
}

} // namespace latchkey::app
