#include "wire/temporal/parts.h"

#include "api/describe.h"
#include "api/serversettings.h"
#include "wire/temporal/members.h"

namespace latchkey::wire::temporal {

using api::field;
using api::fieldList;

namespace {

constexpr auto healthBody = fieldList(
    done,
    told(
        "response", [](const api::ServerDescription &) { return u"systems online"_s; },
        [](api::ServerDescription &, const QString &read) { return read == "systems online"_L1; }),
    field("version", &api::ServerDescription::version));

/// What its own server counts are requests, of which we tell nothing.
struct Counted
{
    std::optional<qint64> users;
    std::optional<qint64> sessions;
    std::optional<qint64> begun;

    static constexpr auto fields()
    {
        return fieldList(field("users", &Counted::users), field("sessions", &Counted::sessions),
                         field("sessions_begun", &Counted::begun));
    }
};
constexpr auto figuresBody =
    fieldList(told(
                  "response",
                  [](const api::Figures &figures) {
                      return Counted{figures.users, figures.sessions, figures.sessionsBegun};
                  },
                  [](api::Figures &figures, const Counted &read) {
                      figures.users = read.users;
                      figures.sessions = read.sessions;
                      figures.sessionsBegun = read.begun;
                      return true;
                  }),
              field("version", &api::Figures::version));

Translation<api::DescribeServer> health()
{
    using Op = api::DescribeServer;
    const QByteArray path = "/v2/systems/check";
    return {
        .routes = {{HttpMethod::Get, path}},
        .writeRequest = [path](const Op &) { return jsonRequest(HttpMethod::Get, path); },
        .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
        .writeReply = [](const Op::Reply &server,
                         const HttpRequest &) { return reply(200, bodyOf(server, healthBody)); },
        .readReply =
            [](const HttpReply &reply, const Op &) {
                api::ServerDescription server;
                server.name = u"Temporal"_s;
                server.wires = {u"temporal"_s};
                return readBody(reply, healthBody, server);
            }};
}

Translation<api::ShowFigures> figures()
{
    using Op = api::ShowFigures;
    const QByteArray path = "/v2/statistics/stats";
    return {
        .routes = {{HttpMethod::Get, path}},
        .writeRequest = [path](const Op &) { return jsonRequest(HttpMethod::Get, path); },
        .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
        .writeReply = [](const Op::Reply &figures,
                         const HttpRequest &) { return reply(200, bodyOf(figures, figuresBody)); },
        .readReply = [](const HttpReply &reply,
                        const Op &) { return readBody<Op::Reply>(reply, figuresBody); },
        .writeError = writeFiguresError};
}

} // namespace

void knowServer(Wire &wire)
{
    wire.knows<api::DescribeServer>(health());
    wire.knows<api::ShowFigures>(figures());
}

} // namespace latchkey::wire::temporal
