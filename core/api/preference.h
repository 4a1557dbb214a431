#pragma once

#include "api/field.h"

#include <QString>

namespace latchkey::api {

inline constexpr Limits preferenceNameLimits{1, 200, "As whoever keeps it calls it"};
inline constexpr Limits preferenceValueLimits{0, 1000, "Whatever it means to them"};

/// What a program keeps with an account, in a name of its own.
struct Preference
{
    QString name;
    QString value;

    static constexpr auto fields()
    {
        return allFields(field("name", &Preference::name, preferenceNameLimits),
                         field("value", &Preference::value, preferenceValueLimits));
    }

    bool operator==(const Preference &) const = default;
};

} // namespace latchkey::api
