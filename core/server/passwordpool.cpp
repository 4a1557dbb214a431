#include "server/passwordpool.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace latchkey::server {

namespace {

/// Behind the threads that answer requests, but never starved: SCHED_IDLE or the lowest
/// nice value would let any other program that keeps the cores busy stop every sign-in.
void giveWay()
{
    constexpr int behind = 10;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), behind);
}

} // namespace

PasswordPool::PasswordPool(std::size_t threads, std::size_t queueLimit)
    : m_queueLimit(queueLimit)
{
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t count = threads ? threads : cores;
    for (std::size_t i = 0; i < count; ++i)
        m_threads.emplace_back([this] { run(); });
}

PasswordPool::~PasswordPool()
{
    stop();
}

PasswordPool::Place PasswordPool::reserve()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_waiting.size() + m_reserved >= m_queueLimit)
            return nullptr;
        ++m_reserved;
    }
    return {this, [](PasswordPool *pool) {
                const std::scoped_lock lock(pool->m_mutex);
                --pool->m_reserved;
            }};
}

bool PasswordPool::submit(std::function<void()> act, Place place)
{
    {
        const std::scoped_lock lock(m_mutex);
        const bool isFull = !place && m_waiting.size() + m_reserved >= m_queueLimit;
        if (m_isStopping || isFull)
            return false;
        m_waiting.push_back(std::move(act));
    }
    m_wake.notify_one();
    return true;
}

std::size_t PasswordPool::waiting() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waiting.size();
}

void PasswordPool::stop()
{
    std::deque<std::function<void()>> dropped; // let go outside the lock
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
        dropped.swap(m_waiting);
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

void PasswordPool::run()
{
    giveWay();
    for (;;) {
        std::function<void()> act;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_isStopping || !m_waiting.empty(); });
            if (m_isStopping)
                return;
            act = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        act();
    }
}

} // namespace latchkey::server
