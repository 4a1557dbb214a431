#pragma once

#include "api/operation.h"
#include "wire/route.h"

#include <QList>

#include <functional>
#include <optional>

namespace latchkey::wire {

/// How what went wrong is told on a route, and how it is understood.
using WriteError = std::function<HttpReply(const Error &, const Route &)>;
using ReadError = std::function<Error(const HttpReply &)>;

/// Which requests of a route mean an operation, and which account one is about.
using IsMeant = std::function<bool(const HttpRequest &)>;
using AccountNamed = std::function<QString(const HttpRequest &, const PathParameters &)>;

/// One operation on one wire: four functions side by side. The client uses the first and the last,
/// the server the two between, so the two sides can't drift apart. An operation that streams has
/// its reply written and read as the payload of one event.
template <api::Operation Op>
struct Translation
{
    using Reply = typename Op::Reply;

    /// A server takes it on each of these; a client asks by whichever `writeRequest` says.
    QList<Route> routes;
    std::function<HttpRequest(const Op &)> writeRequest;
    std::function<Result<Op>(const HttpRequest &, const PathParameters &)> readRequest;
    /// Seeing what was asked: an answer may depend on what the other side accepts.
    std::function<HttpReply(const Reply &, const HttpRequest &)> writeReply;
    /// Of a reply that is none of an error. What it doesn't say is taken from what was asked.
    std::function<Result<Reply>(const HttpReply &, const Op &)> readReply;

    /// Where operations share a route: which requests mean this one. The one without means the
    /// rest.
    IsMeant isMeant = {};
    /// Where a request names the account that it is about; only one's own can be meant. Empty where
    /// this one doesn't.
    AccountNamed accountNamed = {};

    // Where its refusals are worded unlike those of the rest of the wire.
    WriteError writeError = {};
    ReadError readError = {};

    /// The request in another form, where an answer says that this server has none like the first.
    std::function<std::optional<HttpRequest>(const Op &, const HttpReply &)> otherwise = {};
};

} // namespace latchkey::wire
