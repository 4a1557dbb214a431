#pragma once

#include <QString>

namespace latchkey::ui {

/// A profile as the switcher shows it.
struct ProfileChoice
{
    QString id;
    QString name;
    QString server; ///< in words for people: its name, or "This computer"
    QString state;  ///< in words for people; empty while all is well

    bool operator==(const ProfileChoice &) const = default;
};

} // namespace latchkey::ui
