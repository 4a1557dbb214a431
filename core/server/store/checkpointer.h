#pragma once

#include "storage/databaseaddress.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace latchkey::server {

/// Moves what was committed from the log into the database, in a thread of its own, so that no
/// commit waits for it. Sleeps while nobody writes.
class Checkpointer
{
public:
    Checkpointer(storage::DatabaseAddress address, std::chrono::milliseconds every);
    ~Checkpointer();
    Checkpointer(const Checkpointer &) = delete;
    Checkpointer &operator=(const Checkpointer &) = delete;

    void noteWriting();

private:
    void run();

    const storage::DatabaseAddress m_address;
    const std::chrono::milliseconds m_every;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isDue = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace latchkey::server
