#pragma once

#include "base/jsonnode.h"
#include "base/jsonwriter.h"
#include "wire/shape.h"

#include <QStringList>

/// Values as JSON, derived from the fields that they list.
namespace latchkey::wire {

using namespace Qt::StringLiterals;

/// Whoever asks must use the names that we know. Whoever answers may be newer than we are.
enum class Speaker : std::uint8_t { Asker, Answerer };

/// Which of the fields; all where nobody says.
using Wanted = std::function<bool(const FieldShape &field)>;

void writeShaped(JsonWriter &json, const Shape &shape, const void *value);
/// Writes those of the fields that this wire wants, into an object already begun.
void writeFields(JsonWriter &json, std::span<const FieldShape> fields, const void *owner,
                 const Wanted &wanted = {});
QByteArray objectOf(std::span<const FieldShape> fields, const void *owner,
                    const Wanted &wanted = {});

/// Where it refuses, nothing is promised of the value.
Result<Nothing> readShaped(const JsonNode &node, const Shape &shape, const api::Limits &limits,
                           Speaker speaker, void *value);
/// Reads into the owner those of the fields that this wire has in the object; the first refusal
/// counts. A member that is missing keeps what the owner begins with only where it is optional.
Result<Nothing> readFields(const JsonNode &node, std::span<const FieldShape> fields,
                           Speaker speaker, void *owner, const Wanted &wanted = {});
/// Refuses what is no field of the objects inside this one: what we don't know may be meant.
Result<Nothing> onlyFieldsBelow(const JsonNode &node, std::span<const FieldShape> fields);

/// The names of fields, in order.
QStringList namesOfFields(std::span<const FieldShape> fields);

template <api::NamedEnum Enum>
QLatin1StringView nameOf(Enum value)
{
    for (const auto &name : namesOf(value)) {
        if (name.value == value)
            return QLatin1StringView(name.text);
    }
    return "unknown"_L1;
}

template <class T>
void writeJson(JsonWriter &json, const T &value)
{
    writeShaped(json, shapeOf<T>, &value);
}

template <class T>
Result<T> readJson(const JsonNode &node, const api::Limits &limits = {},
                   Speaker speaker = Speaker::Asker)
{
    T value{};
    if (auto read = readShaped(node, shapeOf<T>, limits, speaker, &value); !read)
        return failure(std::move(read).error());
    return value;
}

template <class T>
QStringList fieldNames()
{
    return namesOfFields(shapeOf<T>.object.fields);
}

} // namespace latchkey::wire
