#pragma once

#include "server/endpoint.h"
#include "server/guards/guards.h"
#include "server/router.h"

namespace latchkey::server {

/// What one of our ports serves.
struct Site
{
    const Router &router;
    bool hasOperatorPages = false;
};

/// Meets every request: guards, route, and on to its endpoint. Runs on the loops' threads and keeps
/// nothing of a request.
class Dispatcher
{
public:
    /// A page for whoever runs the server; false where the path is none.
    using OperatorPage = std::function<bool(const http::Request &, const guards::Caller &,
                                            const AnsweredNow &, LoopState &)>;

    /// `sites` by the port that a request came to.
    Dispatcher(std::vector<Site> sites, Works works, guards::Surroundings surroundings,
               const Clock &clock, OperatorPage operatorPage);

    void handle(const http::Request &request, const http::Responder &responder,
                LoopState &loop) const;

    /// What the wire that was meant says of what the engine refused; nothing where it has no words
    /// for it.
    std::optional<HttpReply> refusalOf(const http::Refused &refused) const;

private:
    void route(const http::Request &request, const guards::Caller &caller, AnsweredNow &to,
               LoopState &loop) const;
    void answerHot(const http::Request &request, const Endpoint &endpoint, AnsweredNow &to,
                   LoopState &loop) const;
    void serve(const http::Request &request, const Router::Found &found, AnsweredNow &to,
               LoopState &loop) const;
    void refuse(const Site &site, const http::Request &request, AnsweredNow &to,
                const LoopState &loop, const Error &error) const;
    void speakAt(const Site &site, std::string_view path, AnsweredNow &to,
                 const LoopState &loop) const;
    void addFields(const wire::Wire &wire, AnsweredNow &to, const LoopState &loop) const;
    void refuseRoute(const Router::Found &found, const AnsweredNow &to) const;
    Result<Nothing> act(const Endpoint &endpoint, const HttpHeaders &headers, Context &context,
                        LoopState &loop) const;
    void touch(const HotSession &session, std::string_view peer, LoopState &loop) const;
    void noteUse(const Asker &used, const QString &address, bool isFirst) const;

    const std::vector<Site> m_sites;
    const Works m_works;
    const guards::Surroundings m_surroundings;
    const Clock &m_clock;
    const OperatorPage m_operatorPage;
};

} // namespace latchkey::server
