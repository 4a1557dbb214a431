#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace latchkey::server {

/// A few threads for what takes long by intent. They get only the time that nobody else wants, so
/// a storm of sign-ins does not delay a token check.
class PasswordPool
{
public:
    PasswordPool(std::size_t threads, std::size_t queueLimit);
    ~PasswordPool();
    PasswordPool(const PasswordPool &) = delete;
    PasswordPool &operator=(const PasswordPool &) = delete;

    /// From any thread. False when the queue is full, or it has stopped.
    bool submit(std::function<void()> act);
    std::size_t waiting() const;
    bool isFull() const { return waiting() >= m_queueLimit; }

    /// Drops what waits and ends the threads.
    void stop();

private:
    void run();

    const std::size_t m_queueLimit;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_waiting;
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace latchkey::server
