#include "base/jsonwriter.h"
#include "require.h"
#include "targets.h"
#include "wire/formbody.h"

namespace latchkey::test {

using namespace wire;

namespace {

using Entries = QList<std::pair<QString, QString>>;

Entries entriesOf(const JsonNode &form)
{
    Entries entries;
    const auto members = form.members();
    LATCHKEY_REQUIRE(members.has_value());
    for (const auto &[name, value] : *members) {
        const auto text = value.text();
        LATCHKEY_REQUIRE(text.has_value());
        entries.emplaceBack(name, *text);
    }
    return entries;
}

QByteArray objectOf(const Entries &entries)
{
    JsonWriter json;
    json.beginObject();
    for (const auto &[name, text] : entries) {
        json.key(name.toLatin1());
        json.value(text);
    }
    json.endObject();
    return json.take();
}

} // namespace

/// The first line is the type of the rest.
void fuzzForm(std::string_view input)
{
    const std::size_t end = std::min(input.find('\n'), input.size());
    HttpRequest request{.method = HttpMethod::Post};
    request.headers.add("Content-Type", QByteArray(input.data(), qsizetype(end)));
    const std::string_view body = input.substr(std::min(end + 1, input.size()));
    request.body = QByteArray(body.data(), qsizetype(body.size()));
    if (!hasForm(request))
        return;
    const auto read = formOf(request);
    if (!read) {
        LATCHKEY_REQUIRE(read.error().kind == Error::Kind::Rejected);
        return;
    }
    const Entries entries = entriesOf(*read);
    HttpRequest again{.method = HttpMethod::Post};
    putForm(again, objectOf(entries));
    const auto readAgain = formOf(again);
    LATCHKEY_REQUIRE(readAgain.has_value());
    LATCHKEY_REQUIRE(entriesOf(*readAgain) == entries);
}

} // namespace latchkey::test
