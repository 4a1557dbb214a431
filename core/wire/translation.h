#pragma once

#include "api/operation.h"
#include "wire/route.h"

#include <functional>

namespace latchkey::wire {

/// One operation on one wire: four functions side by side. The client uses the first and the last,
/// the server the two between, so the two sides can't drift apart. An operation that streams has
/// its reply written and read as the payload of one event.
template <api::Operation Op>
struct Translation
{
    Route route;
    std::function<HttpRequest(const Op &)> writeRequest;
    std::function<Result<Op>(const HttpRequest &, const PathParameters &)> readRequest;
    std::function<HttpReply(const typename Op::Reply &)> writeReply;
    std::function<Result<typename Op::Reply>(const HttpReply &)> readReply;
};

} // namespace latchkey::wire
