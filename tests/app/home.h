#pragma once

#include <QDir>
#include <QTemporaryDir>

namespace latchkey::test {

/// A home for one test: the folders of the program lie in it.
class Home
{
public:
    Home()
    {
        for (const char *name : {"CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "RUNTIME_DIR"}) {
            const QString folder = m_dir.filePath(QString::fromLatin1(name));
            QDir().mkpath(folder);
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            qputenv(QByteArray(QByteArray("XDG_") + name).constData(), QFile::encodeName(folder));
        }
    }

private:
    QTemporaryDir m_dir;
};

} // namespace latchkey::test
