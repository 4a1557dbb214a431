#pragma once

#include "storage/database.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <concepts>
#include <memory>
#include <optional>

class QSqlQuery;
class QVariant;

namespace latchkey::storage {

/// A prepared statement in use. Prepared once for each text; values are bound in their order.
///     Statement user(database, u"SELECT name FROM users WHERE id = ?"_s);
///     user.bind(id);
///     const auto found = user.next();
class Statement
{
public:
    Statement(Database &database, const QString &sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    template <class... Values>
    Statement &bind(const Values &...values)
    {
        (add(values), ...);
        return *this;
    }

    /// Runs it to its end; answers how many rows it changed.
    Result<qint64> execute();

    /// Runs it at the first call; whether there is another row.
    Result<bool> next();

    // The present row. Columns count from 0.
    bool isNull(int column) const;
    qint64 integer(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    QString text(int column) const;
    QByteArray bytes(int column) const;
    std::chrono::sys_time<std::chrono::milliseconds> moment(int column) const;
    std::optional<QString> optionalText(int column) const;

private:
    void add(bool value);
    void add(const QString &value);
    void add(const QByteArray &value);
    void add(std::chrono::sys_time<std::chrono::milliseconds> value);
    void addInteger(qint64 value);
    void addNull();
    template <std::integral Integer>
        requires(!std::same_as<Integer, bool>)
    void add(Integer value)
    {
        addInteger(static_cast<qint64>(value));
    }
    template <class T>
    void add(const std::optional<T> &value)
    {
        value ? add(*value) : addNull();
    }

    Result<Nothing> start();

    Database &m_database;
    QString m_sql;
    std::unique_ptr<QSqlQuery> m_query;
    Error m_refusal;
    int m_bound = 0;
    bool m_started = false;
};

} // namespace latchkey::storage
