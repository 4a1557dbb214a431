#pragma once

#include "api/events.h"
#include "server/answers.h"
#include "server/context.h"
#include "server/http/engine.h"
#include "server/loopstate.h"
#include "server/serverconfig.h"
#include "server/store/notices.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace latchkey::server {

/// Everybody who listens to what happens to their account. Events are read from the log, never
/// handed over, so none is lost between a replay and what follows it.
class EventStreams
{
public:
    /// How an event is written; the wire's business.
    using Write = std::function<QByteArray(const api::Event &)>;
    /// Runs something on a loop's thread.
    using Post = std::function<void(std::size_t loop, std::function<void(LoopState &)>)>;

    EventStreams(const ServerConfig &config, Post post);
    ~EventStreams();

    /// On the loop's thread. Refuses with `tooManyStreams`; else the stream has begun.
    Result<Nothing> open(const AnsweredNow &to, const Answers &answers, const api::Events &asked,
                         const Principal &principal, LoopState &loop, std::size_t loopNumber,
                         Write write);

    /// There is something new to read. From any thread.
    void announce(const std::vector<Notice> &notices);

    std::size_t count() const;
    void stop();

private:
    struct Stream
    {
        http::Responder responder;
        Asker asker;
        Timestamp tokenMadeAt; ///< it ends when another takes its place
        std::size_t loop;
        Write write;
        api::EventId seen; ///< of the loop's thread
        bool isOver = false;
    };
    using StreamPtr = std::shared_ptr<Stream>;

    Result<Nothing> admit(const StreamPtr &stream);
    void forget(const StreamPtr &stream);
    static void pump(const StreamPtr &stream, LoopState &loop);
    static void beat(const StreamPtr &stream, LoopState &loop);
    static void end(const StreamPtr &stream);
    void runHeart();

    const std::size_t m_perUser;
    const std::size_t m_most;
    const std::chrono::milliseconds m_heartbeat;
    const Post m_post;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::multimap<api::UserId, StreamPtr> m_streams;
    bool m_isStopping = false;
    std::thread m_heart;
};

} // namespace latchkey::server
