#pragma once

#include "api/preferences.h"
#include "base/result.h"

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// What programs keep with the accounts.
class PreferenceList
{
public:
    explicit PreferenceList(storage::Database &database);

    /// In the order in which they came.
    Result<QList<api::Preference>> of(const api::UserId &user);
    /// Whether there was none of that name. Conflict `tooManyPreferences`.
    Result<bool> set(const api::UserId &user, const api::Preference &preference);
    /// Whether there was one.
    Result<bool> remove(const api::UserId &user, const QString &name);

private:
    storage::Database &m_database;
};

} // namespace latchkey::server
