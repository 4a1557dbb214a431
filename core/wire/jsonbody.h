#pragma once

#include "base/httpmessage.h"
#include "base/jsonnode.h"

/// JSON as it comes in the bodies of requests and replies.
namespace latchkey::wire {

/// Rejected, also where the body is of another type or encoded.
Result<JsonNode> jsonOf(const HttpRequest &request);
/// Refused as a break of the protocol: to whoever asked, the other side's mistake is no bad input.
Result<JsonNode> jsonOf(const HttpReply &reply);
Error brokenReply(Error error, const HttpReply &reply);

HttpReply jsonReply(int status, const QByteArray &body,
                    const QByteArray &type = "application/json");
void putJson(HttpRequest &request, const QByteArray &body);
/// Of whoever takes JSON, with the body where there is one.
HttpRequest jsonRequest(HttpMethod method, const QByteArray &path, const QByteArray &body = {});

} // namespace latchkey::wire
