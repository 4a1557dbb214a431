#include "require.h"
#include "targets.h"
#include "wire/ownwire.h"

namespace latchkey::test {

namespace {

template <class Op>
void readAs(const wire::Translation<Op> &translation, const HttpReply &reply)
{
    const auto read = translation.readReply(reply, Op());
    if (!read) {
        LATCHKEY_REQUIRE(read.error().kind == Error::Kind::Protocol);
        return;
    }
    const HttpReply plain = translation.writeReply(*read, {});
    const auto again = translation.readReply(plain, Op());
    LATCHKEY_REQUIRE(again.has_value());
    const HttpReply twice = translation.writeReply(*again, {});
    LATCHKEY_REQUIRE(twice.body == plain.body);
    LATCHKEY_REQUIRE(twice.headers.fields() == plain.headers.fields());
}

/// A refusal, which a proxy or a portal between us may as well have written.
void readAsProblem(const wire::Wire &wire, const QByteArray &body)
{
    for (const int status : {400, 401, 403, 404, 409, 429, 500}) {
        const Error error =
            wire.readError({.status = status,
                            .headers = {{"Content-Type", "application/problem+json"}},
                            .body = body});
        LATCHKEY_REQUIRE(error.status == status);
        LATCHKEY_REQUIRE(!error.retryAfter || error.retryAfter->count() >= 0);
        const Error again = wire.readError(wire.writeError(error, {}));
        LATCHKEY_REQUIRE(again == error);
    }
}

} // namespace

void fuzzReply(std::string_view input)
{
    static const wire::Wire wire = wire::ownWire();
    const QByteArray body(input.data(), static_cast<qsizetype>(input.size()));
    const HttpReply reply{.status = 200, .headers = {}, .body = body};
    api::Operations::forEach([&reply]<class Op>() { readAs(*wire.translation<Op>(), reply); });
    readAsProblem(wire, body);
}

} // namespace latchkey::test
