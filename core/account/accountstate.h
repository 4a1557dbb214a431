#pragma once

#include "api/session.h"
#include "base/error.h"

#include <optional>

namespace latchkey::account {

/// How things stand between this program and an account.
struct AccountState
{
    enum class Kind {
        Restoring,  ///< the token is being fetched from where it is kept
        Locked,     ///< it can't be fetched now: `why` says it; `Accounts::restore` tries again
        Connecting, ///< there is a token, the server has not answered yet
        Online,
        Offline, ///< `since` and `why`
        SignedOut,
    };

    enum class Reason {
        NoToken,      ///< none was kept
        ByPerson,     ///< signed out here
        EndedByOther, ///< `end` tells when, why and by which session
        Refused,      ///< the server no longer takes the token, and says no more
        Deleted,      ///< and the account with it, from here
    };

    Kind kind = Kind::Restoring;
    Timestamp since{};
    std::optional<Reason> reason = {};       ///< with SignedOut
    std::optional<api::SessionEnd> end = {}; ///< with SignedOut, where it is known
    std::optional<Error> why = {};           ///< with Locked, Offline and Refused

    bool isSignedIn() const
    {
        return kind == Kind::Connecting || kind == Kind::Online || kind == Kind::Offline;
    }

    bool isOnline() const { return kind == Kind::Online; }
    bool isOffline() const { return kind == Kind::Offline; }
    bool isSignedOut() const { return kind == Kind::SignedOut; }
    /// Somebody ended the session, so nothing of the account stays on this disk or in sight; also
    /// not where it was ended from elsewhere, perhaps because this computer is in wrong hands. A
    /// token that is not there ends nothing.
    bool isOver() const { return isSignedOut() && reason != Reason::NoToken; }
    /// As far as is known what is asked for gets an answer.
    bool isUsable() const { return isSignedIn() && !isOffline(); }

    bool operator==(const AccountState &) const = default;
};

} // namespace latchkey::account
