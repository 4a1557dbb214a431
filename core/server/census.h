#pragma once

#include "base/result.h"

#include <chrono>
#include <mutex>
#include <optional>

namespace latchkey::server {

class ReadStore;

/// How many there are. Counting walks through all of them, so it is done once a minute at most.
/// From any thread.
class Census
{
public:
    struct Count
    {
        qint64 users = 0;
        qint64 sessions = 0;      ///< that live
        qint64 sessionsBegun = 0; ///< in the last 24 hours
    };

    Result<Count> count(ReadStore &store);

private:
    struct Counted
    {
        Count count;
        std::chrono::steady_clock::time_point at;
    };

    std::mutex m_mutex;
    std::optional<Counted> m_last;
};

} // namespace latchkey::server
