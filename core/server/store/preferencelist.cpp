#include "server/store/preferencelist.h"

#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

PreferenceList::PreferenceList(storage::Database &database)
    : m_database(database)
{}

Result<QList<api::Preference>> PreferenceList::of(const api::UserId &user)
{
    Statement statement(m_database,
                        u"SELECT name, value FROM preferences WHERE user_id = ? ORDER BY number"_s);
    statement.bind(user.text());
    QList<api::Preference> all;
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return all;
        all << api::Preference{statement.text(0), statement.text(1)};
    }
}

Result<bool> PreferenceList::set(const api::UserId &user, const api::Preference &preference)
{
    Statement insert(m_database, u"INSERT INTO preferences (user_id, name, value) SELECT ?, ?, ? "
                                 "WHERE (SELECT COUNT(*) FROM preferences WHERE user_id = ?) < ? "
                                 "ON CONFLICT (user_id, name) DO NOTHING"_s);
    insert.bind(user.text(), preference.name, preference.value, user.text(),
                api::preferencesAtMost);
    const auto inserted = insert.execute();
    if (!inserted || *inserted == 1)
        return inserted.map([](qint64) { return true; });
    Statement update(m_database,
                     u"UPDATE preferences SET value = ? WHERE user_id = ? AND name = ?"_s);
    update.bind(preference.value, user.text(), preference.name);
    return update.execute().and_then([](qint64 wasThere) -> Result<bool> {
        if (wasThere == 0)
            return failure(Error::of(Error::Kind::Conflict, u"tooManyPreferences"_s));
        return false;
    });
}

Result<bool> PreferenceList::remove(const api::UserId &user, const QString &name)
{
    Statement remove(m_database, u"DELETE FROM preferences WHERE user_id = ? AND name = ?"_s);
    remove.bind(user.text(), name);
    return remove.execute().map([](qint64 removed) { return removed == 1; });
}

} // namespace latchkey::server
