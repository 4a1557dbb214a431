#include "server/http/connection.h"

#include "server/http/wipe.h"

#include <type_traits>

namespace latchkey::server::http {

using asio::ip::tcp;

template <class Stream>
Connection<Stream>::Connection(LoopContext &loop, Stream stream, std::string peer,
                               std::size_t listener, Place place)
    : Deadlined(loop, std::move(place))
    , m_stream(std::move(stream))
    , m_peer(std::move(peer))
    , m_listener(listener)
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
                                     self->m_state = State::Idle;
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
        asio::post(m_loop.io, [self = this->self(), act = std::move(act)] { self->safely(act); });
}

/// One that could not go on ends, and no other.
template <class Stream>
template <class Act>
void Connection<Stream>::safely(const Act &act)
{
    if (!m_loop.guard(act))
        finish();
}

template <class Stream>
void Connection<Stream>::read()
{
    // A handler looks at the bytes, which reading may move: who called it reads after it.
    if (m_isReading || m_isProcessing || m_clientIsDone || m_state == State::Closed)
        return;
    // While an answer is waited for, a pipelining client may send one buffer ahead and no more.
    const bool isWaiting = m_state == State::Handling || m_state == State::Streaming;
    if (isWaiting && m_requests.unread() >= RequestReader::readRoom)
        return;
    if (m_state == State::Idle && owesTooMuch())
        return;
    if (m_state == State::Closing || m_state == State::Lingering)
        m_requests.dropAll();
    const std::span<char> room = m_requests.room();
    m_isReading = true;
    m_stream.async_read_some(asio::buffer(room.data(), room.size()),
                             [self = this->self()](std::error_code error, std::size_t size) {
                                 self->m_isReading = false;
                                 self->safely([&] { self->onRead(error, size); });
                             });
}

template <class Stream>
void Connection<Stream>::onRead(std::error_code error, std::size_t size)
{
    if (m_state == State::Closed)
        return;
    if (error) {
        m_clientIsDone = true;
        // A client may close its side and still wait for answers; nobody waits on a stream.
        const bool mayBeOwed =
            error == asio::error::eof && m_state != State::Streaming && m_state != State::Lingering;
        return mayBeOwed ? process() : finish();
    }
    m_requests.filled(size);
    m_loop.figures.bytesIn.fetch_add(size, std::memory_order_relaxed);
    process();
    read();
}

/// Handles what is here, request by request.
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
        const bool isBetween = m_state == State::Idle && !m_requests.unread();
        if (m_clientIsDone && (isBetween || m_state == State::Head || m_state == State::Body))
            endWhenWritten();
        flush();
    } while (m_state == State::Idle && m_requests.unread() && !owesTooMuch());
}

template <class Stream>
bool Connection<Stream>::takeNext()
{
    const bool isIdle = m_state == State::Idle && m_requests.unread() && !owesTooMuch();
    if (!isIdle && m_state != State::Head && m_state != State::Body)
        return false;
    const HeadResult result = m_requests.take(m_loop.config.limits, m_loop.head);
    switch (result.outcome) {
    case Outcome::Complete:
        handle();
        return true;
    case Outcome::Incomplete:
        awaitRest();
        break;
    case Outcome::Bad:
        refuseUnread(result.status);
        break;
    }
    return false;
}

template <class Stream>
void Connection<Stream>::awaitRest()
{
    const Limits &limits = m_loop.config.limits;
    const State awaited = m_requests.hasHead() ? State::Body : State::Head;
    if (awaited != std::exchange(m_state, awaited)) {
        // The time runs from the first byte of each.
        setDeadline(awaited == State::Body ? limits.bodyTime : limits.headTime);
        if (m_requests.waitsToBeAsked())
            m_out.append("HTTP/1.1 100 Continue\r\n\r\n");
    }
    setUnfinished(m_requests.unfinished());
    if (m_loop.figures.unfinished > limits.unfinished)
        m_loop.turnLargestAway();
}

template <class Stream>
void Connection<Stream>::handle()
{
    const Head &head = m_loop.head;
    m_state = State::Handling;
    setNoDeadline();
    setUnfinished(0);
    m_bodyForm = m_requests.isHeadOnly() ? BodyForm::HeadOnly : BodyForm::Whole;
    m_isHttp10 = head.isHttp10;
    m_keepAlive = head.keepAlive && !m_loop.isStopping;
    const std::uint64_t turn = ++m_turn;
    m_loop.figures.requests.fetch_add(1, std::memory_order_relaxed);
    m_loop.beginTurn();
    const Request request{.head = head,
                          .body = m_requests.body(),
                          .peer = m_peer,
                          .loop = m_loop.number,
                          .listener = m_listener,
                          .isSecure = isSecure};
    const bool isThrough =
        m_loop.guard([&] { m_loop.handlers.onRequest(request, Responder(self(), turn)); });
    if (!isThrough && m_state == State::Handling)
        refuse(500);
    m_requests.drop();
}

template <class Stream>
void Connection<Stream>::refuse(int status)
{
    refuse({.status = status, .peer = m_peer, .listener = m_listener});
}

