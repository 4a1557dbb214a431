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
    Statement insert(m_database,
                     u"INSERT INTO preferences (user_id, name, value) SELECT ?, ?, ? WHERE "
                     "(SELECT COUNT(*) FROM preferences WHERE user_id = ? AND name <> ?) < ? "
                     "ON CONFLICT (user_id, name) DO UPDATE SET value = excluded.value "
                     "WHERE value <> excluded.value"_s);
    insert.bind(user.text(), preference.name, preference.value, user.text(), preference.name,
                api::preferencesAtMost);
    const auto changed = insert.execute();
    if (!changed)
        return failure(changed.error());
    if (*changed != 0)
        return true;
    return isSo(user, preference).and_then([](bool isSo) -> Result<bool> {
        if (!isSo)
            return failure(Error::of(Error::Kind::Conflict, u"tooManyPreferences"_s));
        return false;
    });
}

Result<bool> PreferenceList::isSo(const api::UserId &user, const api::Preference &preference)
{
    Statement statement(
        m_database, u"SELECT 1 FROM preferences WHERE user_id = ? AND name = ? AND value = ?"_s);
    statement.bind(user.text(), preference.name, preference.value);
    return statement.next();
}

Result<bool> PreferenceList::remove(const api::UserId &user, const QString &name)
{
    Statement remove(m_database, u"DELETE FROM preferences WHERE user_id = ? AND name = ?"_s);
    remove.bind(user.text(), name);
    return remove.execute().map([](qint64 removed) { return removed == 1; });
}

} // namespace latchkey::server
