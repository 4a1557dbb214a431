#include "storage/statement.h"

#include "storage/databaseerror.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace latchkey::storage {

using namespace Qt::StringLiterals;

Statement::Statement(Database &database, const QString &sql)
    : m_database(database)
    , m_sql(sql)
{
    if (auto query = database.take(sql))
        m_query = *std::move(query);
    else
        m_refusal = std::move(query).error();
}

Statement::~Statement()
{
    if (m_query)
        m_database.giveBack(m_sql, std::move(m_query));
}

Result<Nothing> Statement::start()
{
    if (!m_query)
        return failure(m_refusal);
    m_started = true;
    if (!m_query->exec())
        return failure(toError(m_query->lastError()));
    return Nothing();
}

Result<qint64> Statement::execute()
{
    return start().map([this](Nothing) { return qint64(m_query->numRowsAffected()); });
}

Result<bool> Statement::next()
{
    if (!m_started) {
        if (auto started = start(); !started)
            return failure(std::move(started).error());
    }
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        return failure(toError(m_query->lastError()));
    return false;
}

bool Statement::isNull(int column) const
{
    return m_query->isNull(column);
}

qint64 Statement::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

std::chrono::sys_time<std::chrono::milliseconds> Statement::moment(int column) const
{
    return std::chrono::sys_time<std::chrono::milliseconds>(
        std::chrono::milliseconds(integer(column)));
}

std::optional<QString> Statement::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

void Statement::add(bool value)
{
    addInteger(value ? 1 : 0);
}

// Qt writes a null text as NULL; here only `std::nullopt` is nothing.
void Statement::add(const QString &value)
{
    if (m_query)
        m_query->bindValue(m_bound++, value.isNull() ? u""_s : value);
}

void Statement::add(const QByteArray &value)
{
    if (m_query)
        m_query->bindValue(m_bound++, value.isNull() ? QByteArray("") : value);
}

void Statement::add(std::chrono::sys_time<std::chrono::milliseconds> value)
{
    addInteger(value.time_since_epoch().count());
}

void Statement::addInteger(qint64 value)
{
    if (m_query)
        m_query->bindValue(m_bound++, value);
}

void Statement::addNull()
{
    if (m_query)
        m_query->bindValue(m_bound++, QVariant());
}

} // namespace latchkey::storage
