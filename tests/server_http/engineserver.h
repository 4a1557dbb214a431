#pragma once

#include "client.h"
#include "server/http/engine.h"

#include <QtGlobal>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace latchkey::test {

using namespace server::http;
using namespace std::chrono_literals;

inline const std::string hello = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";

inline Response text(std::string body, int status = 200)
{
    Response response{status};
    response.contentType = "text/plain";
    response.body = std::move(body);
    return response;
}

/// A server whose handler the test says, and responders that it may keep.
class Server
{
public:
    explicit Server(std::function<void(const Request &, const Responder &)> handler,
                    Limits limits = {}, std::size_t loops = 1)
        : engine(
              {.listen = {{"127.0.0.1", 0}}, .certificate = {}, .loops = loops, .limits = limits},
              {.onRequest = std::move(handler),
               .onTurnEnd = [this](std::size_t) { ++turns; },
               .onRefused = [](const Refused &refused) { return text("refused", refused.status); }})
    {
        const std::string trouble = engine.start();
        if (!trouble.empty())
            qFatal("%s", trouble.c_str());
    }

    unsigned short port() const { return engine.listening().front().port; }

    std::atomic<int> turns{0};
    Engine engine;
};

inline void echo(const Request &request, const Responder &responder)
{
    responder.send(text(std::string(request.method()) + ' ' + std::string(request.path()) + ' ' +
                        std::string(request.body)));
}

inline constexpr std::size_t largeBody = 16 * 1024;

inline void large(const Request &, const Responder &responder)
{
    responder.send(text(std::string(largeBody, 'x')));
}

inline std::string repeated(const std::string &part, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += part;
    return all;
}

/// What a handler keeps for another thread to answer.
class Kept
{
public:
    void keep(const Responder &responder)
    {
        const std::scoped_lock lock(m_mutex);
        m_responders.push_back(responder);
        m_arrived.notify_all();
    }
    Responder take()
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return !m_responders.empty(); });
        Responder first = m_responders.front();
        m_responders.erase(m_responders.begin());
        return first;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<Responder> m_responders;
};

inline Limits quick()
{
    Limits limits;
    limits.headTime = limits.bodyTime = 150ms;
    limits.idleTime = 300ms;
    limits.sweep = 20ms;
    return limits;
}

} // namespace latchkey::test
