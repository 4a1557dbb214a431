#pragma once

#include "server/http/loopcontext.h"

#include <asio/ssl.hpp>

#include <optional>
#include <thread>

namespace latchkey::server::http {

/// One thread with its event loop, its acceptors and its connections. Private to this room.
class Engine::Loop
{
public:
    Loop(const EngineConfig &config, const Handlers &handlers, Figures &figures, Places &places,
         std::size_t number);
    ~Loop();

    /// Says why it could not, or nothing; a free port is written back.
    std::string listen(Listen &where);
    void run();
    void stop(std::chrono::milliseconds grace);
    void post(std::function<void()> act);

private:
    using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type>;

    std::string loadCertificate();
    void accept(std::size_t listener);
    template <class Stream>
    void serve(Stream stream, std::string peer, std::size_t listener, Place place);
    void take(Socket socket, std::size_t listener);
    std::optional<Place> placeFor(const Origin &origin);
    void refuseForLack(Socket socket);
    void onNoDescriptor(Acceptor &acceptor);
    void sweep();
    void windDown(std::chrono::milliseconds grace);

    LoopContext m_context;
    asio::steady_timer m_sweep;
    std::optional<asio::ssl::context> m_tls;
    std::vector<std::unique_ptr<Acceptor>> m_acceptors;
    Moment m_stopBy = Moment::max();
    int m_spareDescriptor; ///< given up for a moment to turn a client away when there are none left
    std::thread m_thread;
};

} // namespace latchkey::server::http
