#pragma once

#include "api/field.h"
#include "api/operation.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/jsonnode.h"
#include "base/jsonwriter.h"
#include "base/nothing.h"
#include "base/secret.h"

#include <QMap>
#include <QStringList>

/// Values as JSON, derived from the fields that they list.
namespace latchkey::wire {

using namespace Qt::StringLiterals;

template <class T>
void writeJson(JsonWriter &json, const T &value);
/// Whoever asks must use the names that we know. Whoever answers may be newer than we are.
enum class Speaker : std::uint8_t { Asker, Answerer };

template <class T>
Result<T> readJson(const JsonNode &node, const api::Limits &limits = {},
                   Speaker speaker = Speaker::Asker);

/// An object whose names are data: the same as a list of pairs of texts.
using TextMap = QMap<QString, QString>;

namespace detail {

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool isList = false;
template <class T>
inline constexpr bool isList<QList<T>> = true;
template <class T>
inline constexpr bool isId = false;
template <class Tag>
inline constexpr bool isId<Id<Tag>> = true;

/// A text as it may be: in code points, without NUL, NFC is the domain's business.
Result<QString> readText(const JsonNode &node, const api::Limits &limits);
/// One that others will read: nothing in it makes it look like another.
Result<QString> readLine(const JsonNode &node, const api::Limits &limits);
Result<qint64> readInteger(const JsonNode &node, const api::Limits &limits);

Result<TextMap> readTextMap(const JsonNode &node);

template <class Enum>
Result<Enum> readName(const JsonNode &node, Speaker speaker)
{
    return node.text().and_then([&](const QString &text) -> Result<Enum> {
        for (const auto &name : namesOf(Enum())) {
            if (text == QLatin1StringView(name.text))
                return name.value;
        }
        if constexpr (api::GrowingEnum<Enum>) {
            if (speaker == Speaker::Answerer)
                return Enum::Unknown;
        }
        return failure(node.refuse(u"unknownValue"_s, u"not one of the names this field has"_s));
    });
}

} // namespace detail

template <api::NamedEnum Enum>
QLatin1StringView nameOf(Enum value)
{
    for (const auto &name : namesOf(value)) {
        if (name.value == value)
            return QLatin1StringView(name.text);
    }
    return "unknown"_L1;
}

/// What a field holds of a value. One of a wire's own tells it by a function: see wire/members.h.
template <class T, class Field>
decltype(auto) memberOf(const T &value, const Field &field)
{
    if constexpr (requires { field.member; })
        return (value.*field.member);
    else
        return field.tell(value);
}

/// False where the value takes no such thing.
template <class T, class Field, class Member>
bool setMember(T &value, const Field &field, Member read)
{
    if constexpr (requires { field.member; }) {
        value.*field.member = std::move(read);
        return true;
    } else {
        return field.take(value, std::move(read));
    }
}

inline constexpr auto allFields = [](QLatin1StringView) { return true; };

/// Writes those of the fields that this wire wants, into an object already begun.
template <class T, class Fields, class Wanted>
void writeFields(JsonWriter &json, const T &value, const Fields &fields, Wanted wanted)
{
    const auto one = [&](const auto &field) {
        if (!wanted(QLatin1StringView(field.name)))
            return;
        const auto &member = memberOf(value, field);
        if constexpr (detail::isOptional<std::remove_cvref_t<decltype(member)>>) {
            if (!member)
                return; // absent says the same as null, in fewer bytes
        }
        json.key(field.name);
        writeJson(json, member);
    };
    std::apply([&](const auto &...each) { (one(each), ...); }, fields);
}

template <class T>
void writeJson(JsonWriter &json, const T &value)
{
    if constexpr (std::same_as<T, bool> || std::same_as<T, qint64> || std::same_as<T, double>) {
        json.value(value);
    } else if constexpr (std::same_as<T, Nothing>) {
        json.null();
    } else if constexpr (std::same_as<T, QString>) {
        json.value(value);
    } else if constexpr (std::same_as<T, Timestamp>) {
        json.value(toRfc3339(value));
    } else if constexpr (std::same_as<T, Secret>) {
        json.value(value.revealText());
    } else if constexpr (detail::isId<T>) {
        json.value(value.text());
    } else if constexpr (api::NamedEnum<T>) {
        json.value(QString(nameOf(value)));
    } else if constexpr (std::same_as<T, TextMap>) {
        json.beginObject();
        for (auto it = value.cbegin(); it != value.cend(); ++it) {
            json.name(it.key());
            json.value(it.value());
        }
        json.endObject();
    } else if constexpr (detail::isOptional<T>) {
        value ? writeJson(json, *value) : json.null();
    } else if constexpr (detail::isList<T>) {
        json.beginArray();
        for (const auto &item : value)
            writeJson(json, item);
        json.endArray();
    } else {
        static_assert(api::HasFields<T>, "a value on this wire lists its fields");
        json.beginObject();
        writeFields(json, value, T::fields(), allFields);
        json.endObject();
    }
}

/// Reads into `value` those of the fields that this wire has in the object; the first refusal
/// counts. A member that is missing keeps what the value begins with only where it is optional.
template <class T, class Fields, class Wanted>
Result<Nothing> readFields(const JsonNode &node, T &value, const Fields &fields, Wanted wanted,
                           Speaker speaker = Speaker::Asker)
{
    Result<Nothing> outcome;
    const auto one = [&](const auto &field) {
        const QString name = QLatin1StringView(field.name);
        if (!outcome || !wanted(QLatin1StringView(field.name)))
            return;
        using Member = std::remove_cvref_t<decltype(memberOf(value, field))>;
        const auto read = [&]<class Read>(const JsonNode &found) {
            return readJson<Read>(found, field.limits, speaker).and_then([&](Read member) {
                return setMember(value, field, std::move(member))
                           ? Result<Nothing>()
                           : failure(found.refuse(u"unknownValue"_s, {}));
            });
        };
        if constexpr (detail::isOptional<Member>) {
            outcome = node.optionalMember(name).and_then([&](const auto &found) {
                return found ? read.template operator()<typename Member::value_type>(*found)
                             : Result<Nothing>();
            });
        } else {
            outcome = node.member(name).and_then(
                [&](const JsonNode &found) { return read.template operator()<Member>(found); });
        }
    };
    std::apply([&](const auto &...each) { (one(each), ...); }, fields);
    return outcome;
}

template <class T>
Result<T> readJson(const JsonNode &node, const api::Limits &limits, Speaker speaker)
{
    if constexpr (std::same_as<T, bool>) {
        return node.boolean();
    } else if constexpr (std::same_as<T, qint64>) {
        return detail::readInteger(node, limits);
    } else if constexpr (std::same_as<T, double>) {
        return node.number();
    } else if constexpr (std::same_as<T, QString>) {
        return speaker == Speaker::Asker ? detail::readLine(node, limits)
                                         : detail::readText(node, limits);
    } else if constexpr (std::same_as<T, Timestamp>) {
        return node.text().and_then([&](const QString &text) -> Result<T> {
            if (const auto moment = fromRfc3339(text))
                return *moment;
            return failure(node.refuse(u"wrongType"_s, u"expected an RFC 3339 time with a zone"_s));
        });
    } else if constexpr (std::same_as<T, Secret>) {
        return detail::readText(node, limits).map([](const QString &text) { return Secret(text); });
    } else if constexpr (detail::isId<T>) {
        return detail::readText(node, {1, 100}).map([](const QString &text) { return T(text); });
    } else if constexpr (std::same_as<T, TextMap>) {
        return detail::readTextMap(node);
    } else if constexpr (api::NamedEnum<T>) {
        return detail::readName<T>(node, speaker);
    } else if constexpr (detail::isList<T>) {
        using Item = typename T::value_type;
        return node.items().and_then([&](const QList<JsonNode> &items) -> Result<T> {
            if (items.size() < limits.min)
                return failure(node.refuse(u"tooFew"_s, {}));
            if (items.size() > limits.max)
                return failure(node.refuse(u"tooMany"_s, {}));
            T list;
            for (const JsonNode &item : items) {
                auto read = readJson<Item>(item, {}, speaker);
                if (!read)
                    return failure(read.error());
                if constexpr (api::GrowingEnum<Item>) {
                    if (*read == Item::Unknown)
                        continue; // a choice that we could not offer
                }
                list.append(std::move(*read));
            }
            return list;
        });
    } else {
        static_assert(api::HasFields<T>, "a value on this wire lists its fields");
        T value;
        return readFields(node, value, T::fields(), allFields, speaker).map([&](Nothing) {
            return std::move(value);
        });
    }
}

/// The names of a value's fields, in order.
template <class T>
QStringList fieldNames()
{
    QStringList names;
    std::apply([&](const auto &...fields) { ((names << QLatin1StringView(fields.name)), ...); },
               T::fields());
    return names;
}

/// Refuses what is no field of the objects inside this one: what we don't know may be meant.
template <class T>
Result<Nothing> onlyFieldsBelow(const JsonNode &node)
{
    Result<Nothing> outcome;
    const auto one = [&](const auto &field) {
        using Member = std::remove_cvref_t<decltype(std::declval<T &>().*field.member)>;
        if constexpr (api::HasFields<Member>) {
            if (!outcome)
                return;
            outcome =
                node.optionalMember(QLatin1StringView(field.name))
                    .and_then([](const auto &found) -> Result<Nothing> {
                        if (!found)
                            return Nothing();
                        return found->onlyMembers(fieldNames<Member>()).and_then([&](Nothing) {
                            return onlyFieldsBelow<Member>(*found);
                        });
                    });
        }
    };
    std::apply([&](const auto &...fields) { (one(fields), ...); }, T::fields());
    return outcome;
}

} // namespace latchkey::wire
