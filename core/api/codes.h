#pragma once

#include "api/field.h"
#include "api/ids.h"
#include "api/operation.h"
#include "api/signingin.h"
#include "base/clock.h"

namespace latchkey::api {

inline constexpr Limits sentCodeLimits{1, 16, "The code, as it came"};

/// A code is on its way to somebody. With the next one it is worth nothing any more.
struct CodeSent
{
    QString to;           ///< where it went, as much of that as whoever asks may know
    Timestamp resendAt{}; ///< none other is sent before
    Timestamp expiresAt{};

    static constexpr auto fields()
    {
        return allFields(field("to", &CodeSent::to), field("resendAt", &CodeSent::resendAt),
                         field("expiresAt", &CodeSent::expiresAt));
    }

    bool operator==(const CodeSent &) const = default;
};

/// By mail or as a text, as the challenge offers. AnswerChallenge takes it.
struct SendChallengeCode
{
    ChallengeId id;
    Factor factor = Factor::EmailCode;

    using Reply = CodeSent;
    static constexpr Traits traits{.name = "sendChallengeCode",
                                   .summary = "Send the code that answers a challenge",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("id", &SendChallengeCode::id),
                         field("factor", &SendChallengeCode::factor));
    }
};

/// By mail or as a text, as the account's factors are. ProveWithCode takes it.
struct SendProofCode
{
    Factor factor = Factor::EmailCode;

    using Reply = CodeSent;
    static constexpr Traits traits{.name = "sendProofCode",
                                   .summary = "Send the code that proves the present session",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .personal = true};
    static constexpr auto fields() { return allFields(field("factor", &SendProofCode::factor)); }
};

} // namespace latchkey::api
