#pragma once

#include "api/operation.h"
#include "base/httpmessage.h"
#include "server/answers.h"
#include "server/context.h"
#include "server/loopstate.h"
#include "server/slowwork.h"
#include "wire/wire.h"

#include <algorithm>
#include <vector>

namespace latchkey::server {

class EventStreams;
class WorkPool;
class Writer;

/// Where the work of a request is done.
struct Works
{
    Writer &writer;
    WorkPool &passwords;
    WorkPool &providers;
    SlowMeans means;
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

/// An operation's place among what a server answers.
struct MountedRoute
{
    /// What is answered straight from the session's row.
    enum class Hot : std::uint8_t { No, Me, CurrentSession };

    const wire::Wire &wire;
    wire::Route route;     ///< as the wire has it
    QByteArray prefix;     ///< what stands before it here
    std::size_t place = 0; ///< among all operations
    Hot hot = Hot::No;
    wire::IsMeant isMeant = {}; ///< see `wire::Translation`
    wire::AccountNamed accountNamed = {};
};

/// An operation on a wire that is mounted here.
class Endpoint
{
public:
    /// `writeError` outlives it, as the wire does.
    Endpoint(const MountedRoute &where, const api::Traits &traits,
             const wire::WriteError &writeError)
        : m_where(where)
        , m_traits(traits)
        , m_route(QByteArray(where.prefix + where.route.path).toStdString())
        , m_refusals([&writeError, route = where.route](const Error &error) {
            return writeError(error, route);
        })
        , m_refusalsOfMethods([&wire = where.wire, route = where.route](const Error &error) {
            return wire.writeError(error, route);
        })
    {}
    virtual ~Endpoint() = default;
    Endpoint(const Endpoint &) = delete;
    Endpoint &operator=(const Endpoint &) = delete;

    const wire::Wire &wire() const { return m_where.wire; }
    const api::Traits &traits() const { return m_traits; }
    std::size_t place() const { return m_where.place; }
    const QByteArray &prefix() const { return m_where.prefix; }
    const std::string &route() const { return m_route; } ///< with what stands before it
    MountedRoute::Hot hot() const { return m_where.hot; }
    const Refusals &refusals() const { return m_refusals; }
    /// Of methods that its path doesn't have.
    const Refusals &refusalsOfMethods() const { return m_refusalsOfMethods; }

    /// Takes another operation in at the same route; false where no request tells it from this one.
    bool share(const Endpoint &other)
    {
        if (!other.m_where.isMeant)
            return false;
        m_others.push_back(&other);
        m_others.insert(m_others.end(), other.m_others.begin(), other.m_others.end());
        return true;
    }
    /// Of those that share the route.
    const Endpoint &meantBy(const HttpRequest &request) const
    {
        const auto isMeant = [&](const Endpoint *other) { return other->m_where.isMeant(request); };
        const auto found = std::ranges::find_if(m_others, isMeant);
        return found == m_others.end() ? *this : **found;
    }

    /// Whether a request is about an account that isn't the asker's own.
    bool isOfAnother(const Asking &asking) const
    {
        if (!m_where.accountNamed || !asking.context.principal)
            return false;
        const QString named = m_where.accountNamed(asking.request, asking.parameters);
        return !named.isEmpty() && named != asking.context.principal->user.text();
    }

    /// On the loop's thread.
    virtual void serve(Asking asking, LoopState &loop) const = 0;

private:
    const MountedRoute m_where;
    const api::Traits m_traits;
    const std::string m_route;
    const Refusals m_refusals;
    const Refusals m_refusalsOfMethods;
    std::vector<const Endpoint *> m_others; ///< at the same route
};

} // namespace latchkey::server
