#include "server/http/loop.h"

#include "server/http/connection.h"

#include <fcntl.h>
#include <unistd.h>

#include <ctime>

namespace latchkey::server::http {

using asio::ip::tcp;
using TlsStream = asio::ssl::stream<Socket>;
using SharedPort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

namespace {

std::string httpDate()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    // Not strftime: its names follow the locale.
    static constexpr const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[40];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[parts.tm_wday],
                  parts.tm_mday, months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour,
                  parts.tm_min, parts.tm_sec);
    return text;
}

int spareDescriptor()
{
    return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

} // namespace

Engine::Loop::Loop(const EngineConfig &config, const Handlers &handlers, Figures &figures,
                   Places &places, std::size_t number)
    : m_context(config, handlers, figures, places, number)
    , m_sweep(m_context.io)
    , m_spareDescriptor(spareDescriptor())
{
    m_context.date = httpDate();
}

Engine::Loop::~Loop()
{
    if (m_thread.joinable())
        stop(std::chrono::milliseconds(0));
    if (m_spareDescriptor >= 0)
        ::close(m_spareDescriptor);
}

std::string Engine::Loop::loadCertificate()
{
    if (m_context.config.certificate.chainFile.empty() || m_tls)
        return {};
    std::error_code error;
    m_tls.emplace(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(m_tls->native_handle(), TLS1_2_VERSION);
    const Certificate &certificate = m_context.config.certificate;
    m_tls->use_certificate_chain_file(certificate.chainFile, error);
    if (error)
        return "the certificate " + certificate.chainFile + " can't be used: " + error.message();
    m_tls->use_private_key_file(certificate.keyFile, asio::ssl::context::pem, error);
    if (error)
        return "the key " + certificate.keyFile + " can't be used: " + error.message();
    return {};
}

std::string Engine::Loop::listen(Listen &where)
{
    if (const std::string trouble = loadCertificate(); !trouble.empty())
        return trouble;
    std::error_code error;
    const auto address = asio::ip::make_address(where.address, error);
    if (error)
        return "not an IP address";
    auto acceptor = std::make_unique<Acceptor>(m_context.io);
    const tcp::endpoint endpoint(address, where.port);
    acceptor->open(endpoint.protocol(), error);
    if (!error)
        acceptor->set_option(tcp::acceptor::reuse_address(true), error);
    // The first loop takes the port for itself, so that another program's can't be shared by
    // mistake, and only then lets the others in.
    const bool isShared = m_context.config.loops > 1;
    if (!error && isShared && m_context.number > 0)
        acceptor->set_option(SharedPort(true), error);
    if (!error && address.is_v6())
        acceptor->set_option(asio::ip::v6_only(true), error);
    if (!error)
        acceptor->bind(endpoint, error);
    if (!error && isShared && m_context.number == 0)
        acceptor->set_option(SharedPort(true), error);
    if (!error)
        acceptor->listen(512, error);
    if (error)
        return error.message();
    where.port = acceptor->local_endpoint().port();
    m_acceptors.push_back(std::move(acceptor));
    return {};
}

void Engine::Loop::run()
{
    m_thread = std::thread([this] {
        m_context.handlers.onLoopStart(m_context.number);
        for (std::size_t listener = 0; listener < m_acceptors.size(); ++listener)
            accept(listener);
        sweep();
        while (!m_context.guard([this] { m_context.io.run(); })) {
        }
        m_context.handlers.onLoopEnd(m_context.number);
    });
}

void Engine::Loop::accept(std::size_t listener)
{
    Acceptor &acceptor = *m_acceptors[listener];
    acceptor.async_accept([this, listener, &acceptor](std::error_code error, Socket socket) {
        if (error == asio::error::operation_aborted || m_context.isStopping)
            return;
        if (error == asio::error::no_descriptors ||
            error == std::errc::too_many_files_open_in_system)
            onNoDescriptor(acceptor);
        else if (!error)
            m_context.guard([&] { take(std::move(socket), listener); });
        accept(listener);
    });
}

/// The last owner of a connection may be a responder on any thread, and only the loop's own may
/// touch its list.
template <class Stream>
void Engine::Loop::serve(Stream stream, std::string peer, std::size_t listener, Place place)
{
    using Served = Connection<Stream>;
    LoopContext &context = m_context;
    const auto endOnLoop = [&context](Served *served) {
        std::unique_ptr<Served> owned(served);
        if (!context.isOwnThread())
            asio::post(context.io, [owned = std::move(owned)] {});
    };
    std::shared_ptr<Served>(
        new Served(context, std::move(stream), std::move(peer), listener, std::move(place)),
        endOnLoop)
        ->start();
}

void Engine::Loop::take(Socket socket, std::size_t listener)
{
    ++m_context.figures.accepted;
    std::error_code error;
    std::string peer = socket.remote_endpoint(error).address().to_string();
    if (error)
        return;
    auto place = placeFor(Origin(peer));
    if (!place)
        return refuseForLack(std::move(socket));
    if (m_tls)
        serve(TlsStream(std::move(socket), *m_tls), std::move(peer), listener, *std::move(place));
    else
        serve(std::move(socket), std::move(peer), listener, *std::move(place));
}

/// Who comes takes the place of one that has nothing to do; who has more than his share, of one of
/// his own.
std::optional<Place> Engine::Loop::placeFor(const Origin &origin)
{
    if (auto place = m_context.places.take(origin))
        return place;
    const bool isOwnFault = m_context.places.isFullFor(origin);
    m_context.endLongestIdle([&origin, isOwnFault](const Deadlined &each) {
        return !isOwnFault || each.origin() == origin;
    });
    return m_context.places.take(origin);
}

void Engine::Loop::refuseForLack(Socket socket)
{
    m_context.figures.refused.fetch_add(1, std::memory_order_relaxed);
    if (m_tls)
        return; // a handshake is just what can't be afforded
    std::error_code ignored;
    const std::string peer = socket.remote_endpoint(ignored).address().to_string();
    std::string out;
    writeResponse(out, m_context.refusal({.status = 503, .peer = peer}), m_context.date, false,
                  BodyForm::Whole);
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(out), ignored);
    socket.shutdown(tcp::socket::shutdown_send, ignored);
}

