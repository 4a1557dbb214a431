#pragma once

#include "server/http/response.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace latchkey::server::http {

class Peer;

/// The way back to whoever asked. May be copied, kept, and used later from any thread; the first
/// answer counts, and one for a client that has gone goes nowhere. Every request must be answered:
/// the connection waits for it.
class Responder
{
public:
    Responder(std::shared_ptr<Peer> peer, std::uint64_t turn);

    void send(Response response) const;

    /// Begins an answer without an end; `write` goes on with it until `close`.
    void startStream(Response head) const;
    void write(std::string bytes) const;
    void close() const;

    /// Called once on the loop's thread when the client has gone or the stream has ended.
    void onClosed(std::function<void()> callback) const;

private:
    std::shared_ptr<Peer> m_peer;
    std::uint64_t m_turn;
};

} // namespace latchkey::server::http
