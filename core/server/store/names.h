#pragma once

#include "api/field.h"
#include "base/result.h"

#include <QString>

namespace latchkey::server {

/// An enum's value as the database holds it: by name, so that a value taken out of the program
/// later does not turn into another one.
template <api::NamedEnum Enum>
QString storedName(Enum value)
{
    for (const auto &name : namesOf(value)) {
        if (name.value == value)
            return QString::fromLatin1(name.text);
    }
    Q_UNREACHABLE();
}

/// The value of that name. What the database refuses to hold can't come back from it; a name that a
/// later program wrote reads as Unknown, or as the first value where there is no such.
template <api::NamedEnum Enum>
Enum fromStoredName(const QString &text)
{
    for (const auto &name : namesOf(Enum())) {
        if (text == QLatin1StringView(name.text))
            return name.value;
    }
    if constexpr (api::GrowingEnum<Enum>)
        return Enum::Unknown;
    else
        return namesOf(Enum()).front().value;
}

} // namespace latchkey::server
