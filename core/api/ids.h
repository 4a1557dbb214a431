#pragma once

#include "base/id.h"

namespace latchkey::api {

using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;
using ChallengeId = Id<struct ChallengeTag>;
using EventId = Id<struct EventTag>;

} // namespace latchkey::api
