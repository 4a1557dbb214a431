#include "account/connection.h"

#include "account/connections.h"
#include "account/surroundings.h"
#include "api/limitcodes.h"
#include "wire/wires.h"

namespace latchkey::account {

std::shared_ptr<const wire::Wire> wireOf(const WireChoice &choice)
{
    return wire::clientWire(choice.name, choice.version);
}

Connection::Connection(const Surroundings &surroundings, const ServerAddress &address)
    : m_wire(surroundings.wireFor(address.wire))
    , m_transport(surroundings.connections.transportTo(address))
    , m_gate(*m_transport, surroundings.clock, surroundings.alarm, surroundings.random,
             {.repeats = surroundings.repeats, .isAboutOneCall = [this](const HttpReply &reply) {
                  return api::limitsOneAct(m_wire->readError(reply).code);
              }})
{}

Connection::~Connection() = default;

} // namespace latchkey::account
