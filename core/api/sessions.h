#pragma once

#include "api/operation.h"
#include "api/session.h"
#include "base/nothing.h"

namespace latchkey::api {

struct SessionPage
{
    QList<Session> sessions;
    std::optional<QString> next; ///< cursor of what follows; nothing at the end

    static constexpr auto fields()
    {
        return allFields(field("sessions", &SessionPage::sessions),
                         field("next", &SessionPage::next));
    }

    bool operator==(const SessionPage &) const = default;
};

/// Own sessions, living ones first, then ended ones of the last 90 days, newest first.
struct ListSessions
{
    std::optional<QString> after; ///< a cursor from the page before
    qint64 limit = 100;

    using Reply = SessionPage;
    static constexpr Traits traits{.name = "listSessions",
                                   .summary = "Where the account is, or was, signed in",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields()
    {
        return allFields(field("after", &ListSessions::after, Limits{1, 200, "Cursor"}),
                         field("limit", &ListSessions::limit, Limits{1, 200, "Rows at most"}));
    }
};

struct RenameSession
{
    SessionId id;
    QString label;

    using Reply = Session;
    static constexpr Traits traits{.name = "renameSession",
                                   .summary = "Give a session a name; an empty one takes it away",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields()
    {
        return allFields(field("id", &RenameSession::id),
                         field("label", &RenameSession::label, labelLimits));
    }
};

struct EndSession
{
    SessionId id;

    using Reply = Session;
    static constexpr Traits traits{.name = "endSession",
                                   .summary = "End a session; ten seconds to take it back",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{}};
    static constexpr auto fields() { return allFields(field("id", &EndSession::id)); }
};

struct EndedSessions
{
    QList<SessionId> ended;

    static constexpr auto fields() { return allFields(field("ended", &EndedSessions::ended)); }

    bool operator==(const EndedSessions &) const = default;
};

/// What programs have goes on: whoever tidies up after a day on other people's computers means
/// those, and would stop every script at once. A new password ends all of them.
struct EndOtherSessions
{
    using Reply = EndedSessions;
    static constexpr Traits traits{.name = "endOtherSessions",
                                   .summary =
                                       "End every session but the one that asks and API sessions",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{}};
    static constexpr auto fields() { return allFields(); }
};

/// Takes back an ending, within ten seconds and by the session that ended it: which was proven
/// then, and whose ten seconds no second proof is to use up.
struct ReinstateSession
{
    SessionId id;

    using Reply = Session;
    static constexpr Traits traits{.name = "reinstateSession",
                                   .summary = "Take back the ending of a session",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .personal = true};
    static constexpr auto fields() { return allFields(field("id", &ReinstateSession::id)); }
};

enum class Verdict : std::uint8_t { Mine, NotMine };

constexpr auto namesOf(Verdict)
{
    return std::array{Name{Verdict::Mine, "mine"}, Name{Verdict::NotMine, "notMine"}};
}

/// "Was it you?" A no ends the session, and the API sessions that were made in it. A yes counts
/// from a session that began earlier: who came later may be the stranger that is asked about.
struct ReviewSession
{
    SessionId id;
    Verdict verdict = Verdict::Mine;

    using Reply = Session;
    static constexpr Traits traits{.name = "reviewSession",
                                   .summary =
                                       "Say whether a later sign-in was one's own; a no ends any",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .personal = true};
    /// A no is the ending of a session by another name.
    std::optional<Freshness> freshness() const
    {
        return verdict == Verdict::NotMine ? std::optional(Freshness{}) : std::nullopt;
    }
    static constexpr auto fields()
    {
        return allFields(field("id", &ReviewSession::id),
                         field("verdict", &ReviewSession::verdict));
    }
};

} // namespace latchkey::api
