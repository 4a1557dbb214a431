#include "server/answers.h"

#include "base/log.h"
#include "storage/databaseerror.h"
#include "wire/problem.h"

#include <algorithm>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace {

void append(http::Response &response, const HttpHeaders::Field &field)
{
    response.fields.append(QByteArray(field.first + ": " + field.second + "\r\n").toStdString());
}

http::Response toResponse(const HttpReply &reply)
{
    http::Response response{reply.status};
    for (const HttpHeaders::Field &field : reply.headers.fields()) {
        if (field.first == "Content-Type")
            response.contentType = field.second.toStdString();
        else
            append(response, field);
    }
    response.body = reply.body.toStdString();
    return response;
}

Error engineError(int status)
{
    const auto of = [status](Error::Kind kind, const QString &code) {
        Error error = Error::of(kind, code);
        error.status = status;
        return error;
    };
    switch (status) {
    case 408:
        return of(Error::Kind::Timeout, u"requestTooSlow"_s);
    case 413:
        return of(Error::Kind::Rejected, u"bodyTooLarge"_s);
    case 431:
        return of(Error::Kind::Rejected, u"headTooLarge"_s);
    case 501:
        return of(Error::Kind::Server, u"notImplemented"_s);
    case 503:
        return Error::unavailable(u"busy"_s, std::chrono::seconds(1));
    case 505:
        return of(Error::Kind::Server, u"httpVersionUnsupported"_s);
    default:
        return status >= 500 ? of(Error::Kind::Server, u"serverFailed"_s)
                             : of(Error::Kind::Rejected, u"malformedRequest"_s);
    }
}

HttpReply inWords(const AnsweredNow &to, const Error &error)
{
    return to.refusals ? (*to.refusals)(error) : wire::writeProblem(error);
}

/// What passes without anybody changing the request.
bool passes(const Error &error)
{
    using namespace storage::code;
    const auto codes = {diskFull, locked, readOnly, unreachable};
    return std::ranges::any_of(
        codes, [&error](const char *code) { return error.code == QLatin1StringView(code); });
}

} // namespace

struct Answers::LogLine
{
    RequestId id;
    std::string_view peer;
    std::string_view method;
    std::string_view route;
    std::string_view user;
    int status = 0;
    microseconds took{0};
};

void Answers::send(const AnsweredNow &to, http::Response response) const
{
    const int status = response.status;
    addCommonFields(response, to.id, to.fields);
    const microseconds took = count(to, status);
    to.responder.send(std::move(response));
    log(to, status, took);
}

void Answers::send(const AnsweredNow &to, const HttpReply &reply) const
{
    send(to, toResponse(reply));
}

void Answers::refuse(const AnsweredNow &to, Error error) const
{
    error.requestId = QString::fromLatin1(to.id.text().data(), qsizetype(to.id.text().size()));
    if (error.kind == Error::Kind::Server) {
        // What went wrong inside is for the log and nobody else. Being busy is no news: a storm
        // would fill the log with it, and it is counted.
        if (error.code != "busy"_L1)
            qCWarning(logServer) << error;
        if (error.code == QLatin1StringView(storage::code::corrupt))
            m_metrics.noteDamage();
        if (error.status == 0 && passes(error)) {
            const QString id = error.requestId;
            error = Error::unavailable(error.code, std::chrono::seconds(5));
            error.requestId = id;
        }
    }
    // Only what names a fault of the request is in words of ours; others may hold a database's.
    if (error.kind != Error::Kind::Rejected)
        error.detail.clear();
    send(to, inWords(to, error));
}

void Answers::refuseMethod(const AnsweredNow &to, const QByteArray &allowed) const
{
    Error error = Error::of(Error::Kind::Rejected, u"methodNotAllowed"_s);
    error.status = 405;
    error.requestId = QString::fromLatin1(to.id.text().data(), qsizetype(to.id.text().size()));
    HttpReply reply = inWords(to, error);
    if (reply.status == 405)
        reply.headers.add("Allow", allowed);
    send(to, reply);
}

void Answers::beginStream(const AnsweredNow &to) const
{
    http::Response head;
    head.contentType = "text/event-stream";
    addCommonFields(head, to.id, to.fields);
    const microseconds took = count(to, 200);
    to.responder.startStream(std::move(head));
    log(to, 200, took);
}

http::Response Answers::ofEngine(const http::Refused &refused, RequestId id,
                                 const std::optional<HttpReply> &said) const
{
    Error error = engineError(refused.status);
    error.requestId = QString::fromLatin1(id.text().data(), qsizetype(id.text().size()));
    http::Response response = toResponse(said ? *said : wire::writeProblem(error));
    addCommonFields(response, id);
    m_metrics.count(Metrics::noOperation, refused.status, microseconds(0));
    log(LogLine{.id = id, .peer = refused.peer, .status = refused.status});
    return response;
}

void Answers::addCommonFields(http::Response &response, RequestId id, const HttpHeaders &more)
{
    // The second name is the one that clients of other wires look for.
    for (const char *name : {"Request-Id: ", "\r\nX-Request-Id: "})
        response.fields.append(name).append(id.text());
    response.fields.append("\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n");
    for (const HttpHeaders::Field &field : more.fields())
        append(response, field);
}

/// Before the answer leaves, so that whoever has it finds it counted.
microseconds Answers::count(const AnsweredNow &to, int status) const
{
    const auto took =
        std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - to.arrived);
    m_metrics.count(to.place, status, took);
    return took;
}

void Answers::log(const AnsweredNow &to, int status, microseconds took) const
{
    log(LogLine{to.id, to.peer, to.method, to.route, to.user, status, took});
}

void Answers::log(const LogLine &asked) const
{
    if (!m_writesLog || !logAccess().isInfoEnabled())
        return;
    // Nothing here needs escapes: names and addresses of our own making, and a method's token.
    const auto at = std::chrono::duration_cast<std::chrono::milliseconds>(
                        std::chrono::system_clock::now().time_since_epoch())
                        .count();
    std::string line;
    line.reserve(256);
    const auto text = [&line](std::string_view name, std::string_view value) {
        line.append(",\"").append(name).append("\":\"").append(value).append("\"");
    };
    line.append("{\"at\":").append(std::to_string(at));
    text("request", asked.id.text());
    text("peer", asked.peer);
    text("method", asked.method.substr(0, 16));
    text("route", asked.route);
    line.append(",\"status\":").append(std::to_string(asked.status));
    line.append(",\"us\":").append(std::to_string(asked.took.count()));
    if (!asked.user.empty())
        text("user", asked.user);
    line.append("}");
    qCInfo(logAccess, "%s", line.c_str());
}

} // namespace latchkey::server