/// Without a descriptor a waiting client can't even be turned away, and the loop would spin on it.
void Engine::Loop::onNoDescriptor(Acceptor &acceptor)
{
    if (m_context.endLongestIdle([](const Deadlined &) { return true; }))
        return;
    ::close(m_spareDescriptor);
    std::error_code error;
    acceptor.non_blocking(true, error);
    Socket socket = acceptor.accept(error);
    if (!error)
        refuseForLack(std::move(socket));
    socket.close(error);
    m_spareDescriptor = spareDescriptor();
}

void Engine::Loop::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    m_context.date = httpDate();
    const bool isOver = now >= m_stopBy;
    const auto due = m_context.connections(
        [now, isOver](const Deadlined &each) { return isOver || each.isDue(now); });
    for (const auto &each : due)
        m_context.guard([&] { isOver ? each->cut() : each->onDeadline(); });
    // Without this timer the loop has nothing to wait for and ends by itself.
    if (m_context.isStopping && (!m_context.first || now >= m_stopBy))
        return;
    const auto pause =
        m_context.isStopping ? std::chrono::milliseconds(10) : m_context.config.limits.sweep;
    m_sweep.expires_after(pause);
    m_sweep.async_wait([this](std::error_code) { sweep(); });
}

void Engine::Loop::windDown(std::chrono::milliseconds grace)
{
    m_context.isStopping = true;
    m_stopBy = std::chrono::steady_clock::now() + grace;
    for (const auto &acceptor : m_acceptors) {
        std::error_code ignored;
        acceptor->close(ignored);
    }
    for (const auto &each : m_context.connections([](const Deadlined &) { return true; }))
        m_context.guard([&] { each->windDown(); });
    m_sweep.cancel();
}

void Engine::Loop::stop(std::chrono::milliseconds grace)
{
    if (!m_thread.joinable())
        return;
    asio::post(m_context.io, [this, grace] { windDown(grace); });
    m_thread.join();
}

void Engine::Loop::post(std::function<void()> act)
{
    asio::post(m_context.io, [this, act = std::move(act)] { m_context.guard(act); });
}

} // namespace latchkey::server::http
