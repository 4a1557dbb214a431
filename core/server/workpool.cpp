#include "server/workpool.h"

#include <pthread.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

namespace latchkey::server {

namespace {

/// `struct sched_attr` of the kernel's first version. Its own header defines sched_param once more.
struct SchedulingOf
{
    std::uint32_t size = sizeof(SchedulingOf);
    std::uint32_t policy = SCHED_OTHER;
    std::uint64_t flags = 0;
    std::int32_t nice = 0;
    std::uint32_t priority = 0;
    std::uint64_t runtime = 0; ///< the slice, in ns
    std::uint64_t deadline = 0;
    std::uint64_t period = 0;
};

/// Behind the threads that answer requests, but never starved: SCHED_IDLE or the lowest nice value
/// would let any other program that keeps the cores busy stop every sign-in. Who wakes waits a
/// slice at most; kernels before 6.12 know only their own, and let in at once who is less nice.
void giveWay()
{
    SchedulingOf pool;
    pool.nice = 10;
    pool.runtime = 100'000; // the shortest there is
    syscall(SYS_sched_setattr, 0, &pool, 0);
}

} // namespace

WorkPool::WorkPool(const char *name, std::size_t threads, std::size_t queueLimit)
    : m_name(name)
    , m_queueLimit(queueLimit)
{
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t count = threads ? threads : cores;
    for (std::size_t i = 0; i < count; ++i)
        m_threads.emplace_back([this] { run(); });
}

WorkPool::~WorkPool()
{
    stop();
}

WorkPool::Place WorkPool::reserve()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_waiting.size() + m_reserved >= m_queueLimit)
            return nullptr;
        ++m_reserved;
    }
    return {this, [](WorkPool *pool) {
                const std::scoped_lock lock(pool->m_mutex);
                --pool->m_reserved;
            }};
}

bool WorkPool::submit(std::function<void()> act, Place place)
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

std::size_t WorkPool::waiting() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waiting.size();
}

void WorkPool::stop()
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

void WorkPool::run()
{
    pthread_setname_np(pthread_self(), m_name);
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
