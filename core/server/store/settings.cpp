#include "server/store/settings.h"

#include "server/store/token.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

Settings::Settings(storage::Database &database)
    : m_database(database)
{}

Result<std::optional<QByteArray>> Settings::value(const QString &name)
{
    Statement statement(m_database, u"SELECT value FROM settings WHERE name = ?"_s);
    statement.bind(name);
    return statement.next().map(
        [&](bool found) { return found ? std::optional(statement.bytes(0)) : std::nullopt; });
}

Result<Nothing> Settings::setValue(const QString &name, const QByteArray &value)
{
    Statement insert(m_database, u"INSERT INTO settings (name, value) VALUES (?, ?) "
                                 "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s);
    insert.bind(name, value);
    return insert.execute().map([](qint64) { return Nothing(); });
}

Result<Nothing> Settings::remove(const QString &name)
{
    Statement statement(m_database, u"DELETE FROM settings WHERE name = ?"_s);
    statement.bind(name);
    return statement.execute().map([](qint64) { return Nothing(); });
}

Result<Secret> Settings::key(const QString &name)
{
    Statement insert(m_database, u"INSERT INTO settings (name, value) VALUES (?, ?) "
                                 "ON CONFLICT (name) DO NOTHING"_s);
    insert.bind(name, randomBytes(32));
    if (auto made = insert.execute(); !made)
        return failure(std::move(made).error());
    return value(name).map([](const auto &bytes) { return Secret(*bytes); });
}

Result<Nothing> Settings::tryWriting()
{
    return setValue(u"triedWriting"_s, randomBytes(8)); // the same bytes again would not be written
}

} // namespace latchkey::server
