#include "misbehaviours.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Act = ScriptedServer::Act;

namespace {

const Refusal noJson{Kind::Protocol, 200, u"malformedJson"_s};
const Refusal tooMuch{Kind::Protocol, 200, u"unexpectedBody"_s};

HttpHeaders type(const QByteArray &name)
{
    return {{"Content-Type", name}};
}

const HttpHeaders json = type("application/json");
const HttpHeaders html = type("text/html; charset=utf-8");
const HttpHeaders plain = type("text/plain; charset=utf-8");

const QByteArray page = "<!DOCTYPE html><html><body>Bad gateway</body></html>";

QByteArray utf16(const QByteArray &ascii)
{
    QByteArray wide("\xff\xfe");
    for (const char c : ascii)
        wide.append(c).append('\0');
    return wide;
}

/// Bodies that come with 200.
QList<Misbehaviour> bodies(const QByteArray &good)
{
    QList<Misbehaviour> all;
    const auto with = [&](const char *name, const QByteArray &body, const Refusal &usually) {
        all.append({QLatin1StringView(name), ScriptedServer::answer(200, body, json),
                    good.isEmpty() ? tooMuch : usually});
    };
    const QByteArray nothing("\0", 1);
    const auto duplicate = Refusal{Kind::Protocol, 200, u"duplicateField"_s, u"a"_s};
    const auto another = Refusal{Kind::Protocol, 200, u"wrongType"_s};
    with("two documents", good + "{}", noJson);
    with("a document and a page", good + page, noJson);
    with("a byte order mark", "\xEF\xBB\xBF" + good, noJson);
    with("UTF-16", utf16(R"({"success":true})"), noJson);
    with("NUL behind it", good + nothing, noJson);
    with("NUL in a text", R"({"a":")" + nothing + R"("})", noJson);
    with("not UTF-8", "{\"a\":\"\xc3\x28\"}", noJson);
    with("a lone surrogate", R"({"a":"\ud800"})", noJson);
    with("a comment", R"({/* soon */})", noJson);
    with("deep lists", QByteArray(5'000, '[') + QByteArray(5'000, ']'), noJson);
    with("deep objects", QByteArray(R"({"a":)").repeated(5'000) + '1' + QByteArray(5'000, '}'),
         noJson);
    with("a number beyond all", R"({"a":1e999})", noJson);
    with("a member twice", R"({"a":1,"a":2})", duplicate);
    with("a text for all", R"("true")", another);
    with("a number for all", "7", another);
    with("null for all", "null", another);
    with("white space", " \r\n", noJson);
    return all;
}

/// Answers that HTTP does not have.
QList<Misbehaviour> frames(const Column &column, const QByteArray &operation,
                           const QByteArray &good)
{
    const auto open = [](const QByteArray &head, const QByteArray &rest) {
        return Act{"HTTP/1.1 " + head + "\r\n\r\n" + rest, false, false, false};
    };
    const auto closing = [](const QByteArray &head, const QByteArray &rest) {
        return Act{"HTTP/1.1 " + head + "\r\nConnection: close\r\n\r\n" + rest, false, true, false};
    };
    const bool isNothing = good.isEmpty();
    const bool mayBeNothing = isNothing || column.mayBeEmpty.contains(operation);
    const QByteArray said = isNothing ? QByteArray("{}") : good;
    const QByteArray empty = column.emptyStatus == 204 ? "204 Said" : "200 Said";
    const Refusal unread = isNothing ? tooMuch : noJson;
    const Refusal tooLarge{Kind::Protocol, 0, u"replyTooLarge"_s};
    const Refusal packed{Kind::Protocol, 200, u"replyPacked"_s};
    const auto unless = [](bool isRight, const Refusal &refusal) {
        return isRight ? std::nullopt : std::optional(refusal);
    };
    return {
        {u"a length that is too short"_s, closing("200 Said\r\nContent-Length: 1", said), unread},
        {u"two lengths"_s,
         closing("200 Said\r\nContent-Length: 1\r\nContent-Length: " +
                     QByteArray::number(said.size()),
                 said),
         unread},
        {u"a length beyond the limit"_s, open("200 Said\r\nContent-Length: 9000000000", said),
         tooLarge},
        // Qt takes a size that is none for the end, which is right where nothing is to be said.
        {u"chunks without a size"_s,
         closing((isNothing ? empty : "200 Said") + "\r\nTransfer-Encoding: chunked",
                 "so many\r\n" + said + "\r\n0\r\n\r\n"),
         unless(isNothing, noJson)},
        {u"said to be packed"_s, ScriptedServer::answer(200, said, {{"Content-Encoding", "gzip"}}),
         packed},
        {u"said to be packed in an unknown way"_s,
         ScriptedServer::answer(200, said, {{"Content-Encoding", "rot13"}}), packed},
        {u"no content"_s, ScriptedServer::answer(204), unless(mayBeNothing, {Kind::Protocol, 204}),
         true},
        {u"no content, and a length"_s, closing("204 Said\r\nContent-Length: 7", {}),
         unless(mayBeNothing, {Kind::Protocol, 204}), true},
        {u"another protocol"_s, closing("101 Said\r\nUpgrade: h2c", {}),
         Refusal{Kind::Protocol, 101}},
        {u"a status of no kind"_s, ScriptedServer::answer(999, said, json),
         Refusal{Kind::Server, 999}},
    };
}

/// Refusals in words that aren't the wire's.
QList<Misbehaviour> refusals(const QByteArray &good)
{
    QList<Misbehaviour> all;
    const auto with = [&all](const char *name, int status, const QByteArray &body,
                             const HttpHeaders &headers, Kind kind) {
        all.append({QLatin1StringView(name), ScriptedServer::answer(status, body, headers),
                    Refusal{kind, status}});
    };
    with("a good answer and 500", 500, good, json, Kind::Server);
    with("a page and 500", 500, page, html, Kind::Server);
    with("nothing and 500", 500, {}, {}, Kind::Server);
    with("a page and 400", 400, page, html, Kind::Rejected);
    with("a text and 400", 400, "Json deserialize error: EOF while parsing", plain, Kind::Rejected);
    with("two documents and 400", 400, R"({"code":400,"response":"a"}{"code":400})", json,
         Kind::Rejected);
    with("a number for all and 400", 400, "7", json, Kind::Rejected);
    with("other types and 400", 400,
         R"({"error":7,"message":{},"response":[],"data":{"message":7},"code":"x","success":null})",
         json, Kind::Rejected);
    with("a broken problem and 400", 400, R"({"code":"passwordTooWeak")",
         type("application/problem+json"), Kind::Rejected);
    with("a page and 401", 401, page, html, Kind::Unauthorized);
    with("a page and 403", 403, page, html, Kind::Forbidden);
    with("a page and 409", 409, page, html, Kind::Conflict);
    with("bytes said to be packed and 503", 503, "\x1f\x8b",
         {{"Content-Encoding", "gzip"}, {"Content-Type", "text/html"}}, Kind::Server);
    return all;
}

} // namespace

QList<Misbehaviour> everyMisbehaviour(const Column &column, const QByteArray &operation,
                                      const HttpReply &good)
{
    return bodies(good.body) + frames(column, operation, good.body) + refusals(good.body);
}

} // namespace latchkey::test
