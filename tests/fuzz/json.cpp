#include "base/jsonnode.h"
#include "base/jsonwriter.h"
#include "require.h"
#include "targets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace latchkey::test {

namespace {

/// A second opinion from a reader that shares no code with ours. Where ours accepts, it must see
/// the same. It is the more lenient one, so its refusals are no matter.
void requireSame(const JsonNode &ours, const QJsonValue &theirs)
{
    if (ours.isNull()) {
        LATCHKEY_REQUIRE(theirs.isNull());
    } else if (const auto flag = ours.boolean()) {
        LATCHKEY_REQUIRE(theirs.isBool() && theirs.toBool() == *flag);
    } else if (const auto text = ours.text()) {
        LATCHKEY_REQUIRE(text->isValidUtf16());
        LATCHKEY_REQUIRE(theirs.isString() && theirs.toString() == *text);
    } else if (const auto whole = ours.integer()) {
        LATCHKEY_REQUIRE(theirs.isDouble() && theirs.toInteger(*whole) == *whole);
        LATCHKEY_REQUIRE(ours.number().has_value());
    } else if (const auto number = ours.number()) {
        LATCHKEY_REQUIRE(std::isfinite(*number));
        LATCHKEY_REQUIRE(theirs.isDouble() && theirs.toDouble() == *number);
    } else if (const auto items = ours.items()) {
        const QJsonArray array = theirs.toArray();
        LATCHKEY_REQUIRE(theirs.isArray() && array.size() == items->size());
        for (qsizetype i = 0; i < items->size(); ++i)
            requireSame(items->at(i), array.at(i));
    } else {
        const auto members = ours.members();
        const QJsonObject object = theirs.toObject();
        LATCHKEY_REQUIRE(members && theirs.isObject() && object.size() == members->size());
        for (const auto &[name, member] : *members) {
            LATCHKEY_REQUIRE(name.isValidUtf16());
            LATCHKEY_REQUIRE(object.contains(name));
            requireSame(member, object.value(name));
        }
    }
}

void write(JsonWriter &json, const JsonNode &node)
{
    if (node.isNull()) {
        json.null();
    } else if (const auto flag = node.boolean()) {
        json.value(*flag);
    } else if (const auto text = node.text()) {
        json.value(*text);
    } else if (const auto whole = node.integer()) {
        json.value(*whole);
    } else if (const auto number = node.number()) {
        json.value(*number);
    } else if (const auto items = node.items()) {
        json.beginArray();
        for (const JsonNode &item : *items)
            write(json, item);
        json.endArray();
    } else {
        // The writer takes names as they are, for they are ours: here they go as values.
        json.beginArray();
        const auto members = node.members();
        for (const auto &[name, member] : *members) {
            json.value(name);
            write(json, member);
        }
        json.endArray();
    }
}

QByteArray written(const JsonNode &node)
{
    JsonWriter json;
    write(json, node);
    return json.take();
}

} // namespace

void fuzzJson(std::string_view input)
{
    const QByteArray bytes(input.data(), static_cast<qsizetype>(input.size()));
    const auto node = JsonNode::parse(bytes);
    if (!node) {
        LATCHKEY_REQUIRE(node.error().kind == Error::Kind::Rejected);
        LATCHKEY_REQUIRE(!node.error().code.isEmpty());
        return;
    }
    // In an array, because the other reader takes no bare values.
    QJsonParseError error;
    const QJsonDocument other = QJsonDocument::fromJson('[' + bytes + ']', &error);
    // It drops U+FEFF where a text begins with it, and refuses what is too small for a double.
    const bool dropsMark = bytes.contains("\xEF\xBB\xBF");
    const bool isTooSmall = error.error == QJsonParseError::IllegalNumber &&
                            (bytes.contains('e') || bytes.contains('E') || bytes.contains('.'));
    if (!dropsMark && !isTooSmall) {
        LATCHKEY_REQUIRE(error.error == QJsonParseError::NoError && other.array().size() == 1);
        requireSame(*node, other.array().at(0));
    }

    const QByteArray plain = written(*node);
    const auto again = JsonNode::parse(plain);
    LATCHKEY_REQUIRE(again && written(*again) == plain);
}

} // namespace latchkey::test
