#pragma once

#include "server/http/engine.h"
#include "server/http/places.h"

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
    const EngineConfig &config;
    const Handlers &handlers;
    Figures &figures;
    Places &places;
    const std::size_t number;
    Deadlined *first = nullptr; ///< live connections, an intrusive list
    std::string date{};         ///< RFC 9110 date of this second
    Head head{};                ///< the one being read; valid until the next is
    bool isTurnUnderWay = false;
    bool isStopping = false;
    /// Last, so that what still waits in it goes while the rest is there.
    asio::io_context io{1};

    /// Those of which it is true, held: telling one of them may end it, or another of them.
    template <class Condition>
    std::vector<std::shared_ptr<Deadlined>> connections(Condition isMeant) const;
    /// Ends the one that has had nothing to do for longest, of those of which it is true.
    template <class Condition>
    bool endLongestIdle(Condition isMeant) const;
    /// Turns away the one whose unfinished body takes most.
    void turnLargestAway() const;

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
            guard([this] { handlers.onTurnEnd(number); });
        });
    }

    /// Says whether it came to its end. What it throws goes no further: others are served here too.
    template <class Act>
    bool guard(Act act) const
    {
        try {
            act();
            return true;
        } catch (const std::exception &thrown) {
            tellFailure(thrown.what());
        } catch (...) {
            tellFailure("unknown");
        }
        return false;
    }

    Response refusal(const Refused &refused) const
    {
        Response response{refused.status};
        guard([&] { response = handlers.onRefused(refused); });
        return response;
    }

private:
    void tellFailure(std::string_view what) const noexcept
    {
        try {
            handlers.onFailure(what);
        } catch (...) {
            // There is nobody left to tell.
        }
    }
};

/// A place in the list of live connections, with the moments at which patience ends: with what the
/// client is to send, and with what it is to take.
class Deadlined : public std::enable_shared_from_this<Deadlined>
{
public:
    Deadlined(LoopContext &loop, Place place)
        : m_loop(loop)
        , m_place(std::move(place))
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
    /// Refuses what it sends, for lack of room.
    virtual void turnAway() = 0;
    virtual bool isIdle() const = 0;

    /// Listed, it has a place.
    const Origin &origin() const { return m_place->origin(); }
    Moment deadline() const { return m_deadline; }
    std::size_t unfinished() const { return m_unfinished; }
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
    /// How much of a body is here that has not come whole.
    void setUnfinished(std::size_t size)
    {
        if (size == m_unfinished)
            return;
        m_loop.figures.unfinished += size;
        m_loop.figures.unfinished -= std::exchange(m_unfinished, size);
    }
    /// It has ended: nobody waits for it any more, though a responder may still hold it.
    void leave()
    {
        if (!m_isListed)
            return;
        m_isListed = false;
        setUnfinished(0);
        (m_previous ? m_previous->m_next : m_loop.first) = m_next;
        if (m_next)
            m_next->m_previous = m_previous;
        m_place.reset();
    }

    LoopContext &m_loop;

private:
    std::optional<Place> m_place;
    std::size_t m_unfinished = 0;
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

template <class Condition>
bool LoopContext::endLongestIdle(Condition isMeant) const
{
    std::shared_ptr<Deadlined> longest;
    for (Deadlined *each = first; each; each = each->next()) {
        if (each->isIdle() && (!longest || each->deadline() < longest->deadline()) &&
            isMeant(*each)) {
            if (auto held = each->weak_from_this().lock())
                longest = std::move(held);
        }
    }
    if (longest)
        longest->cut();
    return !!longest;
}

inline void LoopContext::turnLargestAway() const
{
    std::shared_ptr<Deadlined> largest;
    for (Deadlined *each = first; each; each = each->next()) {
        if (each->unfinished() > (largest ? largest->unfinished() : 0)) {
            if (auto held = each->weak_from_this().lock())
                largest = std::move(held);
        }
    }
    if (largest)
        largest->turnAway();
}

} // namespace latchkey::server::http
