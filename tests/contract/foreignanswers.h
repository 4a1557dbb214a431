#pragma once

#include "columns.h"

namespace latchkey::test {

/// What goes over a foreign wire, by a row's title.
using Answers = QHash<QByteArray, Written>;

inline std::function<std::optional<Written>(const Row &)> writtenIn(const Answers &answers)
{
    return [answers](const Row &row) {
        const auto found = answers.constFind(row.title());
        return found == answers.cend() ? std::nullopt : std::optional(*found);
    };
}

/// With a body in JSON, where there is one.
inline HttpRequest asked(HttpMethod method, const QByteArray &path, const QByteArray &body = {},
                         const HttpHeaders &headers = {})
{
    HttpRequest request{method, path, {}, headers, body};
    if (!body.isEmpty())
        request.headers.add("Content-Type", "application/json");
    return request;
}

inline HttpReply json(int status, const QByteArray &body)
{
    return {status, {{"Content-Type", "application/json; charset=utf-8"}}, body};
}

/// A column of a wire that our server speaks and nobody streams on.
inline Column foreignColumn(const QByteArray &name, std::function<wire::Wire()> wire,
                            std::function<const std::vector<Row> &()> rows, const Answers &answers,
                            std::function<HttpReply(const Refusal &)> refusal)
{
    return {.name = name,
            .wire = std::move(wire),
            .rows = std::move(rows),
            .written = writtenIn(answers),
            .framed = [](const QByteArray &event) { return event; },
            .refusal = std::move(refusal),
            .broken = [](const QByteArray &, const HttpReply &) { return QList<Breakage>(); },
            .isOurServers = true};
}

} // namespace latchkey::test
