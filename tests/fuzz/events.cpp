#include "net/eventparser.h"
#include "pieces.h"
#include "require.h"
#include "targets.h"

#include <QList>

namespace latchkey::test {

using namespace net;

namespace {

// Small enough to be reached by an input.
constexpr EventParser::Limits limits{.line = 100, .event = 200};

struct Reading
{
    std::optional<Error> refusal;
    QList<ServerEvent> events;
    QByteArray lastId;
    std::optional<std::chrono::milliseconds> retry;
};

Reading read(std::string_view input, const std::vector<std::size_t> &pieces)
{
    Reading reading;
    EventParser parser(limits);
    parser.setLastEventId("before");
    for (const std::size_t piece : pieces) {
        const auto events = parser.feed(QByteArray(input.data(), static_cast<qsizetype>(piece)));
        input.remove_prefix(piece);
        if (!events) {
            reading.refusal = events.error();
            break;
        }
        reading.events += *events;
        reading.lastId = parser.lastEventId();
        reading.retry = parser.retry();
    }
    return reading;
}

bool isUtf8(const QByteArray &bytes)
{
    // Behind another character, because Qt drops a byte order mark at the beginning.
    const QByteArray guarded = 'x' + bytes;
    return QString::fromUtf8(guarded).toUtf8() == guarded;
}

} // namespace

void fuzzEvents(std::string_view input)
{
    const Reading whole = read(input, {input.size()});
    const Reading pieced = read(input, piecesOf(input));
    LATCHKEY_REQUIRE(whole.refusal == pieced.refusal);
    if (whole.refusal) {
        LATCHKEY_REQUIRE(whole.refusal->kind == Error::Kind::Protocol);
    } else if (!input.empty()) {
        LATCHKEY_REQUIRE(whole.events == pieced.events);
        LATCHKEY_REQUIRE(whole.lastId == pieced.lastId);
        LATCHKEY_REQUIRE(whole.retry == pieced.retry);
    }
    for (const ServerEvent &event : pieced.events) {
        LATCHKEY_REQUIRE(isUtf8(event.data) && isUtf8(event.id) && isUtf8(event.type));
        LATCHKEY_REQUIRE(event.data.size() <= limits.event && !event.data.contains('\r'));
        LATCHKEY_REQUIRE(!event.type.isEmpty() && !event.type.contains('\n'));
        LATCHKEY_REQUIRE(!event.id.contains('\n') && !event.id.contains('\r') &&
                         !event.id.contains('\0'));
    }
    LATCHKEY_REQUIRE(!whole.retry || (whole.retry->count() >= 0));
}

} // namespace latchkey::test
