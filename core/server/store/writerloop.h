#pragma once

#include "server/store/checkpointer.h"
#include "server/store/writer.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <optional>
#include <thread>

namespace latchkey::server {

/// The inside of the writer. Whatever is below `m_store` belongs to its thread.
class Writer::Loop
{
public:
    Loop(StoreOptions options, const Clock &clock, Announce announce);
    ~Loop();

    Result<Nothing> start();
    void stop();
    void submit(Work work, Completion completion);
    Figures figures() const;

private:
    struct Job
    {
        Work work;
        Completion completion;
        Result<Nothing> end;
    };

    void run(std::promise<Result<Nothing>> &opened);
    /// What waits, at most a group; nothing when it is time to stop or to keep house.
    std::vector<Job> take();
    bool isStopping() const;
    void write(std::vector<Job> &jobs);
    Result<Nothing> writeAll(std::vector<Job> &jobs);
    /// Refuses only where the whole transaction is lost.
    Result<Nothing> writeOne(Job &job);
    void keepHouse();
    /// Whether writing is possible at all, as the works of a group have found it.
    void noteTrouble(const Result<Nothing> &written, const std::vector<Job> &jobs);
    void shortenLog();
    void watchLog();

    const StoreOptions m_options;
    const Clock &m_clock;
    const Announce m_announce;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_waiting;
    Figures m_figures;
    bool m_isStopping = false;
    std::thread m_thread;

    std::unique_ptr<WriteStore> m_store;
    std::optional<Checkpointer> m_checkpointer;
    std::chrono::steady_clock::time_point m_nextHousekeeping;
    int m_logPages = 0;
    bool m_hasLogged = false; ///< whether the last commit wrote anything
};

} // namespace latchkey::server
