#pragma once

#include "base/httpmessage.h"
#include "net/transport.h"

#include <cstring>
#include <functional>
#include <optional>

namespace latchkey::net {

/// What was typed into a form goes from memory with the last who holds it.
inline void wipe(QByteArray &body)
{
    if (body.isDetached())
        explicit_bzero(body.data(), static_cast<size_t>(body.size()));
}

/// A request and how it may be sent.
struct Outgoing
{
    HttpRequest request;
    bool isRepeatable = false; ///< sending it twice does what sending it once does
    Deadline deadline = {};    ///< of each sending
    /// Puts the credential on, each time it is sent: by then it may be a newer one.
    std::function<void(HttpRequest &)> sign = {};
    /// What is sent instead, once, where a reply says that there is no such request.
    std::function<std::optional<HttpRequest>(const HttpReply &)> otherwise = {};

    ~Outgoing() { wipe(request.body); }
};

} // namespace latchkey::net