/// Of a body that its head announces as too large, that head has just been read.
template <class Stream>
void Connection<Stream>::refuseUnread(int status)
{
    Refused refused{.status = status, .peer = m_peer, .listener = m_listener};
    const Head &head = m_loop.head;
    const std::size_t limit = m_loop.config.limits.body;
    if (status == 413 && !m_requests.hasHead() && head.contentLength > limit) {
        refused.path = head.path;
        refused.bodySize = head.contentLength;
        refused.bodyLimit = limit;
    }
    refuse(refused);
}

template <class Stream>
void Connection<Stream>::refuse(const Refused &refused)
{
    m_loop.figures.refused.fetch_add(1, std::memory_order_relaxed);
    const BodyForm form = m_requests.isHeadOnly() ? BodyForm::HeadOnly : BodyForm::Whole;
    m_out.append(m_loop.refusal(refused), m_loop.date, false, form);
    endWhenWritten();
    flush();
}

/// What is owed still leaves; until when, the writing says.
template <class Stream>
void Connection<Stream>::endWhenWritten()
{
    m_keepAlive = false;
    m_state = State::Closing;
    setNoDeadline();
    setUnfinished(0);
}

template <class Stream>
void Connection<Stream>::send(std::uint64_t turn, Response response)
{
    if (m_loop.isOwnThread())
        return answer(turn, response);
    asio::post(m_loop.io, [self = this->self(), turn, response = std::move(response)]() mutable {
        self->safely([&] { self->answer(turn, response); });
    });
}

template <class Stream>
void Connection<Stream>::answer(std::uint64_t turn, Response &response)
{
    if (m_state != State::Handling || turn != m_turn)
        return;
    m_keepAlive = m_keepAlive && !m_loop.isStopping;
    m_out.append(response, m_loop.date, m_keepAlive, m_bodyForm);
    wipeAll(response.body);
    waitForNext();
}

/// The request is answered: on to the next, or to the end.
template <class Stream>
void Connection<Stream>::waitForNext()
{
    tellClosed();
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
        m_bodyForm = m_isHttp10 ? BodyForm::UntilClose : BodyForm::Chunked;
        m_keepAlive = false;
        m_state = State::Streaming;
        m_out.append(head, m_loop.date, false, m_bodyForm);
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
        if (m_out.size() + bytes.size() > m_loop.config.limits.backlog)
            return finish();
        if (m_bodyForm == BodyForm::Chunked)
            m_out.appendChunk(bytes);
        else
            m_out.append(bytes);
        flush();
    });
}

template <class Stream>
void Connection<Stream>::close(std::uint64_t turn)
{
    onLoop([this, turn] {
        if (m_state != State::Streaming || turn != m_turn)
            return;
        if (m_bodyForm == BodyForm::Chunked)
            m_out.appendChunk({});
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
            m_loop.guard(callback);
    });
}

template <class Stream>
void Connection<Stream>::tellClosed()
{
    for (const auto &callback : std::exchange(m_onClosed, {}))
        m_loop.guard(callback);
}

template <class Stream>
void Connection<Stream>::flush()
{
    if (m_isWriting || m_isProcessing || m_state == State::Closed)
        return;
    if (!m_out.size()) {
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
    const std::string_view leaving = m_out.beginWrite();
    setWriteDeadline(m_loop.config.limits.writeTime);
    asio::async_write(m_stream, asio::buffer(leaving),
                      [self = this->self()](std::error_code error, std::size_t size) {
                          self->safely([&] { self->onWritten(error, size); });
                      });
}

/// Most answers fit into the socket's room: then nobody need wait for it. False when some is left.
template <class Stream>
bool Connection<Stream>::writeAtOnce()
{
    if constexpr (!isSecure) {
        std::error_code error;
        const std::size_t size = m_stream.write_some(asio::buffer(m_out.waiting()), error);
        m_loop.figures.bytesOut.fetch_add(size, std::memory_order_relaxed);
        m_out.wroteAtOnce(size);
        if (error && error != asio::error::would_block)
            finish();
    }
    return !m_out.size();
}

template <class Stream>
void Connection<Stream>::onWritten(std::error_code error, std::size_t size)
{
    m_isWriting = false;
    m_out.wrote();
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
    tellClosed();
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
    switch (m_state) {
    case State::Idle:
    case State::Head:
    case State::Body:
        endWhenWritten();
        flush();
        break;
    case State::Streaming:
        close(m_turn);
        break;
    case State::Handshake:
    case State::Lingering:
        finish();
        break;
    case State::Handling:
    case State::Closing:
    case State::Closed:
        break;
    }
}

template <class Stream>
void Connection<Stream>::cut()
{
    finish();
}

template <class Stream>
void Connection<Stream>::turnAway()
{
    refuse(503);
}

template <class Stream>
bool Connection<Stream>::isIdle() const
{
    return m_state == State::Idle && !m_out.size();
}

template class Connection<Socket>;
template class Connection<asio::ssl::stream<Socket>>;

} // namespace latchkey::server::http
