#pragma once

#include "api/operation.h"
#include "api/session.h"
#include "base/secret.h"

namespace latchkey::api {

inline constexpr qint64 apiSessionsAtMost = 100; ///< that live, of one account
inline constexpr Limits apiLabelLimits{1, 100, "What uses it"};
inline constexpr Limits apiLabelsLimits{
    1, 10, "What uses it, so that its owner knows it again; each of 1 to 100 characters"};
/// Whoever wants more wants one without an end, and should say so.
inline constexpr std::chrono::milliseconds longestApiLife = std::chrono::days(3653);

/// A session that a program has: somebody made it in another session, for something that can't sign
/// in by itself. It can do what its owner can without proving anew who they are, and nothing beyond
/// that: it never proves, makes no other, ends none but itself, and has no rank.
struct ApiSession
{
    SessionId id;
    QList<QString> labels; ///< on some wires there may be none
    Timestamp createdAt{};
    Timestamp secretMadeAt{};
    std::optional<Timestamp> lastUsedAt;
    std::optional<QString> lastUsedFrom; ///< IP address
    std::optional<Timestamp> expiresAt;  ///< nothing: it never does
    std::optional<SessionEnd> end;

    static constexpr auto fields()
    {
        return allFields(
            field("id", &ApiSession::id), field("labels", &ApiSession::labels),
            field("createdAt", &ApiSession::createdAt),
            field("secretMadeAt", &ApiSession::secretMadeAt),
            field("lastUsedAt", &ApiSession::lastUsedAt),
            field("lastUsedFrom", &ApiSession::lastUsedFrom),
            field("expiresAt", &ApiSession::expiresAt, Limits{.about = "Absent: it never does"}),
            field("end", &ApiSession::end));
    }

    bool operator==(const ApiSession &) const = default;
};

struct ApiSessions
{
    QList<ApiSession> sessions;

    static constexpr auto fields() { return allFields(field("sessions", &ApiSessions::sessions)); }

    bool operator==(const ApiSessions &) const = default;
};

/// Living ones, then those that ended in the last 90 days; each newest first, 200 at most.
struct ListApiSessions
{
    using Reply = ApiSessions;
    static constexpr Traits traits{.name = "listApiSessions",
                                   .summary = "The account's API sessions, also ended ones",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

struct ShowApiSession
{
    SessionId id;

    using Reply = ApiSession;
    static constexpr Traits traits{.name = "showApiSession",
                                   .summary = "One API session",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(field("id", &ShowApiSession::id)); }
};

/// The secret is in this answer and nowhere else; it is given as any session's token is.
struct ApiSessionSecret
{
    ApiSession session;
    Secret secret;

    static constexpr auto fields()
    {
        return allFields(field("session", &ApiSessionSecret::session),
                         field("secret", &ApiSessionSecret::secret));
    }
};

/// When an API session ends. One that never does has to be asked for: it is what gets forgotten.
struct CreateApiSession
{
    QList<QString> labels;
    std::optional<Timestamp> expiresAt; ///< or
    std::optional<bool> unlimited;

    /// Not a field: the way that it came by needn't say when it ends.
    std::optional<std::chrono::milliseconds> lifeUnlessSaid = {};

    using Reply = ApiSessionSecret;
    static constexpr Traits traits{.name = "createApiSession",
                                   .summary = "Make an API session; its secret is shown this once",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("labels", &CreateApiSession::labels, apiLabelsLimits),
                         field("expiresAt", &CreateApiSession::expiresAt,
                               Limits{.about = "Ten years from now at most; this or unlimited"}),
                         field("unlimited", &CreateApiSession::unlimited,
                               Limits{.about = "True: it lives until somebody ends it"}));
    }
};

/// What is not given stays as it is.
struct UpdateApiSession
{
    SessionId id;
    std::optional<QList<QString>> labels;
    std::optional<Timestamp> expiresAt;
    std::optional<bool> unlimited;

    using Reply = ApiSession;
    static constexpr Traits traits{.name = "updateApiSession",
                                   .summary = "Give an API session other labels or another end",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("id", &UpdateApiSession::id),
                         field("labels", &UpdateApiSession::labels, apiLabelsLimits),
                         field("expiresAt", &UpdateApiSession::expiresAt,
                               Limits{.about = "Ten years from now at most; this or unlimited"}),
                         field("unlimited", &UpdateApiSession::unlimited,
                               Limits{.about = "True: it lives until somebody ends it"}));
    }
};

/// Another secret; the one before is worth nothing from here.
struct RotateApiSession
{
    SessionId id;

    using Reply = ApiSessionSecret;
    static constexpr Traits traits{.name = "rotateApiSession",
                                   .summary = "Give an API session another secret",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields() { return allFields(field("id", &RotateApiSession::id)); }
};

} // namespace latchkey::api
