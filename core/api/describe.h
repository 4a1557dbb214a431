#pragma once

#include "api/field.h"
#include "api/operation.h"
#include "api/providercard.h"
#include "base/nothing.h"

#include <QList>
#include <QString>

namespace latchkey::api {

/// What a password must be here. An operator may ask for more than the defaults.
struct PasswordPolicy
{
    qint64 minLength = 8;   ///< code points
    qint64 maxLength = 128; ///< code points
    qint64 minScore = 3;    ///< zxcvbn, 0 to 4

    static constexpr auto fields()
    {
        return allFields(
            field("minLength", &PasswordPolicy::minLength),
            field("maxLength", &PasswordPolicy::maxLength),
            field("minScore", &PasswordPolicy::minScore, Limits{0, 4, "zxcvbn score"}));
    }

    bool operator==(const PasswordPolicy &) const = default;
};

struct ServerDescription
{
    QString name;
    QString version;
    QList<QString> wires; ///< the account APIs it speaks
    bool signUpOpen = true;
    bool firstAccountPending = false; ///< nobody yet: the first one becomes the administrator
    bool setupCodeRequired = false;   ///< nobody signs up without the code that the server printed
    bool sendsMail = false;           ///< codes and news go out by mail
    bool sendsTexts = false;
    QList<ProviderCard> providers; ///< that somebody may sign in by
    PasswordPolicy passwords;

    static constexpr auto fields()
    {
        return allFields(field("name", &ServerDescription::name),
                         field("version", &ServerDescription::version),
                         field("wires", &ServerDescription::wires),
                         field("signUpOpen", &ServerDescription::signUpOpen),
                         field("firstAccountPending", &ServerDescription::firstAccountPending),
                         field("setupCodeRequired", &ServerDescription::setupCodeRequired),
                         field("sendsMail", &ServerDescription::sendsMail),
                         field("sendsTexts", &ServerDescription::sendsTexts),
                         field("providers", &ServerDescription::providers),
                         field("passwords", &ServerDescription::passwords));
    }

    bool operator==(const ServerDescription &) const = default;
};

struct DescribeServer
{
    using Reply = ServerDescription;
    static constexpr Traits traits{.name = "describeServer",
                                   .summary = "What this server is and what it asks for",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

} // namespace latchkey::api
