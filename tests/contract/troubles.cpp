#include "troubles.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Act = ScriptedServer::Act;

Act actOf(const Column &column, const HttpReply &reply)
{
    const QByteArray type = reply.headers.value("Content-Type");
    if (reply.status == 200 && type == "text/event-stream")
        return ScriptedServer::stream(type, column.framed(reply.body));
    return ScriptedServer::answer(reply.status, reply.body, reply.headers);
}

Act halfOf(const Act &act)
{
    const qsizetype head = act.bytes.indexOf("\r\n\r\n") + 4;
    const qsizetype body = act.bytes.size() - head;
    // Where half of a head comes to a GET, Qt itself asks once more, and waits.
    return act.cutAfter(body > 0 ? head + body / 2 : head - 2);
}

namespace {

Trouble said(const QByteArray &name, const HttpReply &reply, const Refusal &usually)
{
    return {
        name,
        [reply](const Column &column, const HttpReply &) { return QList{actOf(column, reply)}; },
        usually, usually, usually};
}

HttpReply page(int status)
{
    return {
        status, {{"Content-Type", "text/html"}}, "<html><body>Welcome to the hotel</body></html>"};
}

QList<Trouble> unreadable()
{
    const Refusal noJson{Kind::Protocol, 200, u"malformedJson"_s};
    const Refusal noEvents{Kind::Protocol, 200, u"notAnEventStream"_s};
    const Refusal tooMuch{Kind::Protocol, 200, u"unexpectedBody"_s};
    Trouble html = said("aPageInstead", page(200), noJson);
    html.whereNothingIsSaid = tooMuch;
    html.onStreams = noEvents;
    Trouble empty = said("anEmptyBody", {200, {}, {}}, noJson);
    empty.acts = [](const Column &column, const HttpReply &good) {
        return QList{actOf(column, {good.body.isEmpty() ? column.emptyStatus : 200, {}, {}})};
    };
    empty.whereNothingIsSaid.reset();
    empty.onStreams = noEvents;
    Trouble half{"halfOfTheJson",
                 [](const Column &column, const HttpReply &good) {
                     HttpReply reply = good;
                     reply.status = 200;
                     reply.body = good.body.isEmpty() ? "{" : good.body.first(good.body.size() / 2);
                     return QList{actOf(column, reply)};
                 },
                 noJson, tooMuch, noJson};
    Trouble text = half;
    text.name = "bytesThatAreNoText";
    text.acts = [](const Column &column, const HttpReply &good) {
        HttpReply reply = good;
        reply.status = 200;
        reply.body = "{\"id\":\"\xff\xfe\"}";
        return QList{actOf(column, reply)};
    };
    text.onStreams = Refusal{Kind::Protocol, 0, u"eventNotUtf8"_s};
    return {html, empty, half, text};
}

QList<Trouble> unreachable()
{
    const Refusal lost{Kind::Network, 0, u"connectionLost"_s};
    const Refusal late{Kind::Timeout, 0, u"timeout"_s};
    return {{"cutInTheMiddle",
             [](const Column &column, const HttpReply &good) {
                 return QList<Act>(8, halfOf(actOf(column, good)));
             },
             lost, lost, lost},
            // Where nothing has come back, reading is tried again below us.
            {"cutAtOnce",
             [](const Column &, const HttpReply &) { return QList<Act>(8, ScriptedServer::cut()); },
             lost, lost, lost},
            {"noAnswer", [](const Column &, const HttpReply &) { return QList<Act>(); }, late, late,
             late}};
}

QList<Trouble> elsewhere()
{
    const auto on = [](Trouble trouble, const std::optional<Refusal> &streams) {
        trouble.onStreams = streams;
        return trouble;
    };
    const auto with = [](HttpReply reply, const QByteArray &name, const QByteArray &value) {
        reply.headers.add(name, value);
        return reply;
    };
    QList<Trouble> all{
        on(said("badGateway", page(502), {Kind::Server, 502}),
           Refusal{Kind::Server, 502, u"notAnEventStream"_s}),
        on(said("downForAWhile", with(page(503), "Retry-After", "7"),
                {.kind = Kind::Server, .status = 503, .saysWhen = true}),
           Refusal{.kind = Kind::Server,
                   .status = 503,
                   .code = u"notAnEventStream"_s,
                   .saysWhen = true}),
        on(said("nothingThere", page(404), {Kind::NotFound, 404}),
           Refusal{Kind::NotFound, 404, u"noEvents"_s}),
        on(said("tooOften", with(page(429), "Retry-After", "7"),
                {.kind = Kind::RateLimited, .status = 429, .saysWhen = true}),
           Refusal{.kind = Kind::RateLimited,
                   .status = 429,
                   .code = u"notAnEventStream"_s,
                   .saysWhen = true}),
        // The gate keeps to a date; the error has no clock to make seconds of it.
        on(said("tooOftenUntil", with(page(429), "Retry-After", "Fri, 15 Jan 2027 08:00:07 GMT"),
                {.kind = Kind::RateLimited, .status = 429, .saysWhen = false}),
           Refusal{.kind = Kind::RateLimited,
                   .status = 429,
                   .code = u"notAnEventStream"_s,
                   .saysWhen = true}),
        on(said("tooOftenAndNoWord", page(429), {Kind::RateLimited, 429}),
           Refusal{Kind::RateLimited, 429, u"notAnEventStream"_s})};
    for (const int status : {301, 302, 303, 307, 308}) {
        all << on(said("sentElsewhere" + QByteArray::number(status),
                       with(page(status), "Location", "/v1/elsewhere"), {Kind::Protocol, status}),
                  Refusal{Kind::Protocol, status, u"notAnEventStream"_s});
    }
    return all;
}

} // namespace

const QList<Trouble> &everyTrouble()
{
    static const QList<Trouble> all = unreadable() + unreachable() + elsewhere();
    return all;
}

} // namespace latchkey::test
