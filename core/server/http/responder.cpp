#include "server/http/responder.h"

#include "server/http/peer.h"

namespace latchkey::server::http {

Responder::Responder(std::shared_ptr<Peer> peer, std::uint64_t turn)
    : m_peer(std::move(peer))
    , m_turn(turn)
{}

void Responder::send(Response response) const
{
    m_peer->send(m_turn, std::move(response));
}

void Responder::startStream(Response head) const
{
    m_peer->startStream(m_turn, std::move(head));
}

void Responder::write(std::string bytes) const
{
    m_peer->write(m_turn, std::move(bytes));
}

void Responder::close() const
{
    m_peer->close(m_turn);
}

void Responder::onClosed(std::function<void()> callback) const
{
    m_peer->onClosed(m_turn, std::move(callback));
}

} // namespace latchkey::server::http
