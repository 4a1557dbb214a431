#pragma once

#include "base/httpmessage.h"
#include "base/result.h"
#include "server/context.h"
#include "server/store/writestore.h"

#include <functional>
#include <optional>

namespace latchkey::server::guards {

/// The key that a change was sent with, with everything that makes two requests the same. Nothing
/// where there is none; refuses one that can't be a key.
Result<std::optional<KeyedRequest>> keyOf(const QByteArray &headerName, const HttpRequest &request,
                                          const Context &context);

/// Does it once: a second time it answers what the first was told. In one transaction, so a change
/// that is refused leaves its key unused.
Result<HttpReply> once(const std::optional<KeyedRequest> &key, WriteStore &store,
                       const std::function<Result<HttpReply>()> &act);

} // namespace latchkey::server::guards
