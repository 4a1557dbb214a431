#include "wire/problem.h"

#include "base/httpdate.h"
#include "base/jsonnode.h"
#include "base/jsonwriter.h"

#include <QSet>

#include <algorithm>

namespace latchkey::wire {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

// What can't be read is 400; what can be read and is not acceptable is 422.
bool isUnreadable(const QString &code)
{
    static const QSet<QString> codes{
        u"malformedJson"_s, u"duplicateField"_s, u"nameTooLong"_s,
        u"tooManyValues"_s, u"wrongType"_s,      u"missingField"_s,
        u"unknownField"_s,  u"unknownValue"_s,   u"malformedRequest"_s};
    return codes.contains(code);
}

QString title(Kind kind)
{
    switch (kind) {
    case Kind::Network:
        return u"Upstream connection failed"_s;
    case Kind::Timeout:
        return u"Too slow"_s;
    case Kind::Cancelled:
        return u"Cancelled"_s;
    case Kind::Unauthorized:
        return u"Not signed in"_s;
    case Kind::StepUpNeeded:
        return u"The session must be proven again"_s;
    case Kind::Forbidden:
        return u"Not allowed"_s;
    case Kind::NotFound:
        return u"Not found"_s;
    case Kind::Conflict:
        return u"Conflict"_s;
    case Kind::Rejected:
        return u"Bad input"_s;
    case Kind::RateLimited:
        return u"Too many requests"_s;
    case Kind::Server:
        return u"Server error"_s;
    case Kind::Protocol:
        return u"Protocol error"_s;
    }
    Q_UNREACHABLE();
}

Kind kindOf(int status, const QString &code)
{
    switch (status) {
    case 401:
        return Kind::Unauthorized;
    case 403:
        return code == "stepUpNeeded"_L1 ? Kind::StepUpNeeded : Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 409:
    case 412:
        return Kind::Conflict;
    case 408:
        return Kind::Timeout;
    case 429:
        return Kind::RateLimited;
    default:
        break;
    }
    if (status >= 500)
        return Kind::Server;
    return status >= 400 ? Kind::Rejected : Kind::Protocol;
}

/// Whatever the other side asks for, nobody waits longer than a day, and a sum of this with the
/// time of day is still a time.
std::chrono::seconds waitOf(qint64 seconds)
{
    constexpr std::chrono::seconds longest = std::chrono::hours(24);
    return std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(0), longest);
}

void readMembers(const JsonNode &node, Error &error)
{
    const auto text = [&node](const QString &name) {
        const auto found = node.optionalMember(name);
        return found && *found ? (*found)->text().value_or(QString()) : QString();
    };
    error.code = text(u"code"_s);
    error.field = text(u"field"_s);
    error.requiredLevel = text(u"requiredLevel"_s);
    error.requestId = text(u"requestId"_s);
    error.detail = text(u"detail"_s);
    const auto retryAfter = node.optionalMember(u"retryAfter"_s);
    if (retryAfter && *retryAfter)
        error.retryAfter = waitOf((*retryAfter)->integer().value_or(1));
}

/// Seconds, or a date (RFC 9110, 10.2.3), which is told by the clock of the one who wrote it.
std::optional<std::chrono::seconds> readRetryAfter(const HttpHeaders &headers)
{
    const QByteArray text = headers.value("Retry-After");
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return seconds >= 0 ? std::optional(waitOf(seconds)) : std::nullopt;
    const auto until = readHttpDate(text);
    const auto now = readHttpDate(headers.value("Date"));
    if (!until || !now)
        return std::nullopt;
    return waitOf(std::chrono::ceil<std::chrono::seconds>(*until - *now).count());
}

} // namespace

int problemStatus(const Error &error)
{
    if (error.status >= 400)
        return error.status;
    switch (error.kind) {
    case Kind::Unauthorized:
        return 401;
    case Kind::StepUpNeeded:
    case Kind::Forbidden:
        return 403;
    case Kind::NotFound:
        return 404;
    case Kind::Conflict:
        return error.code == "changedMeanwhile"_L1 ? 412 : 409;
    case Kind::Rejected:
        return isUnreadable(error.code) ? 400 : 422;
    case Kind::RateLimited:
        return 429;
    case Kind::Timeout:
        return 408;
    case Kind::Network:
    case Kind::Cancelled:
    case Kind::Server:
    case Kind::Protocol:
        return 500;
    }
    Q_UNREACHABLE();
}

HttpReply writeProblem(const Error &error)
{
    HttpReply reply;
    reply.status = problemStatus(error);
    reply.headers.add("Content-Type", "application/problem+json");
    if (error.retryAfter)
        reply.headers.add("Retry-After", QByteArray::number(qint64(error.retryAfter->count())));
    if (reply.status == 401)
        reply.headers.add("WWW-Authenticate", "Bearer");

    JsonWriter json;
    const auto text = [&json](QByteArrayView name, const QString &value) {
        if (!value.isEmpty()) {
            json.key(name);
            json.value(value);
        }
    };
    json.beginObject();
    text("type", u"about:blank"_s);
    text("title", title(error.kind));
    json.key("status");
    json.value(qint64(reply.status));
    text("code", error.code);
    text("field", error.field);
    text("detail", error.detail);
    text("requiredLevel", error.requiredLevel);
    if (error.retryAfter) {
        json.key("retryAfter");
        json.value(qint64(error.retryAfter->count()));
    }
    text("requestId", error.requestId);
    json.endObject();
    reply.body = json.take();
    return reply;
}

Error readProblem(const HttpReply &reply)
{
    Error error;
    if (reply.headers.value("Content-Type").startsWith("application/problem+json")) {
        if (const auto node = JsonNode::parse(reply.body))
            readMembers(*node, error);
    }
    error.status = reply.status;
    error.kind = kindOf(reply.status, error.code);
    if (const auto wait = readRetryAfter(reply.headers))
        error.retryAfter = wait;
    return error;
}

} // namespace latchkey::wire
