#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace latchkey::server {

/// A few threads for what takes long by intent. They give way to those that answer requests, so a
/// storm of sign-ins does not delay a token check.
class WorkPool
{
public:
    /// `name`: of its threads, for who looks at them. No number of them: as many as there are
    /// cores.
    WorkPool(const char *name, std::size_t threads, std::size_t queueLimit);
    ~WorkPool();
    WorkPool(const WorkPool &) = delete;
    WorkPool &operator=(const WorkPool &) = delete;

    /// A place in the queue, kept for whoever comes with something to do; let go when the last copy
    /// is, which must be before the pool.
    using Place = std::shared_ptr<void>;

    /// From any thread. Nothing when the queue is full.
    Place reserve();
    /// From any thread. False when it has stopped, or the queue is full for one without a place.
    bool submit(std::function<void()> act, Place place = {});
    std::size_t waiting() const;

    /// Drops what waits and ends the threads.
    void stop();

private:
    void run();

    const char *const m_name;
    const std::size_t m_queueLimit;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_waiting;
    std::size_t m_reserved = 0;
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace latchkey::server
