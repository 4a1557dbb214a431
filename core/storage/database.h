#pragma once

#include "base/result.h"
#include "storage/databaseaddress.h"

#include <QString>

#include <memory>

class QSqlDatabase;
class QSqlQuery;
class QVariant;

namespace latchkey::storage {

/// One connection. Belongs to the thread that opened it, and is used and closed there.
class Database
{
public:
    /// Makes the file, for its owner's eyes only, where there is none and writing is asked for.
    static Result<std::unique_ptr<Database>> open(const DatabaseAddress &address);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const DatabaseAddress &address() const { return m_address; }

    /// One statement whose rows, if any, nobody wants.
    Result<Nothing> run(const QString &sql);

    /// The same, prepared once and kept: for what is run often.
    Result<Nothing> execute(const QString &sql);

    /// For a while another one than was asked for; not inside a transaction.
    Result<Nothing> setDurability(DatabaseAddress::Durability durability);

    bool hasTable(const QString &name) const;

    Result<Nothing> begin(); ///< a transaction that may write from the start
    Result<Nothing> commit();
    Result<Nothing> rollback();

    /// The driver's own handle, e.g. an `sqlite3 *`. Invalid with another driver.
    QVariant handle() const;

private:
    friend class Statement;
    explicit Database(DatabaseAddress address);

    Result<Nothing> connect();
    Result<Nothing> recognise();
    Result<Nothing> configure();
    Result<qint64> pragma(const QString &name);

    /// A prepared statement that nobody uses now; comes back through `giveBack`.
    Result<std::unique_ptr<QSqlQuery>> take(const QString &sql);
    void giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query);

    struct Cache;

    DatabaseAddress m_address;
    QString m_connection;
    std::unique_ptr<Cache> m_cache;
};

} // namespace latchkey::storage
