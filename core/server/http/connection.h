#pragma once

#include "server/http/loopcontext.h"
#include "server/http/outbox.h"
#include "server/http/peer.h"
#include "server/http/requestreader.h"

#include <asio/ssl.hpp>

#include <vector>

namespace latchkey::server::http {

/// One client: reads requests, has them handled one at a time and in order, writes the answers.
/// `Stream` is a TCP socket, or TLS on one. Lives on its loop's thread; `Peer` may be called from
/// any.
template <class Stream>
class Connection final : public Deadlined, public Peer
{
public:
    Connection(LoopContext &loop, Stream stream, std::string peer, std::size_t listener,
               Place place);
    ~Connection() override;

    void start();

    void send(std::uint64_t turn, Response response) override;
    void startStream(std::uint64_t turn, Response head) override;
    void write(std::uint64_t turn, std::string bytes) override;
    void close(std::uint64_t turn) override;
    void onClosed(std::uint64_t turn, std::function<void()> callback) override;

    void onDeadline() override;
    void windDown() override;
    void cut() override;
    void turnAway() override;
    bool isIdle() const override;

private:
    enum class State : std::uint8_t {
        Handshake,
        Idle,     ///< between requests
        Head,     ///< some of a head is here
        Body,     ///< the head is here, the body is not
        Handling, ///< waiting for the answer
        Streaming,
        Closing,   ///< what is written leaves, then the end
        Lingering, ///< all has left; the client gets the time to read it
        Closed,
    };

    static constexpr bool isSecure = !std::is_same_v<Stream, Socket>;
    static constexpr std::chrono::milliseconds lingerTime{2'000};

    std::shared_ptr<Connection> self()
    {
        return std::static_pointer_cast<Connection>(this->shared_from_this());
    }
    template <class Act>
    void onLoop(Act act);
    template <class Act>
    void safely(const Act &act);
    void read();
    void onRead(std::error_code error, std::size_t size);
    void process();
    bool takeNext();
    void awaitRest();
    void handle();
    void refuse(int status);
    void refuseUnread(int status);
    void refuse(const Refused &refused);
    void answer(std::uint64_t turn, Response &response);
    void flush();
    bool writeAtOnce();
    void onWritten(std::error_code error, std::size_t size);
    void endWhenWritten();
    void linger();
    void tellClosed();
    void finish(); ///< the end: tells, closes, forgets
    void waitForNext();

    /// It asks faster than it takes: let it take first.
    bool owesTooMuch() const { return m_out.size() > m_loop.config.limits.owed; }

    Stream m_stream;
    const std::string m_peer;
    const std::size_t m_listener;
    State m_state = isSecure ? State::Handshake : State::Idle;
    RequestReader m_requests;
    Outbox m_out;
    std::uint64_t m_turn = 0; ///< number of the request under way
    std::vector<std::function<void()>> m_onClosed;
    BodyForm m_bodyForm = BodyForm::Whole; ///< of the answer
    bool m_isReading = false;
    bool m_isWriting = false;
    bool m_isProcessing = false;
    bool m_keepAlive = true;
    bool m_isHttp10 = false;
    bool m_clientIsDone = false; ///< it will send no more
};

extern template class Connection<Socket>;
extern template class Connection<asio::ssl::stream<Socket>>;

} // namespace latchkey::server::http
