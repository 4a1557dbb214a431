#pragma once

#include "base/clock.h"
#include "server/post/carrier.h"
#include "server/store/postqueue.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace latchkey::server {

class Writer;
class WriteStore;

/// How long it rests. Between two rounds while nothing at all can be sent: the first pause, doubled
/// up to the longest.
struct DeliveryPauses
{
    std::chrono::milliseconds first = std::chrono::seconds(5);
    std::chrono::milliseconds longest = std::chrono::seconds(60);
    /// After it was woken: what it does then must not slow down the answer to what woke it, or the
    /// time of that answer would tell whether there is a mail.
    std::chrono::milliseconds onceWoken{100};
};

/// Takes the queue's messages of one kind to their carrier, one after the other, in a thread of its
/// own. Whatever becomes of one is in the database before the next one goes.
class Delivery
{
public:
    struct Figures
    {
        std::uint64_t waiting = 0; ///< when it looked last
        std::uint64_t sent = 0;
        std::uint64_t putOff = 0;
        std::uint64_t refused = 0;
        std::uint64_t uncertain = 0;
        std::uint64_t expired = 0;
        bool isUnavailable = false; ///< since the last round
    };

    Delivery(PostKind kind, std::unique_ptr<Carrier> carrier, const Clock &clock,
             DeliveryPauses pauses = {});
    ~Delivery();
    Delivery(const Delivery &) = delete;
    Delivery &operator=(const Delivery &) = delete;

    PostKind kind() const { return m_kind; }

    /// Once. The writer outlives what is begun here, up to `stop`.
    void start(Writer &writer);
    /// There may be something new, or it is later than it was. From any thread.
    void wake();
    /// Breaks off what has not left, and waits a little for what has.
    void stop();

    Figures figures() const;

private:
    void run();
    DuePost look();
    void carry(const DueMessage &message);
    void note(const CarryOutcome &outcome);
    void pause();
    void rest();
    /// Whether somebody woke it.
    bool waitUntil(const std::optional<Timestamp> &moment);
    bool isStopping() const { return m_stop.stop_requested(); }

    const PostKind m_kind;
    const std::unique_ptr<Carrier> m_carrier;
    const Clock &m_clock;
    const DeliveryPauses m_pauses;
    Writer *m_writer = nullptr;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isWoken = false;
    Figures m_figures;
    int m_unavailableFor = 0; ///< the cause that was told last
    std::stop_source m_stop;
    std::chrono::milliseconds m_pause; ///< the next one; of the thread
    std::thread m_thread;
};

} // namespace latchkey::server
