#include "account/connection.h"

#include "account/connections.h"
#include "account/surroundings.h"
#include "api/limitcodes.h"
#include "wire/wires.h"

#include <limits>

namespace latchkey::account {

std::shared_ptr<const wire::Wire> wireOf(const WireChoice &choice)
{
    return wire::clientWire(choice.name, choice.version);
}

namespace {

std::function<net::Repeats()> repeatsOf(const wire::Wire &wire, const RetryChoice &choice,
                                        const std::function<qint64()> &usual)
{
    if (!wire.letsSetRetries)
        return [usual] { return net::Repeats{.most = usual()}; };
    if (choice.strategy == RetryChoice::Strategy::None)
        return [] { return net::Repeats{.most = 0}; };
    return [choice] {
        return net::Repeats{.most = std::numeric_limits<qint64>::max(),
                            .firstWait = choice.initialInterval,
                            .longestWait = choice.maxInterval,
                            .factor = choice.exponent,
                            .within = choice.maxElapsedTime,
                            .afterLostConnections = choice.retryConnectionErrors};
    };
}

} // namespace

Connection::Connection(const Surroundings &surroundings, const ServerAddress &address)
    : m_server(address.url)
    , m_wire(surroundings.wireFor(address.wire))
    , m_transport(surroundings.connections.transportTo(address))
    , m_gate(*m_transport, surroundings.clock, surroundings.alarm, surroundings.random,
             {.repeats = repeatsOf(*m_wire, address.retries, surroundings.repeats),
              .isAboutOneCall = [this](const HttpReply &reply) {
                  return api::limitsOneAct(m_wire->readError(reply).code);
              }})
{}

Connection::~Connection() = default;

} // namespace latchkey::account
