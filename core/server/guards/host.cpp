#include "server/guards/guards.h"

#include <algorithm>

namespace latchkey::server::guards {

using namespace Qt::StringLiterals;

namespace {

std::string_view withoutPort(std::string_view host)
{
    if (host.starts_with('['))
        return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

} // namespace

Result<Nothing> host(const http::Request &request, const Caller &caller, const KnownHosts &known)
{
    const std::string_view name = withoutPort(request.head.host);
    const bool isOurs =
        known.names.empty() || std::ranges::any_of(known.names, [name](const std::string &ours) {
            return http::equalsIgnoringCase(ours, name);
        });
    const std::string_view scheme = request.head.scheme;
    const bool isMeant =
        scheme.empty() || http::equalsIgnoringCase(scheme, caller.isSecure ? "https" : "http");
    if (isOurs && isMeant)
        return Nothing();
    Error error = Error::of(Error::Kind::Forbidden, u"hostUnknown"_s);
    error.status = 421; // RFC 9110, 15.5.20
    return failure(error);
}

Result<Nothing> origin(const http::Request &request, const Caller &caller)
{
    const std::string_view origin = request.field("Origin");
    if (origin.empty())
        return Nothing();
    const std::string_view scheme = caller.isSecure ? "https://" : "http://";
    const bool isOurs = origin.starts_with(scheme) &&
                        http::equalsIgnoringCase(origin.substr(scheme.size()), request.head.host);
    if (isOurs)
        return Nothing();
    return failure(Error::of(Error::Kind::Forbidden, u"originForeign"_s));
}

} // namespace latchkey::server::guards
