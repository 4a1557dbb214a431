#pragma once

#include "server/context.h"
#include "server/handlers/news.h"
#include "server/passwordtask.h"
#include "server/store/writestore.h"

namespace latchkey::server::handlers {

enum class OtherSessions : std::uint8_t { End, Keep };

/// Whatever follows from a new password of the account that asks: the other sessions end, whom it
/// let in is let in no more, nobody goes on from the earlier one, and the owner is told. Whoever
/// calls it notes the change. Conflict `changedMeanwhile` where the hash is no longer the one that
/// was checked.
Result<Nothing> setNewPassword(const News &news, Context &context, WriteStore &store,
                               const api::User &user, const PasswordVerdict &verdict,
                               OtherSessions others);

/// As well as the account can, within the last five minutes. StepUpNeeded; Unauthorized.
Result<Nothing> mustBeFresh(const Context &context, WriteStore &store);

} // namespace latchkey::server::handlers
