#pragma once

#include "base/error.h"
#include "base/httpmessage.h"
#include "server/http/engine.h"
#include "server/http/responder.h"
#include "server/metrics.h"
#include "server/requestid.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey::server {

/// The words for what went wrong.
using Refusals = std::function<HttpReply(const Error &)>;

/// What an answer needs to know of its request, after the request itself is gone. `Text` is a view
/// while it is at hand, and a string later.
template <class Text>
struct AnsweredTo
{
    http::Responder responder;
    RequestId id;
    std::chrono::steady_clock::time_point arrived;
    std::size_t place = Metrics::noOperation;
    Text method;
    Text peer;
    Text route; ///< as a template, never as it was asked
    Text user;
    const Refusals *refusals = nullptr; ///< our own where none are known
    HttpHeaders fields = {};            ///< that each answer of its wire has

    template <class Other>
    AnsweredTo<Other> as() const
    {
        return {responder,   id,           arrived,     place,    Other(method),
                Other(peer), Other(route), Other(user), refusals, fields};
    }
};

using AnsweredNow = AnsweredTo<std::string_view>;
using AnsweredLater = AnsweredTo<std::string>;

/// The last thing that happens to every request: security headers, counting, one line in the log.
class Answers
{
public:
    Answers(Metrics &metrics, bool writesLog)
        : m_metrics(metrics)
        , m_writesLog(writesLog)
    {}

    void send(const AnsweredNow &to, http::Response response) const;
    void send(const AnsweredNow &to, const HttpReply &reply) const;
    void refuse(const AnsweredNow &to, Error error) const;
    /// Where a wire has no word for it, the path is unknown.
    void refuseMethod(const AnsweredNow &to, const QByteArray &allowed) const;
    void beginStream(const AnsweredNow &to) const;

    /// What the engine refuses before there is a request: as `said`, or in our own words.
    http::Response ofEngine(const http::Refused &refused, RequestId id,
                            const std::optional<HttpReply> &said) const;

private:
    struct LogLine;

    static void addCommonFields(http::Response &response, RequestId id,
                                const HttpHeaders &more = {});
    std::chrono::microseconds count(const AnsweredNow &to, int status) const;
    void log(const LogLine &line) const;
    void log(const AnsweredNow &to, int status, std::chrono::microseconds took) const;

    Metrics &m_metrics;
    const bool m_writesLog;
};

} // namespace latchkey::server
