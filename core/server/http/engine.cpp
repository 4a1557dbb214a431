#include "server/http/engine.h"

#include "server/http/loop.h"

#include <algorithm>

namespace latchkey::server::http {

Engine::Engine(EngineConfig config, Handlers handlers)
    : m_config(std::move(config))
    , m_handlers(std::move(handlers))
    , m_figures(std::make_unique<Figures>())
    , m_places(std::make_unique<Places>(m_config.limits))
{}

Engine::~Engine()
{
    stop(std::chrono::milliseconds(0));
}

std::string Engine::start()
{
    m_listening = m_config.listen;
    for (std::size_t i = 0; i < std::max<std::size_t>(m_config.loops, 1); ++i) {
        m_loops.push_back(std::make_unique<Loop>(m_config, m_handlers, *m_figures, *m_places, i));
        // The first loop takes the free ports, the others share what it took.
        for (Listen &listen : m_listening) {
            if (const std::string trouble = m_loops.back()->listen(listen); !trouble.empty()) {
                m_loops.clear();
                return listen.address + ":" + std::to_string(listen.port) + ": " + trouble;
            }
        }
    }
    for (const auto &loop : m_loops)
        loop->run();
    return {};
}

void Engine::stop(std::chrono::milliseconds grace)
{
    for (const auto &loop : m_loops)
        loop->stop(grace);
}

void Engine::post(std::size_t loop, std::function<void()> act)
{
    m_loops.at(loop)->post(std::move(act));
}

} // namespace latchkey::server::http
