#pragma once

#include "api/ids.h"
#include "api/session.h"
#include "api/sessionterms.h"
#include "api/user.h"
#include "base/clock.h"
#include "server/store/sessions.h"

#include <optional>

namespace latchkey::server {

/// Who asks, as the guards found out.
struct Principal
{
    api::UserId user;
    api::SessionId session;
    api::Role role = api::Role::User;
    api::SessionKind kind = api::SessionKind::Device;
    HeldToken token{};
};

/// Everything about one request that is not in its operation. Travels along with it; nothing about
/// a request is kept anywhere else.
struct Context
{
    Timestamp now{};
    QString requestId;
    QString address; ///< where it came from
    QString operation;
    std::optional<Principal> principal;
    const api::SessionTerms *sessionTerms = nullptr; ///< of the wire that it came by
    /// Set by a handler that refuses: what it wrote stays all the same.
    bool keepsRefusal = false;

    /// Only for operations that are not public: the guards let nobody else through.
    Asker asker() const { return {principal->user, principal->session}; }
};

} // namespace latchkey::server
