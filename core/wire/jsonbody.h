#pragma once

#include "base/httpmessage.h"
#include "base/jsonnode.h"
#include "wire/fieldjson.h"

#include <optional>

/// JSON as it comes in the bodies of requests and replies.
namespace latchkey::wire {

/// Rejected, also where the body is of another type or encoded.
Result<JsonNode> jsonOf(const HttpRequest &request);
/// Refused as a break of the protocol: to whoever asked, the other side's mistake is no bad input.
Result<JsonNode> jsonOf(const HttpReply &reply);
Error brokenReply(Error error, const HttpReply &reply);

HttpReply jsonReply(int status, const QByteArray &body);
void putJson(HttpRequest &request, const QByteArray &body);

/// A member of an object, into a place that fits it.
template <class T>
Result<Nothing> readMember(const JsonNode &node, const QString &name, T &into,
                           const api::Limits &limits = {}, Speaker speaker = Speaker::Asker)
{
    return node.member(name)
        .and_then([&](const JsonNode &found) { return readJson<T>(found, limits, speaker); })
        .map([&](T value) {
            into = std::move(value);
            return Nothing();
        });
}

/// The same for one that may be missing, or null.
template <class T>
Result<Nothing> readMember(const JsonNode &node, const QString &name, std::optional<T> &into,
                           const api::Limits &limits = {}, Speaker speaker = Speaker::Asker)
{
    return node.optionalMember(name).and_then([&](const auto &found) {
        return found ? readMember(node, name, into.emplace(), limits, speaker) : Result<Nothing>();
    });
}

} // namespace latchkey::wire
