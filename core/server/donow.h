#pragma once

#include "server/store/writer.h"

#include <functional>
#include <future>
#include <memory>

namespace latchkey::server {

/// Has the writer do one thing and waits for it. Not on a thread that answers requests.
template <class T>
Result<T> doNow(Writer &writer, std::function<Result<T>(WriteStore &)> act)
{
    const auto done = std::make_shared<std::promise<Result<T>>>();
    auto outcome = done->get_future();
    writer.submit<T>(std::move(act), [done](const Result<T> &end) { done->set_value(end); });
    return outcome.get();
}

} // namespace latchkey::server
