#pragma once

#include "opened.h"

#include <atomic>
#include <thread>

namespace latchkey::server::test {

/// From how many of eight threads at once the writer did it.
inline int doneByEight(const Opened &opened, const Writer::Work &work)
{
    const auto writer = Writer::start(opened.options, opened.clock, {}).value();
    std::atomic<int> done = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { done += written(*writer, work) ? 1 : 0; });
    for (std::thread &thread : threads)
        thread.join();
    return done;
}

/// What answers no as an error.
inline Result<Nothing> unless(const Result<bool> &end)
{
    if (!end)
        return failure(end.error());
    return *end ? Result<Nothing>() : failure(Error::of(Error::Kind::Conflict, u"no"_s));
}

} // namespace latchkey::server::test
