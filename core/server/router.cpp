#include "server/router.h"

#include "server/endpoint.h"
#include "wire/wire.h"

#include <algorithm>
#include <optional>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::string_view, 5> names{"GET", "POST", "PUT", "PATCH", "DELETE"};

std::optional<std::size_t> indexOf(std::string_view method)
{
    if (method == "HEAD")
        return 0; // answered as GET; the engine leaves the body out
    const auto found = std::ranges::find(names, method);
    if (found == names.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::string shapeOf(const QByteArray &path)
{
    std::string shape;
    for (const QByteArray &segment : path.split('/').mid(1))
        shape.append("/").append(segment.startsWith('{') ? "{}" : segment.toStdString());
    return shape;
}

} // namespace

Result<Nothing> Router::add(const wire::Route &route, Endpoint &endpoint)
{
    if (!route.path.contains('{'))
        return claim(m_literals[route.path.toStdString()], route, endpoint);
    const std::string shape = shapeOf(route.path);
    // Only endpoints whose parameters have the same names share a template.
    const auto sameShape = [&](const Template &known) { return known.shape == shape; };
    const auto method = indexOf(toBytes(route.method).toStdString()).value_or(0);
    for (const Template &known : m_templates) {
        if (sameShape(known) && known.endpoints.at(method)) {
            ByMethod taken = known.endpoints;
            return claim(taken, route, endpoint);
        }
    }
    const auto same = std::ranges::find_if(
        m_templates, [&](const Template &known) { return known.route.path == route.path; });
    if (same != m_templates.end())
        return claim(same->endpoints, route, endpoint);
    m_templates.push_back({route, shape, {}});
    return claim(m_templates.back().endpoints, route, endpoint);
}

Result<Nothing> Router::claim(ByMethod &endpoints, const wire::Route &route, Endpoint &endpoint)
{
    Endpoint *&place = endpoints.at(indexOf(toBytes(route.method).toStdString()).value_or(0));
    if (place && place->share(endpoint))
        return Nothing();
    if (place && !endpoint.share(*place)) {
        return failure(Error::of(Error::Kind::Server, u"routeClaimedTwice"_s,
                                 QString::fromLatin1(toBytes(route.method) + ' ' + route.path)));
    }
    place = &endpoint;
    return Nothing();
}

const Endpoint *Router::findLiteral(std::string_view method, std::string_view path) const
{
    const auto found = m_literals.find(path);
    const auto index = indexOf(method);
    return found == m_literals.end() || !index ? nullptr : found->second.at(*index);
}

void Router::speaks(const QByteArray &prefix, const wire::Wire &wire)
{
    m_spoken.push_back({prefix.toStdString(), &wire,
                        [&wire](const Error &error) { return wire.writeError(error, {}); }});
    std::ranges::sort(m_spoken, std::ranges::greater(),
                      [](const Spoken &spoken) { return spoken.prefix.size(); });
}

const Router::Spoken *Router::spokenAt(std::string_view path) const
{
    const auto isBehind = [path](const Spoken &spoken) {
        const std::string &prefix = spoken.prefix;
        return prefix.empty() ||
               (path.starts_with(prefix) && path.substr(prefix.size()).starts_with('/'));
    };
    const auto found = std::ranges::find_if(m_spoken, isBehind);
    return found == m_spoken.end() ? nullptr : &*found;
}

Router::Found Router::find(std::string_view method, std::string_view path) const
{
    if (const Endpoint *endpoint = findLiteral(method, path))
        return {.endpoint = endpoint};
    const auto index = indexOf(method);
    ByMethod allowed{};
    if (const auto literal = m_literals.find(path); literal != m_literals.end())
        collect(literal->second, allowed);
    const QByteArrayView requested(path.data(), qsizetype(path.size()));
    for (const Template &known : m_templates) {
        const auto parameters = known.route.match(requested);
        if (!parameters)
            continue;
        if (index && known.endpoints.at(*index))
            return {.endpoint = known.endpoints.at(*index), .parameters = *parameters};
        collect(known.endpoints, allowed);
    }
    Found found;
    for (std::size_t i = 0; i < methods; ++i) {
        if (!allowed.at(i))
            continue;
        found.other = allowed.at(i);
        found.allowed.append(found.allowed.empty() ? "" : ", ").append(names.at(i));
        if (i == 0)
            found.allowed.append(", HEAD");
    }
    return found;
}

void Router::collect(const ByMethod &endpoints, ByMethod &allowed)
{
    for (std::size_t i = 0; i < methods; ++i) {
        if (!allowed.at(i))
            allowed.at(i) = endpoints.at(i);
    }
}

} // namespace latchkey::server
