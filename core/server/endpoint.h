#pragma once

#include "api/operation.h"
#include "base/httpmessage.h"
#include "server/answers.h"
#include "server/context.h"
#include "server/loopstate.h"
#include "wire/route.h"

namespace latchkey::server {

class EventStreams;
class PasswordHashing;
class PasswordPool;
class Writer;

/// Where the work of a request is done.
struct Works
{
    Writer &writer;
    PasswordPool &pool;
    const PasswordHashing &hashing;
    EventStreams &streams;
    const Answers &answers;
};

/// One request that has passed the guards, as values that outlive the buffer it came in.
struct Asking
{
    AnsweredLater to;
    HttpRequest request;
    wire::PathParameters parameters;
    Context context;
    std::size_t loop = 0;
    bool isHeadOnly = false;
};

/// An operation on a wire that is mounted here.
class Endpoint
{
public:
    /// What is answered straight from the session's row.
    enum class Hot : std::uint8_t { No, Me, CurrentSession };

    Endpoint(const wire::Wire &wire, const api::Traits &traits, std::size_t place,
             std::string route, Hot hot)
        : m_wire(wire)
        , m_traits(traits)
        , m_place(place)
        , m_route(std::move(route))
        , m_hot(hot)
    {}
    virtual ~Endpoint() = default;
    Endpoint(const Endpoint &) = delete;
    Endpoint &operator=(const Endpoint &) = delete;

    const wire::Wire &wire() const { return m_wire; }
    const api::Traits &traits() const { return m_traits; }
    std::size_t place() const { return m_place; }
    const std::string &route() const { return m_route; }
    Hot hot() const { return m_hot; }

    /// On the loop's thread.
    virtual void serve(Asking asking, LoopState &loop) const = 0;

private:
    const wire::Wire &m_wire;
    api::Traits m_traits;
    std::size_t m_place;
    std::string m_route;
    Hot m_hot;
};

} // namespace latchkey::server
