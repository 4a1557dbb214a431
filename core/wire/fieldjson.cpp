#include "wire/fieldjson.h"

#include "base/textsafety.h"

#include <algorithm>

namespace latchkey::wire {

using Kind = Shape::Kind;

namespace {

template <class T>
const T &as(const void *value)
{
    return *static_cast<const T *>(value);
}

/// Puts what was read into its place.
template <class T>
Result<Nothing> put(Result<T> read, void *value)
{
    if (!read)
        return failure(std::move(read).error());
    *static_cast<T *>(value) = *std::move(read);
    return Nothing();
}

void writeList(JsonWriter &json, const Shape::ListAccess &access, const void *list)
{
    json.beginArray();
    const qsizetype size = access.size(list);
    for (qsizetype place = 0; place < size; ++place)
        writeShaped(json, *access.items, access.at(list, place));
    json.endArray();
}

/// A text as it may be: in code points, without NUL, NFC is the domain's business.
Result<QString> readText(const JsonNode &node, const api::Limits &limits)
{
    auto text = node.text();
    if (!text)
        return text;
    const auto length = std::ranges::count_if(*text, [](QChar c) { return !c.isLowSurrogate(); });
    if (length < limits.min)
        return failure(node.refuse(limits.min == 1 ? u"empty"_s : u"tooShort"_s, {}));
    if (length > limits.max)
        return failure(node.refuse(u"tooLong"_s, {}));
    if (text->contains(QChar::Null))
        return failure(node.refuse(u"controlCharacter"_s, {}));
    return text;
}

/// One that others will read: nothing in it makes it look like another.
Result<QString> readLine(const JsonNode &node, const api::Limits &limits)
{
    auto text = readText(node, limits);
    if (text && misleads(*text))
        return failure(node.refuse(u"controlCharacter"_s, {}));
    return text;
}

/// One that people will read of others: no server is refused for what somebody there is called.
Result<QString> readToShow(const JsonNode &node, const api::Limits &limits)
{
    return readText(node, limits).map([](const QString &text) { return withoutMisleading(text); });
}

Result<qint64> readInteger(const JsonNode &node, const api::Limits &limits)
{
    auto number = node.integer();
    if (number && (*number < limits.min || *number > limits.max))
        return failure(node.refuse(u"outOfRange"_s, {}));
    return number;
}

Result<Timestamp> readMoment(const JsonNode &node)
{
    const auto text = node.text();
    if (!text)
        return failure(text.error());
    if (const auto moment = fromRfc3339(*text))
        return *moment;
    return failure(node.refuse(u"wrongType"_s, u"expected an RFC 3339 time with a zone"_s));
}

Result<Nothing> readId(const JsonNode &node, const Shape::IdAccess &access, void *id)
{
    const auto text = readText(node, {1, 100});
    if (!text)
        return failure(text.error());
    access.setText(id, *text);
    return Nothing();
}

Result<Nothing> readName(const JsonNode &node, const Shape::NameAccess &access, Speaker speaker,
                         void *name)
{
    const auto text = node.text();
    if (!text)
        return failure(text.error());
    const auto found = std::ranges::find_if(
        access.all, [&](const char *each) { return *text == QLatin1StringView(each); });
    const bool isKnown = found != access.all.end();
    if (!isKnown && (!access.grows || speaker != Speaker::Answerer))
        return failure(node.refuse(u"unknownValue"_s, u"not one of the names this field has"_s));
    access.choose(name, isKnown ? found - access.all.begin() : Shape::unknown);
    return Nothing();
}

Result<Nothing> readList(const JsonNode &node, const Shape::ListAccess &access,
                         const api::Limits &limits, Speaker speaker, void *list)
{
    const auto items = node.items();
    if (!items)
        return failure(items.error());
    if (items->size() < limits.min)
        return failure(node.refuse(u"tooFew"_s, {}));
    if (items->size() > limits.max)
        return failure(node.refuse(u"tooMany"_s, {}));
    access.clear(list);
    for (const JsonNode &each : *items) {
        void *const item = access.append(list);
        if (auto read = readShaped(each, *access.items, {}, speaker, item); !read)
            return read;
        const Shape::NameAccess &name = access.items->name;
        if (access.items->kind == Kind::Name && name.chosen(item) == Shape::unknown)
            access.dropLast(list); // a choice that we could not offer
    }
    return Nothing();
}

Result<TextMap> readTexts(const JsonNode &node)
{
    const auto members = node.members();
    if (!members)
        return failure(members.error());
    TextMap texts;
    for (const auto &[name, member] : *members) {
        const auto text = readLine(member, {});
        if (!text)
            return failure(text.error());
        texts.insert(name, *text);
    }
    return texts;
}

void writeTexts(JsonWriter &json, const TextMap &texts)
{
    json.beginObject();
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        json.name(text.key());
        json.value(text.value());
    }
    json.endObject();
}

Result<Nothing> readField(const JsonNode &node, const FieldShape &field, Speaker speaker,
                          void *owner)
{
    Result<Nothing> outcome;
    const bool isTaken = field.fill(owner, [&](void *member) {
        outcome = readShaped(node, *field.shape, field.limits, speaker, member);
        return outcome.has_value();
    });
    if (outcome && !isTaken)
        return failure(node.refuse(u"unknownValue"_s, {}));
    return outcome;
}

} // namespace

