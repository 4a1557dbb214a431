#include "server/http/connection.h"

#include <charconv>
#include <type_traits>

namespace latchkey::server::http {

using asio::ip::tcp;

template <class Stream>
Connection<Stream>::Connection(LoopContext &loop, Stream stream, std::string peer)
    : Deadlined(loop)
    , m_stream(std::move(stream))
    , m_peer(std::move(peer))
{
    ++loop.figures.open;
}

template <class Stream>
Connection<Stream>::~Connection()
{
    --m_loop.figures.open;
}

template <class Stream>
void Connection<Stream>::start()
{
    std::error_code ignored;
    m_stream.lowest_layer().set_option(tcp::no_delay(true), ignored);
    m_stream.lowest_layer().non_blocking(true, ignored);
    if constexpr (isSecure) {
        setDeadline(m_loop.config.limits.handshakeTime);
        m_stream.async_handshake(asio::ssl::stream_base::server,
                                 [self = this->self()](std::error_code error) {
                                     if (error || self->m_state == State::Closed)
                                         return self->finish();
                                     self->setDeadline(self->m_loop.config.limits.idleTime);
                                     self->read();
                                 });
    } else {
        setDeadline(m_loop.config.limits.idleTime);
        read();
    }
}

/// Runs at once on the loop's own thread, later otherwise.
template <class Stream>
template <class Act>
void Connection<Stream>::onLoop(Act act)
{
    if (m_loop.isOwnThread())
        act();
    else
        asio::post(m_loop.io, [self = this->self(), act = std::move(act)] { act(); });
}

template <class Stream>
void Connection<Stream>::read()
{
    if (m_isReading || m_clientIsDone || m_state == State::Closed)
        return;
    // While an answer is waited for, a pipelining client may send one buffer ahead and no more.
    const bool isWaiting = m_state == State::Handling || m_state == State::Streaming;
    if (isWaiting && m_filled - m_taken >= readRoom)
        return;
    if (m_state == State::Idle && owesTooMuch())
        return;
    if (m_state == State::Lingering)
        m_taken = m_filled = 0;
    if (m_taken) {
        m_in.erase(0, m_taken);
        m_filled -= m_taken;
        m_taken = 0;
    }
    if (!m_filled && m_in.size() > readRoom)
        m_in = {}; // a large body came by; an idle connection does not keep its room
    if (m_in.size() < m_filled + idleRoom)
        m_in.resize(m_filled + (m_filled ? readRoom : idleRoom));
    m_isReading = true;
    m_stream.async_read_some(asio::buffer(m_in.data() + m_filled, m_in.size() - m_filled),
                             [self = this->self()](std::error_code error, std::size_t size) {
                                 self->m_isReading = false;
                                 self->onRead(error, size);
                             });
}

template <class Stream>
void Connection<Stream>::onRead(std::error_code error, std::size_t size)
{
    if (m_state == State::Closed)
        return;
    if (error) {
        m_clientIsDone = true;
        // A client may close its side and still wait for the answer; nobody waits on a stream.
        const bool isOwed =
            error == asio::error::eof && (m_state == State::Handling || m_state == State::Closing);
        if (!isOwed)
            finish();
        return;
    }
    m_filled += size;
    m_loop.figures.bytesIn.fetch_add(size, std::memory_order_relaxed);
    process();
    read();
}

/// Handles what is here, request by request. A read may be under way while this runs, so it only
/// moves along the buffer and never moves the buffer.
template <class Stream>
void Connection<Stream>::process()
{
    if (m_isProcessing)
        return;
    do {
        m_isProcessing = true;
        while (takeNext()) {
        }
        m_isProcessing = false;
        flush();
    } while (m_state == State::Idle && m_filled > m_taken && !owesTooMuch());
}

template <class Stream>
bool Connection<Stream>::takeNext()
{
    switch (m_state) {
    case State::Idle:
        if (m_filled == m_taken || owesTooMuch())
            return false;
        m_state = State::Head;
        setDeadline(m_loop.config.limits.headTime);
        [[fallthrough]];
    case State::Head:
        return takeHead();
    case State::Body:
        return takeBody();
    case State::Handling:
    case State::Streaming:
    case State::Closing:
    case State::Lingering:
    case State::Closed:
        break;
    }
    return false;
}

template <class Stream>
bool Connection<Stream>::takeHead()
{
    const Limits &limits = m_loop.config.limits;
    Head &head = m_loop.head;
    const HeadResult result = parseHead(buffered(), limits, head);
    if (result.outcome == Outcome::Incomplete)
        return false;
    if (result.outcome == Outcome::Bad)
        return refuse(result.status), false;
    m_isHeadOnly = head.method == "HEAD";
    m_isHttp10 = head.isHttp10;
    m_keepAlive = head.keepAlive && !m_loop.isStopping;
    if (head.contentLength > limits.body)
        return refuse(413), false;

    m_state = State::Body;
    m_headSize = head.size;
    m_bodySize = static_cast<std::size_t>(head.contentLength);
    m_chunks = head.isChunked ? std::make_unique<Chunks>() : nullptr;
    const bool hasWholeBody = !m_chunks && buffered().size() >= m_headSize + m_bodySize;
    if (!hasWholeBody) {
        setDeadline(limits.bodyTime);
        if (head.expectsContinue && buffered().size() == m_headSize)
            m_out.append("HTTP/1.1 100 Continue\r\n\r\n");
    }
    return true;
}

template <class Stream>
bool Connection<Stream>::takeBody()
{
    if (m_chunks) {
        if (!takeChunks())
            return false;
    } else if (buffered().size() < m_headSize + m_bodySize) {
        return false;
    }
    // The head that the loop holds may be another connection's by now, or the buffer elsewhere.
    parseHead(buffered(), m_loop.config.limits, m_loop.head);
    handle(m_chunks ? std::string_view(m_chunks->body) : buffered().substr(m_headSize, m_bodySize));
    return true;
}

template <class Stream>
bool Connection<Stream>::takeChunks()
{
    const std::size_t limit = m_loop.config.limits.body;
    std::size_t taken = 0;
    const auto result = m_chunks->reader.feed(buffered().substr(m_headSize + m_bodySize), taken,
                                              m_chunks->body, limit);
    m_bodySize += taken;
    if (result.outcome == Outcome::Bad)
        return refuse(result.status), false;
    // Many tiny chunks take far more room than what they hold.
    if (m_bodySize > 2 * limit)
        return refuse(413), false;
    return result.outcome == Outcome::Complete;
}

template <class Stream>
void Connection<Stream>::handle(std::string_view body)
{
    m_state = State::Handling;
    setNoDeadline();
    const std::uint64_t turn = ++m_turn;
    m_loop.figures.requests.fetch_add(1, std::memory_order_relaxed);
    m_loop.beginTurn();
    const Request request{.head = m_loop.head,
                          .body = body,
                          .peer = m_peer,
                          .loop = m_loop.number,
                          .isSecure = isSecure};
    try {
        m_loop.handlers.onRequest(request, Responder(self(), turn));
    } catch (...) {
        // Whatever a handler could not cope with ends its own connection and nobody else's.
        if (m_state == State::Handling)
            refuse(500);
    }
    m_taken += m_headSize + m_bodySize;
    m_chunks.reset();
}

template <class Stream>
void Connection<Stream>::refuse(int status)
{
    m_loop.figures.refused.fetch_add(1, std::memory_order_relaxed);
    const BodyForm form = m_isHeadOnly ? BodyForm::HeadOnly : BodyForm::Whole;
    writeResponse(m_out, m_loop.handlers.onRefused(status), m_loop.date, false, form);
    m_keepAlive = false;
    m_state = State::Closing;
    setNoDeadline();
    flush();
}

template <class Stream>
void Connection<Stream>::send(std::uint64_t turn, Response response)
{
    if (m_loop.isOwnThread())
        return answer(turn, response);
    asio::post(m_loop.io, [self = this->self(), turn, response = std::move(response)] {
        self->answer(turn, response);
    });
}

template <class Stream>
void Connection<Stream>::answer(std::uint64_t turn, const Response &response)
{
    if (m_state != State::Handling || turn != m_turn)
        return;
    m_keepAlive = m_keepAlive && !m_loop.isStopping && !m_clientIsDone;
    writeResponse(m_out, response, m_loop.date, m_keepAlive,
                  m_isHeadOnly ? BodyForm::HeadOnly : BodyForm::Whole);
    waitForNext();
}

/// The request is answered: on to the next, or to the end.
template <class Stream>
void Connection<Stream>::waitForNext()
{
    for (const auto &callback : std::exchange(m_onClosed, {}))
        callback();
    m_state = m_keepAlive ? State::Idle : State::Closing;
    if (m_isProcessing)
        return; // the loop that handles pipelined requests goes on, and flushes once
    process();
    read();
}

template <class Stream>
void Connection<Stream>::startStream(std::uint64_t turn, Response head)
{
    onLoop([this, turn, head = std::move(head)] {
        if (m_state != State::Handling || turn != m_turn)
            return;
        m_isChunkedStream = !m_isHttp10;
        m_keepAlive = false;
        m_state = State::Streaming;
        writeResponse(m_out, head, m_loop.date, false,
                      m_isChunkedStream ? BodyForm::Chunked : BodyForm::UntilClose);
        if (m_clientIsDone)
            return finish();
        flush();
        read();
    });
}

template <class Stream>
void Connection<Stream>::write(std::uint64_t turn, std::string bytes)
{
    onLoop([this, turn, bytes = std::move(bytes)] {
        if (m_state != State::Streaming || turn != m_turn || bytes.empty())
            return;
        if (m_out.size() + m_writing.size() + bytes.size() > m_loop.config.limits.backlog)
            return finish();
        if (m_isChunkedStream) {
            char size[20];
            const auto end = std::to_chars(size, size + sizeof size, bytes.size(), 16).ptr;
            m_out.append(size, end).append("\r\n").append(bytes).append("\r\n");
        } else {
            m_out.append(bytes);
        }
        flush();
    });
}

template <class Stream>
void Connection<Stream>::close(std::uint64_t turn)
{
    onLoop([this, turn] {
        if (m_state != State::Streaming || turn != m_turn)
            return;
        if (m_isChunkedStream)
            m_out.append("0\r\n\r\n");
        waitForNext();
    });
}

template <class Stream>
void Connection<Stream>::onClosed(std::uint64_t turn, std::function<void()> callback)
{
    onLoop([this, turn, callback = std::move(callback)] {
        const bool isOpen = m_state == State::Handling || m_state == State::Streaming;
        if (isOpen && turn == m_turn)
            m_onClosed.push_back(callback);
        else
            callback();
    });
}

template <class Stream>
void Connection<Stream>::flush()
{
    if (m_isWriting || m_isProcessing || m_state == State::Closed)
        return;
    if (m_out.empty()) {
        if (m_state == State::Closing)
            linger();
        else if (m_state == State::Idle)
            setDeadline(m_loop.config.limits.idleTime);
        return;
    }
    if (writeAtOnce())
        return flush();
    if (m_state == State::Closed)
        return;
    m_isWriting = true;
    m_writing.swap(m_out);
    setWriteDeadline(m_loop.config.limits.writeTime);
    asio::async_write(m_stream, asio::buffer(m_writing),
                      [self = this->self()](std::error_code error, std::size_t size) {
                          self->onWritten(error, size);
                      });
}

/// Most answers fit into the socket's room: then nobody need wait for it. False when some is left.
template <class Stream>
bool Connection<Stream>::writeAtOnce()
{
    if constexpr (!isSecure) {
        std::error_code error;
        const std::size_t size = m_stream.write_some(asio::buffer(m_out), error);
        m_loop.figures.bytesOut.fetch_add(size, std::memory_order_relaxed);
        m_out.erase(0, size);
        if (error && error != asio::error::would_block)
            finish();
    }
    return m_out.empty();
}

template <class Stream>
void Connection<Stream>::onWritten(std::error_code error, std::size_t size)
{
    m_isWriting = false;
    m_writing.clear();
    m_loop.figures.bytesOut.fetch_add(size, std::memory_order_relaxed);
    if (error || m_state == State::Closed)
        return finish();
    setNoWriteDeadline();
    process();
    read();
}

/// Closing while the client still sends would reset the connection and take our answer away from
/// it, so what it sends is read and dropped until it is through, for a little while.
template <class Stream>
void Connection<Stream>::linger()
{
    if (m_clientIsDone || m_loop.isStopping)
        return finish();
    m_state = State::Lingering;
    setDeadline(lingerTime);
    if constexpr (isSecure) {
        m_stream.async_shutdown([self = this->self()](std::error_code) { self->finish(); });
    } else {
        std::error_code ignored;
        m_stream.shutdown(tcp::socket::shutdown_send, ignored);
        read();
    }
}

template <class Stream>
void Connection<Stream>::finish()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    leave();
    std::error_code ignored;
    m_stream.lowest_layer().close(ignored);
    for (const auto &callback : std::exchange(m_onClosed, {}))
        callback();
}

template <class Stream>
void Connection<Stream>::onDeadline()
{
    if (!isWriteDue() && (m_state == State::Head || m_state == State::Body))
        refuse(408);
    else
        finish();
}

template <class Stream>
void Connection<Stream>::windDown()
{
    m_keepAlive = false;
    if (m_state == State::Streaming)
        close(m_turn);
    else if (m_state != State::Handling && m_state != State::Closing)
        finish();
}

template <class Stream>
void Connection<Stream>::cut()
{
    finish();
}

template class Connection<Socket>;
template class Connection<asio::ssl::stream<Socket>>;

} // namespace latchkey::server::http
