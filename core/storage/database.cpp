#include "storage/database.h"

#include "base/log.h"
#include "storage/databaseerror.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QUrl>
#include <QVariant>

#include <atomic>
#include <unordered_map>
#include <vector>

namespace latchkey::storage {

using namespace Qt::StringLiterals;

namespace {

Error refusal(const char *code, const QString &detail)
{
    return Error::of(Error::Kind::Server, QString::fromLatin1(code), detail);
}

QString nextConnectionName()
{
    static std::atomic<quint64> count = 0;
    return u"latchkey-%1"_s.arg(++count);
}

// SQLite would make the file with the umask's rights; its log and index take the file's own.
Result<Nothing> makeFile(const QString &path)
{
    QFile file(path);
    if (QFileInfo::exists(path)) {
        if (file.size() == 0) // made for us beforehand: nobody else reads in it yet
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        // The log and its index would take the file's rights and stay when those are mended.
        if (!QFileInfo(path).isWritable())
            return failure(refusal(code::readOnly, path + u" can't be written"_s));
        return Nothing();
    }
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFile::ReadOwner | QFile::WriteOwner)) {
        return failure(refusal(code::unreachable, path + u": "_s + file.errorString()));
    }
    return Nothing();
}

/// Whether nobody can write beside it, as on a read-only medium: SQLite then can't make the index
/// of a log, which it wants for reading, too. With a log that is still to be read it can't be done.
bool isImmutable(const QString &path)
{
    const QFileInfo file(path);
    return !QFileInfo(file.absolutePath()).isWritable() && QFileInfo(path + u"-wal"_s).size() == 0;
}

QString synchronous(DatabaseAddress::Durability durability)
{
    return durability == DatabaseAddress::Durability::Full ? u"PRAGMA synchronous = FULL"_s
                                                           : u"PRAGMA synchronous = NORMAL"_s;
}

QString immutableUri(const QString &path)
{
    const QByteArray encoded = QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/");
    return u"file:"_s + QString::fromLatin1(encoded) + u"?immutable=1"_s;
}

} // namespace

struct Database::Cache
{
    std::unordered_map<QString, std::vector<std::unique_ptr<QSqlQuery>>> idle;
};

Database::Database(DatabaseAddress address)
    : m_address(std::move(address))
    , m_connection(nextConnectionName())
    , m_cache(std::make_unique<Cache>())
{}

Database::~Database()
{
    m_cache.reset(); // a connection with statements left is not closed
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseAddress &address)
{
    std::unique_ptr<Database> database(new Database(address));
    auto opened = database->connect()
                      .and_then([&](Nothing) { return database->recognise(); })
                      .and_then([&](Nothing) { return database->configure(); });
    if (!opened)
        return failure(std::move(opened).error());
    return database;
}

Result<Nothing> Database::connect()
{
    if (m_address.driver != "QSQLITE"_L1 || !QSqlDatabase::isDriverAvailable(m_address.driver))
        return failure(refusal(code::unreachable, u"no driver "_s + m_address.driver));
    const bool writes = m_address.access == DatabaseAddress::Access::ReadWrite;
    if (writes) {
        if (auto made = makeFile(m_address.path); !made)
            return made;
    }
    if (!writes && !QFileInfo::exists(m_address.path))
        return failure(refusal(code::unreachable, u"there is no file "_s + m_address.path));
    const bool cantChange = !writes && isImmutable(m_address.path);
    QSqlDatabase connection = QSqlDatabase::addDatabase(m_address.driver, m_connection);
    connection.setDatabaseName(cantChange ? immutableUri(m_address.path) : m_address.path);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1%2%3"_s.arg(
        QString::number(m_address.busyTimeout.count()),
        writes ? u""_s : u";QSQLITE_OPEN_READONLY"_s, cantChange ? u";QSQLITE_OPEN_URI"_s : u""_s));
    if (!connection.open())
        return failure(toError(connection.lastError()));
    return Nothing();
}

// Before anything is written: somebody may have named a file that belongs to another program.
Result<Nothing> Database::recognise()
{
    const auto mark = pragma(u"application_id"_s);
    if (!mark)
        return failure(mark.error());
    if (m_address.applicationId == 0 ||
        static_cast<std::uint32_t>(*mark) == m_address.applicationId)
        return Nothing();
    const auto changes = pragma(u"schema_version"_s);
    if (!changes)
        return failure(changes.error());
    const bool isFresh = *mark == 0 && *changes == 0;
    if (!isFresh || m_address.access == DatabaseAddress::Access::ReadOnly)
        return failure(refusal(code::foreign, m_address.path + u" belongs to something else"_s));
    return run(u"PRAGMA application_id = "_s + QString::number(m_address.applicationId));
}

Result<Nothing> Database::configure()
{
    QStringList settings{u"PRAGMA foreign_keys = ON"_s, u"PRAGMA trusted_schema = OFF"_s,
                         u"PRAGMA temp_store = MEMORY"_s};
    if (m_address.access == DatabaseAddress::Access::ReadWrite) {
        settings << u"PRAGMA journal_mode = WAL"_s << u"PRAGMA wal_autocheckpoint = 0"_s
                 << u"PRAGMA secure_delete = ON"_s << synchronous(m_address.durability);
    } else {
        // A cache of their own and no mapped file: that one is unmapped after each commit of the
        // writer, which has to wait while a password's hash gets its memory.
        settings << u"PRAGMA cache_size = -32768"_s;
    }
    for (const QString &setting : settings) {
        if (auto set = run(setting); !set)
            return set;
    }
    return Nothing();
}

Result<qint64> Database::pragma(const QString &name)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(u"PRAGMA "_s + name) || !query.next())
        return failure(toError(query.lastError()));
    return query.value(0).toLongLong();
}

Result<Nothing> Database::run(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        qCWarning(logStorage).noquote() << "refused:" << query.lastError().text();
        return failure(toError(query.lastError()));
    }
    return Nothing();
}

Result<Nothing> Database::execute(const QString &sql)
{
    auto query = take(sql);
    if (!query)
        return failure(std::move(query).error());
    const bool done = (*query)->exec();
    const QSqlError error = (*query)->lastError();
    giveBack(sql, *std::move(query));
    return done ? Result<Nothing>() : failure(toError(error));
}

Result<Nothing> Database::begin()
{
    // A transaction that reads first and writes later can be refused in its middle.
    return execute(u"BEGIN IMMEDIATE"_s);
}

Result<Nothing> Database::commit()
{
    return execute(u"COMMIT"_s);
}

Result<Nothing> Database::rollback()
{
    return execute(u"ROLLBACK"_s);
}

Result<Nothing> Database::setDurability(DatabaseAddress::Durability durability)
{
    return run(synchronous(durability));
}

bool Database::hasTable(const QString &name) const
{
    return QSqlDatabase::database(m_connection, false).tables().contains(name);
}

QVariant Database::handle() const
{
    return QSqlDatabase::database(m_connection, false).driver()->handle();
}

Result<std::unique_ptr<QSqlQuery>> Database::take(const QString &sql)
{
    auto &idle = m_cache->idle[sql];
    if (!idle.empty()) {
        auto query = std::move(idle.back());
        idle.pop_back();
        return query;
    }
    auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_connection, false));
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        return failure(toError(query->lastError()));
    return query;
}

void Database::giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish(); // an open read would hold its snapshot
    m_cache->idle[sql].push_back(std::move(query));
}

} // namespace latchkey::storage
