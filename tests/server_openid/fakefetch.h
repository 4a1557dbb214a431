#pragma once

#include "server/openid/fetch.h"

#include <functional>
#include <map>
#include <mutex>

namespace latchkey::server::test {

/// Answers what the test wrote down for an address, and remembers what was asked.
class FakeFetch final : public Fetch
{
public:
    using Act = std::function<Result<Answer>(const Request &, const std::stop_token &)>;

    void at(const QString &url, Act act)
    {
        const std::scoped_lock lock(m_mutex);
        m_acts[url] = std::move(act);
    }
    void at(const QString &url, int status, const QByteArray &body,
            const QByteArray &type = "application/json")
    {
        at(url, [=](const Request &, const std::stop_token &) {
            return Answer{status, type, Secret(body)};
        });
    }
    void failsAt(const QString &url, const Error &error)
    {
        at(url, [error](const Request &, const std::stop_token &) -> Result<Answer> {
            return failure(error);
        });
    }

    std::vector<Request> asked(const QString &url) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_asked.find(url);
        return found == m_asked.end() ? std::vector<Request>() : found->second;
    }
    int timesAsked(const QString &url) const { return int(asked(url).size()); }

    Result<Answer> fetch(const Request &request, const std::stop_token &stop) override
    {
        Act act;
        {
            const std::scoped_lock lock(m_mutex);
            m_asked[request.url].push_back(request);
            act = m_acts[request.url];
        }
        return act ? act(request, stop) : Answer{404, "text/plain", Secret(QByteArray("nothing"))};
    }

private:
    mutable std::mutex m_mutex;
    std::map<QString, Act> m_acts;
    std::map<QString, std::vector<Request>> m_asked;
};

} // namespace latchkey::server::test
