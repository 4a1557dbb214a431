#include "authorizations/authorizationwords.h"

#include "kit/relativetime.h"
#include "people/languagewords.h"

#include <QCoreApplication>

namespace latchkey::ui::authorizationwords {

using api::AccessAction;
using api::AccessScope;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AuthorizationWords)
};

} // namespace

QString what(AccessScope scope, AccessAction action, AuthorizationSide side)
{
    const bool isReceived = side == AuthorizationSide::Received;
    const bool isWritten = action == AccessAction::Write;
    switch (scope) {
    case AccessScope::Profile:
        if (isWritten)
            return isReceived ? Words::tr("See and change their profile")
                              : Words::tr("See and change your profile");
        return isReceived ? Words::tr("See their profile") : Words::tr("See your profile");
    case AccessScope::Sessions:
        return isReceived ? Words::tr("See where they are signed in")
                          : Words::tr("See where you are signed in");
    case AccessScope::Unknown:
        return Words::tr("Something that this Latchkey does not know");
    }
    Q_UNREACHABLE();
}

QString help(AccessScope scope, AccessAction action)
{
    switch (scope) {
    case AccessScope::Profile:
        return action == AccessAction::Write
                   ? Words::tr("They see your profile, and can change your name and language. User "
                               "name, e-mail address, phone and password stay yours alone.")
                   : Words::tr("They see your name, e-mail address, phone and language.");
    case AccessScope::Sessions:
        return Words::tr("They see your devices and programs, from where and when each was used. "
                         "They can end none of them.");
    case AccessScope::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

QString profile(const api::User &user)
{
    QStringList lines{Words::tr("Name: %1").arg(user.name),
                      Words::tr("E-mail address: %1").arg(user.email)};
    if (user.userName)
        lines << Words::tr("User name: %1").arg(*user.userName);
    lines << (user.phone ? Words::tr("Phone: %1").arg(*user.phone) : Words::tr("No phone"))
          << Words::tr("Language: %1").arg(nameOf(user.language));
    return lines.join(QChar::LineFeed);
}

QString since(const api::Authorization &authorization, Timestamp now)
{
    return Words::tr("Given: %1", "a time like '5 minutes ago', or a date")
        .arg(relativeTime(authorization.createdAt, now));
}

const api::UserCard &other(const api::Authorization &authorization, AuthorizationSide side)
{
    return side == AuthorizationSide::Received ? authorization.giver : authorization.receiver;
}

} // namespace latchkey::ui::authorizationwords
