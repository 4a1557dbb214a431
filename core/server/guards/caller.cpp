#include "server/guards/caller.h"

#include <algorithm>

namespace latchkey::server::guards {

namespace {

constexpr std::string_view forwardedFor = "X-Forwarded-For";
constexpr std::string_view forwardedProto = "X-Forwarded-Proto";

std::string_view trimmed(std::string_view text)
{
    const auto start = text.find_first_not_of(" \t");
    if (start == std::string_view::npos)
        return {};
    return text.substr(start, text.find_last_not_of(" \t") + 1 - start);
}

/// What proxies said, the last one's word last.
std::vector<std::string_view> wordsOf(const http::Request &request, std::string_view name)
{
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < request.head.fieldCount; ++i) {
        const http::Field &field = request.head.fields.at(i);
        if (!http::equalsIgnoringCase(field.name, name))
            continue;
        for (std::string_view rest = field.value;;) {
            const auto comma = rest.find(',');
            words.push_back(trimmed(rest.substr(0, comma)));
            if (comma == std::string_view::npos)
                break;
            rest.remove_prefix(comma + 1);
        }
    }
    return words;
}

} // namespace

bool Caller::isOnThisMachine() const
{
    const auto parsed = IpAddress::parse(address);
    return !isForwarded && parsed && parsed->isLoopback();
}

bool TrustedProxies::trust(const IpAddress &address) const
{
    return std::ranges::any_of(networks,
                               [&](const IpNetwork &network) { return network.contains(address); });
}

// From the last word to the first: each is worth as much as the one who wrote it down.
Caller callerOf(const http::Request &request, const TrustedProxies &proxies)
{
    Caller caller{std::string(request.peer), request.isSecure,
                  !request.field(forwardedFor).empty()};
    if (!caller.isForwarded || proxies.networks.empty())
        return caller;
    auto nearest = IpAddress::parse(request.peer);
    if (!nearest || !proxies.trust(*nearest))
        return caller;
    const auto protocols = wordsOf(request, forwardedProto);
    caller.isSecure = !protocols.empty() && protocols.back() == "https";
    const auto words = wordsOf(request, forwardedFor);
    for (auto word = words.rbegin(); word != words.rend() && proxies.trust(*nearest); ++word) {
        const auto named = IpAddress::parse(*word);
        if (!named)
            break;
        nearest = named;
    }
    caller.address = nearest->text();
    return caller;
}

} // namespace latchkey::server::guards