void writeShaped(JsonWriter &json, const Shape &shape, const void *value)
{
    switch (shape.kind) {
    case Kind::Nothing:
        return json.null();
    case Kind::Boolean:
        return json.value(as<bool>(value));
    case Kind::Integer:
        return json.value(as<qint64>(value));
    case Kind::Number:
        return json.value(as<double>(value));
    case Kind::Text:
        return json.value(as<QString>(value));
    case Kind::Secret:
        return json.value(as<Secret>(value).revealText());
    case Kind::Moment:
        return json.value(toRfc3339(as<Timestamp>(value)));
    case Kind::Id:
        return json.value(shape.id.text(value));
    case Kind::Name:
        return json.value(QString(shape.name.text(value)));
    case Kind::List:
        return writeList(json, shape.list, value);
    case Kind::Texts:
        return writeTexts(json, as<TextMap>(value));
    case Kind::Object:
        json.beginObject();
        writeFields(json, shape.object.fields, value);
        return json.endObject();
    }
    Q_UNREACHABLE();
}

void writeFields(JsonWriter &json, std::span<const FieldShape> fields, const void *owner,
                 const Wanted &wanted)
{
    for (const FieldShape &field : fields) {
        if (wanted && !wanted(field))
            continue;
        // Absent says the same as null, in fewer bytes.
        field.show(owner, [&](const void *member) {
            json.key(field.name);
            writeShaped(json, *field.shape, member);
        });
    }
}

QByteArray objectOf(std::span<const FieldShape> fields, const void *owner, const Wanted &wanted)
{
    JsonWriter json;
    json.beginObject();
    writeFields(json, fields, owner, wanted);
    json.endObject();
    return json.take();
}

Result<Nothing> readShaped(const JsonNode &node, const Shape &shape, const api::Limits &limits,
                           Speaker speaker, void *value)
{
    switch (shape.kind) {
    case Kind::Nothing:
        return Nothing();
    case Kind::Boolean:
        return put(node.boolean(), value);
    case Kind::Integer:
        return put(readInteger(node, limits), value);
    case Kind::Number:
        return put(node.number(), value);
    case Kind::Text:
        return put(speaker == Speaker::Asker ? readLine(node, limits) : readToShow(node, limits),
                   value);
    case Kind::Secret:
        // One that is told goes into headers, one that is typed may have anything in it.
        return put((speaker == Speaker::Asker ? readText(node, limits) : readLine(node, limits))
                       .map([](const QString &text) { return Secret(text); }),
                   value);
    case Kind::Moment:
        return put(readMoment(node), value);
    case Kind::Id:
        return readId(node, shape.id, value);
    case Kind::Name:
        return readName(node, shape.name, speaker, value);
    case Kind::List:
        return readList(node, shape.list, limits, speaker, value);
    case Kind::Texts:
        return put(readTexts(node), value);
    case Kind::Object:
        shape.object.reset(value);
        return readFields(node, shape.object.fields, speaker, value);
    }
    Q_UNREACHABLE();
}

Result<Nothing> readFields(const JsonNode &node, std::span<const FieldShape> fields,
                           Speaker speaker, void *owner, const Wanted &wanted)
{
    for (const FieldShape &field : fields) {
        if (wanted && !wanted(field))
            continue;
        const QString name = QLatin1StringView(field.name);
        const auto found = field.isOptional ? node.optionalMember(name)
                                            : node.member(name).map([](const JsonNode &member) {
                                                  return std::optional(member);
                                              });
        if (!found)
            return failure(found.error());
        if (!*found)
            continue;
        if (auto read = readField(**found, field, speaker, owner); !read)
            return read;
    }
    return Nothing();
}

Result<Nothing> onlyFieldsBelow(const JsonNode &node, std::span<const FieldShape> fields)
{
    for (const FieldShape &field : fields) {
        if (field.shape->kind != Kind::Object || field.isOptional)
            continue;
        const auto below = field.shape->object.fields;
        const auto found = node.optionalMember(QLatin1StringView(field.name));
        if (!found)
            return failure(found.error());
        if (!*found)
            continue;
        if (auto only = (*found)->onlyMembers(namesOfFields(below)); !only)
            return only;
        if (auto only = onlyFieldsBelow(**found, below); !only)
            return only;
    }
    return Nothing();
}

QStringList namesOfFields(std::span<const FieldShape> fields)
{
    QStringList names;
    for (const FieldShape &field : fields)
        names << QLatin1StringView(field.name);
    return names;
}

} // namespace latchkey::wire
