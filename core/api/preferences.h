#pragma once

#include "api/ids.h"
#include "api/preference.h"
#include "api/serversettings.h"
#include "base/nothing.h"

#include <QList>

/// What programs keep with an account, in names of their own: nothing of it means anything here.
namespace latchkey::api {

inline constexpr qint64 preferencesAtMost = 100;

struct Preferences
{
    QList<Preference> preferences;

    // No fields: what some ways tell along with them.
    UserId owner = {};
    std::optional<ServerSettings> server = {}; ///< for administrators

    static constexpr auto fields()
    {
        return allFields(field("preferences", &Preferences::preferences));
    }

    bool operator==(const Preferences &) const = default;
};

struct ListPreferences
{
    using Reply = Preferences;
    static constexpr Traits traits{.name = "listPreferences",
                                   .summary = "What programs keep with the account",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

struct SetPreference
{
    QString name;
    QString value;

    using Reply = Preference;
    static constexpr Traits traits{.name = "setPreference",
                                   .summary = "Keep a value under a name",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields()
    {
        return allFields(field("name", &SetPreference::name, preferenceNameLimits),
                         field("value", &SetPreference::value, preferenceValueLimits));
    }
};

struct RemovePreference
{
    QString name;

    using Reply = Nothing;
    static constexpr Traits traits{.name = "removePreference",
                                   .summary = "Keep it no longer",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields()
    {
        return allFields(field("name", &RemovePreference::name, preferenceNameLimits));
    }
};

} // namespace latchkey::api
