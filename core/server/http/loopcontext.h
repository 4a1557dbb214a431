#pragma once

#include "server/http/engine.h"

#include <asio.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace latchkey::server::http {

class Deadlined;

/// With the loop's own executor: one that could be any costs a virtual call at every turn.
using Socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
using Moment = std::chrono::steady_clock::time_point;

/// What the connections of one loop share. Private to this room.
struct LoopContext
{
    LoopContext(const EngineConfig &config_, const Handlers &handlers_, Figures &figures_,
                std::size_t number_)
        : config(config_)
        , handlers(handlers_)
        , figures(figures_)
        , number(number_)
    {}

    const EngineConfig &config;
    const Handlers &handlers;
    Figures &figures;
    const std::size_t number;
    Deadlined *first = nullptr; ///< live connections, an intrusive list
    std::string date;           ///< RFC 9110 date of this second
    Head head;                  ///< the one being read; valid until the next is
    bool isTurnUnderWay = false;
    bool isStopping = false;
    /// Last, so that what still waits in it goes while the rest is there.
    asio::io_context io{1};

    /// Those of which it is true, held: telling one of them may end it, or another of them.
    template <class Condition>
    std::vector<std::shared_ptr<Deadlined>> connections(Condition isMeant) const;

    bool isOwnThread() { return io.get_executor().running_in_this_thread(); }

    /// A request is being handled in this pass: says so once when the pass has run dry. What is
    /// posted runs after all handlers that were ready with this one.
    void beginTurn()
    {
        if (isTurnUnderWay)
            return;
        isTurnUnderWay = true;
        asio::post(io, [this] {
            isTurnUnderWay = false;
            handlers.onTurnEnd(number);
        });
    }
};

/// A place in the list of live connections, with the moments at which patience ends: with what the
/// client is to send, and with what it is to take.
class Deadlined : public std::enable_shared_from_this<Deadlined>
{
public:
    explicit Deadlined(LoopContext &loop)
        : m_loop(loop)
        , m_next(loop.first)
    {
        if (m_next)
            m_next->m_previous = this;
        loop.first = this;
    }
    virtual ~Deadlined() { leave(); }
    Deadlined(const Deadlined &) = delete;
    Deadlined &operator=(const Deadlined &) = delete;

    virtual void onDeadline() = 0;
    /// The server ends: close now if nothing is under way, or when it is through.
    virtual void windDown() = 0;
    virtual void cut() = 0;

    bool isDue(Moment now) const { return now >= m_deadline || now >= m_writeBy; }
    Deadlined *next() const { return m_next; }

protected:
    void setDeadline(std::chrono::milliseconds patience)
    {
        m_deadline = std::chrono::steady_clock::now() + patience;
    }
    void setNoDeadline() { m_deadline = Moment::max(); }
    void setWriteDeadline(std::chrono::milliseconds patience)
    {
        m_writeBy = std::chrono::steady_clock::now() + patience;
    }
    void setNoWriteDeadline() { m_writeBy = Moment::max(); }
    bool isWriteDue() const { return std::chrono::steady_clock::now() >= m_writeBy; }
    /// It has ended: nobody waits for it any more, though a responder may still hold it.
    void leave()
    {
        if (!m_isListed)
            return;
        m_isListed = false;
        (m_previous ? m_previous->m_next : m_loop.first) = m_next;
        if (m_next)
            m_next->m_previous = m_previous;
    }

    LoopContext &m_loop;

private:
    bool m_isListed = true;
    Moment m_deadline = Moment::max();
    Moment m_writeBy = Moment::max();
    Deadlined *m_previous = nullptr;
    Deadlined *m_next;
};

template <class Condition>
std::vector<std::shared_ptr<Deadlined>> LoopContext::connections(Condition isMeant) const
{
    std::vector<std::shared_ptr<Deadlined>> meant;
    for (Deadlined *each = first; each; each = each->next()) {
        if (!isMeant(*each))
            continue;
        // One that nobody holds any more is listed until this thread has come to its end.
        if (auto held = each->weak_from_this().lock())
            meant.push_back(std::move(held));
    }
    return meant;
}

} // namespace latchkey::server::http
