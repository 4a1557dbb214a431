#pragma once

#include "api/operation.h"
#include "api/session.h"
#include "base/nothing.h"
#include "base/secret.h"

/// For whoever holds a token and wants to know what it is: having it is leave enough.
namespace latchkey::api {

inline constexpr Limits tokenLimits{1, 4096, "A session's token"};

/// NotFound `sessionUnknown` where no session lives that has it.
struct SessionByToken
{
    Secret token;

    using Reply = OwnedSession;
    static constexpr Traits traits{.name = "sessionByToken",
                                   .summary = "The session that a token is of",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields()
    {
        return allFields(field("token", &SessionByToken::token, tokenLimits));
    }
};

/// A token that is of no living session is as good as ended.
struct EndSessionByToken
{
    Secret token;

    using Reply = Nothing;
    static constexpr Traits traits{.name = "endSessionByToken",
                                   .summary = "End the session that a token is of",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields()
    {
        return allFields(field("token", &EndSessionByToken::token, tokenLimits));
    }
};

} // namespace latchkey::api
