#pragma once

#include "base/result.h"
#include "server/answers.h"
#include "wire/route.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace latchkey::wire {
struct Wire;
}

namespace latchkey::server {

class Endpoint;

/// Which endpoint a method and a path mean. Filled once, then only read, from any thread.
class Router
{
public:
    /// Refuses with `routeClaimedTwice`.
    Result<Nothing> add(const wire::Route &route, Endpoint &endpoint);

    /// Who speaks a wire behind that prefix is answered in its words, also where no path is meant.
    /// The wire outlives the router.
    void speaks(const QByteArray &prefix, const wire::Wire &wire);
    struct Spoken
    {
        std::string prefix;
        const wire::Wire *wire;
        Refusals refusals;
    };
    const Spoken *spokenAt(std::string_view path) const;

    struct Found
    {
        const Endpoint *endpoint = nullptr;
        wire::PathParameters parameters;
        std::string allowed; ///< without an endpoint: which methods the path has, if it is one
        const Endpoint *other = nullptr; ///< by one of those
    };

    /// A path without parameters: one look-up.
    const Endpoint *findLiteral(std::string_view method, std::string_view path) const;
    Found find(std::string_view method, std::string_view path) const;

private:
    static constexpr std::size_t methods = 5;
    using ByMethod = std::array<Endpoint *, methods>;

    struct Template
    {
        wire::Route route;
        std::string shape; ///< the path with its parameters' names left out
        ByMethod endpoints{};
    };

    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };

    static Result<Nothing> claim(ByMethod &endpoints, const wire::Route &route, Endpoint &endpoint);
    static void collect(const ByMethod &endpoints, ByMethod &allowed);

    std::unordered_map<std::string, ByMethod, Hash, std::equal_to<>> m_literals;
    std::vector<Template> m_templates;
    std::vector<Spoken> m_spoken; ///< the longest prefix first
};

} // namespace latchkey::server
