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

/// How mails leave the server, or texts.
struct PostStanding
{
    bool goes = true; ///< what was tried last could be sent
    qint64 waiting = 0;

    static constexpr auto fields()
    {
        return allFields(field("goes", &PostStanding::goes),
                         field("waiting", &PostStanding::waiting));
    }

    bool operator==(const PostStanding &) const = default;
};

/// How much there is. Other servers count other things, or none.
struct Figures
{
    QString version; ///< of the server
    std::optional<qint64> users;
    std::optional<qint64> sessions;      ///< that live
    std::optional<qint64> sessionsBegun; ///< in the last 24 hours
    std::optional<PostStanding> mail;    ///< of a server that sends any
    std::optional<PostStanding> texts;

    static constexpr auto fields()
    {
        return allFields(field("version", &Figures::version), field("users", &Figures::users),
                         field("sessions", &Figures::sessions),
                         field("sessionsBegun", &Figures::sessionsBegun),
                         field("mail", &Figures::mail), field("texts", &Figures::texts));
    }

    bool operator==(const Figures &) const = default;
};

/// As they were a minute ago at most.
struct ShowFigures
{
    using Reply = Figures;
    static constexpr Traits traits{
        .name = "showFigures",
        .summary = "How many users and sessions there are, and whether mail goes",
        .scope = Scope::Admin,
        .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

} // namespace latchkey::api
