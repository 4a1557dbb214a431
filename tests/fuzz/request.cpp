#include "require.h"
#include "targets.h"
#include "wire/ownwire.h"

#include <array>

namespace latchkey::test {

namespace {

std::string_view takeUntil(std::string_view &rest, char end)
{
    const auto found = std::min(rest.find(end), rest.size());
    const auto part = rest.substr(0, found);
    rest.remove_prefix(std::min(found + 1, rest.size()));
    return part;
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

HttpMethod method(std::string_view name)
{
    using enum HttpMethod;
    for (const HttpMethod known : {Post, Put, Patch, Delete}) {
        if (toBytes(known) == bytes(name))
            return known;
    }
    return Get;
}

/// A request as the bytes have it: `METHOD PATH?QUERY`, fields, an empty line, a body.
HttpRequest requestIn(std::string_view input)
{
    std::string_view line = takeUntil(input, '\n');
    HttpRequest request;
    request.method = method(takeUntil(line, ' '));
    request.path = bytes(takeUntil(line, '?'));
    request.query = bytes(line);
    while (!(line = takeUntil(input, '\n')).empty()) {
        const QByteArray name = bytes(takeUntil(line, ':'));
        request.headers.add(name, bytes(line).trimmed());
    }
    request.body = bytes(input);
    return request;
}

void requireSame(const HttpRequest &left, const HttpRequest &right)
{
    LATCHKEY_REQUIRE(left.method == right.method);
    LATCHKEY_REQUIRE(left.path == right.path);
    LATCHKEY_REQUIRE(left.query == right.query);
    LATCHKEY_REQUIRE(left.headers.fields() == right.headers.fields());
    LATCHKEY_REQUIRE(left.body == right.body);
}

template <class Op>
void readAs(const wire::Translation<Op> &translation, const HttpRequest &request)
{
    const wire::Route &route = translation.routes.first();
    const auto parameters = route.match(request.path);
    if (route.method != request.method || !parameters)
        return;
    const auto read = translation.readRequest(request, *parameters);
    if (!read) {
        LATCHKEY_REQUIRE(read.error().kind == Error::Kind::Rejected);
        LATCHKEY_REQUIRE(!read.error().code.isEmpty());
        return;
    }
    // What was understood can be said, and is understood again.
    const HttpRequest plain = translation.writeRequest(*read);
    const auto found = route.match(plain.path);
    LATCHKEY_REQUIRE(found.has_value());
    const auto again = translation.readRequest(plain, *found);
    LATCHKEY_REQUIRE(again.has_value());
    requireSame(translation.writeRequest(*again), plain);
}

} // namespace

void fuzzRequest(std::string_view input)
{
    static const wire::Wire wire = wire::ownWire();
    const HttpRequest request = requestIn(input);
    (void)wire.takeCredential(request.headers);
    api::Operations::forEach([&request]<class Op>() { readAs(*wire.translation<Op>(), request); });
}

} // namespace latchkey::test
