#pragma once

#include "server/http/response.h"

#include <cstdint>
#include <functional>

namespace latchkey::server::http {

/// What a responder sees of a connection. Each may be called from any thread; `turn` says which
/// request of the connection is meant, so that a late answer never meets the next one.
class Peer
{
public:
    virtual ~Peer() = default;

    virtual void send(std::uint64_t turn, Response response) = 0;
    virtual void startStream(std::uint64_t turn, Response head) = 0;
    virtual void write(std::uint64_t turn, std::string bytes) = 0;
    virtual void close(std::uint64_t turn) = 0;
    virtual void onClosed(std::uint64_t turn, std::function<void()> callback) = 0;
};

} // namespace latchkey::server::http
