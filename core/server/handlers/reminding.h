#pragma once

#include "server/handlers/news.h"

namespace latchkey::server::handlers {

/// What people are told because time has passed, at most so much at once; whether there may be
/// more.
Result<bool> remind(const News &news, WriteStore &store, Timestamp now, int atMost);

} // namespace latchkey::server::handlers
