#pragma once

#include "account/ownmessage.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"

#include <functional>
#include <memory>
#include <optional>

namespace latchkey::app {

/// The server inside the program, as the rest of the program sees it. Its code lies in a module of
/// its own: who only visits other servers neither loads nor waits for it.
class ServerInside
{
public:
    struct Running
    {
        quint16 port = 0;
        std::optional<Secret> setupCode; ///< told this once
    };

    /// From any thread; blocks while the module is loaded. The clock outlives the server.
    static Result<std::unique_ptr<ServerInside>> make(const Clock &clock);
    virtual ~ServerInside() = default;

    /// Before the start. Told, on a thread of the server's, that a message came.
    virtual void whenMessageCame(std::function<void()> told) = 0;
    /// From any thread, while it runs; told on one of the server's.
    virtual void
    readMessages(std::function<void(const Result<QList<account::OwnMessage>> &)> receive) = 0;

    /// Once. On that port, or on a free one where that is taken or 0. Blocks.
    virtual Result<Running> start(quint16 port) = 0;
};

} // namespace latchkey::app
