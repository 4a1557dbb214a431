#include "wire/plaintext.h"

namespace latchkey::wire {

using Kind = Shape::Kind;

namespace {

bool isPlain(Kind kind)
{
    return kind != Kind::List && kind != Kind::Texts && kind != Kind::Object &&
           kind != Kind::Secret && kind != Kind::Number && kind != Kind::Nothing;
}

/// What the text is as JSON, for a field of that kind.
void writePlain(JsonWriter &json, const QString &text, Kind kind)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    isNumber = isNumber && QString::number(number) == text; // 5, and neither +5 nor 05
    if (kind == Kind::Integer && isNumber)
        json.value(number);
    else if (kind == Kind::Boolean && (text == "true"_L1 || text == "false"_L1))
        json.value(text == "true"_L1);
    else
        json.value(text);
}

} // namespace

QString toPlainText(const Shape &shape, const void *value)
{
    switch (shape.kind) {
    case Kind::Id:
        return shape.id.text(value);
    case Kind::Integer:
        return QString::number(*static_cast<const qint64 *>(value));
    case Kind::Text:
        return *static_cast<const QString *>(value);
    case Kind::Boolean:
        return *static_cast<const bool *>(value) ? u"true"_s : u"false"_s;
    case Kind::Moment:
        return toRfc3339(*static_cast<const Timestamp *>(value));
    case Kind::Name:
        return shape.name.text(value);
    case Kind::Nothing:
    case Kind::Number:
    case Kind::Secret:
    case Kind::List:
    case Kind::Texts:
    case Kind::Object:
        return {};
    }
    Q_UNREACHABLE();
}

Result<Nothing> fromPlainText(const QString &text, const FieldShape &field, void *owner)
{
    const QString name = QLatin1StringView(field.name);
    if (!isPlain(field.shape->kind))
        return failure(Error::rejected(u"wrongType"_s, name));
    JsonWriter json;
    json.beginObject();
    json.key(field.name);
    writePlain(json, text, field.shape->kind);
    json.endObject();
    const auto node = JsonNode::parse(json.take());
    if (!node)
        return failure(node.error());
    const FieldShape *const fields = &field;
    return readFields(*node, {fields, 1}, Speaker::Asker, owner);
}

} // namespace latchkey::wire
