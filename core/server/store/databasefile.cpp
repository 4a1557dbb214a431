#include "server/store/databasefile.h"

#include "server/store/storeoptions.h"

#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <sqlite3.h>
#include <sys/stat.h>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

/// Beside the database itself, by whatever name it was called, and by a name that is nobody else's.
QString lockFileOf(const QString &database)
{
    const QFileInfo file(database);
    QString real = file.canonicalFilePath();
    if (real.isEmpty())
        real = QDir(QFileInfo(file.absolutePath()).canonicalFilePath()).filePath(file.fileName());
    return real + u".latchkey-lock"_s;
}

/// Whether SQLite's header (sqlite.org/fileformat2.html, 1.3) says that a database is another
/// program's. One with a log may have said so there, and one without content is anybody's.
bool isForeign(const QString &path, const QByteArray &header)
{
    const auto number = [&header](qsizetype at) {
        return qFromBigEndian<std::uint32_t>(header.constData() + at);
    };
    constexpr qsizetype schemaCookie = 40;
    constexpr qsizetype applicationId = 68;
    if (header.size() < 100 || QFileInfo(path + u"-wal"_s).size() > 0)
        return false;
    return number(applicationId) != storeApplicationId &&
           (number(applicationId) != 0 || number(schemaCookie) != 0);
}

/// Nothing is left beside a file that can't be a database.
Result<Nothing> mayBeDatabase(const QString &path)
{
    const QFileInfo info(path);
    const auto refuse = [](const char *code, const QString &why) {
        return failure(Error::of(Error::Kind::Server, QString::fromLatin1(code), why));
    };
    if (!QFileInfo(info.absolutePath()).isDir())
        return refuse("databaseUnreachable", u"there is no folder "_s + info.absolutePath());
    if (info.isDir())
        return refuse("databaseUnreachable", path + u" is a folder"_s);
    if (!info.exists() || info.size() == 0)
        return Nothing();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse("databaseUnreachable", path + u": "_s + file.errorString());
    constexpr QByteArrayView magic("SQLite format 3\0", 16);
    const QByteArray header = file.read(100);
    if (!header.startsWith(magic))
        return refuse("databaseForeign", path + u" is no database"_s);
    if (isForeign(path, header))
        return refuse("databaseForeign", path + u" belongs to something else"_s);
    // SQLite finds a log by the name that it was given, and we our lock: by another name a second
    // server would find neither.
    struct stat status{};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0 && status.st_nlink > 1)
        return refuse("databaseLinked", path + u" is a hard link; remove its other names"_s);
    return Nothing();
}

} // namespace

Result<std::unique_ptr<FileLock>> claimDatabase(const QString &database)
{
    if (auto may = mayBeDatabase(database); !may)
        return failure(std::move(may).error());
    const QString path = lockFileOf(database);
    return FileLock::take(path).map_error([&](const Error &error) {
        if (error.kind != Error::Kind::Conflict)
            return Error::of(Error::Kind::Server, u"databaseUnreachable"_s, error.detail);
        const qint64 process = FileLock::holderOf(path).value_or(FileLock::Holder()).process;
        return Error::of(Error::Kind::Conflict, u"databaseInUse"_s,
                         u"another server has "_s + database + u" open"_s +
                             (process ? u", process "_s + QString::number(process) : QString()));
    });
}

void countNoMemory()
{
    [[maybe_unused]] static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

} // namespace latchkey::server
