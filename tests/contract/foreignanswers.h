#pragma once

#include "columns.h"
#include "places.h"

namespace latchkey::test {

/// What goes over a foreign wire, by a row's title.
using Answers = QHash<QByteArray, Written>;

/// With a body in JSON, where there is one.
inline HttpRequest asked(HttpMethod method, const QByteArray &path, const QByteArray &body = {},
                         const HttpHeaders &headers = {})
{
    HttpRequest request{method, path, {}, headers, body};
    if (!body.isEmpty())
        request.headers.add("Content-Type", "application/json");
    return request;
}

inline HttpReply json(int status, const QByteArray &body,
                      const QByteArray &type = "application/json")
{
    return {status, {{"Content-Type", type}}, body};
}

/// A wire that our server speaks and nobody streams on. Each of its answers is written once: a
/// client is shown it, and our server is judged by it.
struct ForeignWire
{
    QByteArray name;
    std::function<wire::Wire()> wire;
    const std::vector<Row> &(*rows)();
    Scene scene = {}; ///< that clients are shown the answers for
    Answers answers;
    std::function<HttpReply(const Row &)> refusal;
    std::function<Places(const Scene &)> places;
    /// By operations: the members without which a client can do nothing.
    QHash<QByteArray, QStringList> needed;
    QSet<QString> mayBeMissing = {}; ///< members, as in `Column`
};

Column foreignColumn(const ForeignWire &foreign);

/// Of the scene: `<userName>`, `<email>`, `<token>`, whom it is about, `<helped>`, and `<now>`.
Places placesOf(const Scene &scene);
/// So much later.
Place momentOf(const Scene &scene, std::chrono::milliseconds later);

} // namespace latchkey::test
