#pragma once

#include "api/field.h"
#include "api/operation.h"

#include <QString>

#include <optional>

/// A server as its administrators see and set it while it runs.
namespace latchkey::api {

struct ServerSettings
{
    bool signUpOpen = true; ///< anybody may have an account

    static constexpr auto fields()
    {
        return allFields(field("signUpOpen", &ServerSettings::signUpOpen));
    }

    bool operator==(const ServerSettings &) const = default;
};

struct ShowServerSettings
{
    using Reply = ServerSettings;
    static constexpr Traits traits{.name = "showServerSettings",
                                   .summary = "What administrators have set",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

/// What is not given stays. It holds from here, also after the server was started anew.
struct EditServerSettings
{
    std::optional<bool> signUpOpen;

    using Reply = ServerSettings;
    static constexpr Traits traits{.name = "editServerSettings",
                                   .summary = "Set what is given, leave the rest",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("signUpOpen", &EditServerSettings::signUpOpen));
    }
};

/// How much there is. Other servers count other things, or none.
struct Figures
{
    QString version; ///< of the server
    std::optional<qint64> users;
    std::optional<qint64> sessions;      ///< that live
    std::optional<qint64> sessionsBegun; ///< in the last 24 hours

    static constexpr auto fields()
    {
        return allFields(field("version", &Figures::version), field("users", &Figures::users),
                         field("sessions", &Figures::sessions),
                         field("sessionsBegun", &Figures::sessionsBegun));
    }

    bool operator==(const Figures &) const = default;
};

/// As they were a minute ago at most.
struct ShowFigures
{
    using Reply = Figures;
    static constexpr Traits traits{.name = "showFigures",
                                   .summary = "How many users and sessions there are",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

} // namespace latchkey::api
