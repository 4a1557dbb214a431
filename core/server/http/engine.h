#pragma once

#include "server/http/limits.h"
#include "server/http/request.h"
#include "server/http/responder.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace latchkey::server::http {

struct Certificate
{
    std::string chainFile; ///< PEM
    std::string keyFile;   ///< PEM
};

struct Listen
{
    std::string address;     ///< IPv4 or IPv6
    unsigned short port = 0; ///< 0 takes a free one
};

struct EngineConfig
{
    std::vector<Listen> listen;
    Certificate certificate; ///< speaks TLS where one is named
    std::size_t loops = 1;   ///< threads, each with a loop of its own
    Limits limits;
};

/// What the engine itself refuses (400, 408, 413, 417, 431, 500, 501, 503, 505). Every view is
/// valid only while the handler runs.
struct Refused
{
    int status = 0;
    std::string_view peer;
    std::size_t listener = 0; ///< which of `EngineConfig::listen` it came to
    /// Where a head is good and announces a body that is too large; else empty.
    std::string_view path = {};
    std::uint64_t bodySize = 0;
    std::uint64_t bodyLimit = 0;
};

/// What the engine calls, on the thread of the loop concerned. What one of them throws ends at most
/// the connection that it was called for.
struct Handlers
{
    std::function<void(const Request &, const Responder &)> onRequest;
    /// Every request that was ready in this pass of the loop has been handled; the loop goes to
    /// wait.
    std::function<void(std::size_t loop)> onTurnEnd = [](std::size_t) {};
    std::function<void(std::size_t loop)> onLoopStart = [](std::size_t) {};
    std::function<void(std::size_t loop)> onLoopEnd = [](std::size_t) {};
    /// The words for it.
    std::function<Response(const Refused &)> onRefused = [](const Refused &refused) {
        return Response{refused.status};
    };
    /// Something was thrown; what, as far as it says.
    std::function<void(std::string_view what)> onFailure = [](std::string_view) {};
};

/// Counted while it runs; read from any thread.
struct Figures
{
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> open{0};
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> refused{0};
    std::atomic<std::uint64_t> bytesIn{0};
    std::atomic<std::uint64_t> bytesOut{0};
    std::atomic<std::uint64_t> unfinished{0}; ///< bytes of bodies that have not come whole
};

class Places;

/// An HTTP/1.1 server in threads of its own. Knows bytes, limits and time, and nothing of what is
/// asked for. Outlives every responder that it gave out.
class Engine
{
public:
    Engine(EngineConfig config, Handlers handlers);
    ~Engine();

    /// Listens and starts the threads. Says why it could not, or nothing.
    std::string start();

    /// Accepts no more, lets answers under way leave within the grace time, then closes everything.
    void stop(std::chrono::milliseconds grace = std::chrono::seconds(2));

    /// Where it listens, in the order of the configuration, with the ports that were taken.
    const std::vector<Listen> &listening() const { return m_listening; }
    const Figures &figures() const { return *m_figures; }

    /// Runs something on the thread of a loop.
    void post(std::size_t loop, std::function<void()> act);

private:
    class Loop;

    EngineConfig m_config;
    Handlers m_handlers;
    std::unique_ptr<Figures> m_figures;
    std::unique_ptr<Places> m_places;
    std::vector<Listen> m_listening;
    std::vector<std::unique_ptr<Loop>> m_loops;
};

} // namespace latchkey::server::http
