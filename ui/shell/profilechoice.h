#pragma once

#include <QList>
#include <QString>

namespace latchkey::account {
class Accounts;
}

namespace latchkey::ui {

/// A profile as the switcher shows it.
struct ProfileChoice
{
    QString id;
    QString name;
    QString server; ///< in words for people: its name, or "This computer"
    QString place;  ///< the person and the server, in words for people
    QString state;  ///< in words for people; empty while all is well

    bool operator==(const ProfileChoice &) const = default;
};

/// All of them, in their order.
QList<ProfileChoice> profileChoices(const account::Accounts &accounts);

} // namespace latchkey::ui
