#pragma once

#include "base/jsonwriter.h"
#include "wire/fieldjson.h"

namespace latchkey::wire {

/// Fields of a request that are not in the body as JSON are texts; these two turn them to and from
/// the types, by way of the same rules that the body has.
template <class Member>
QString toPlainText(const Member &member)
{
    if constexpr (detail::isOptional<Member>)
        return member ? toPlainText(*member) : QString();
    else if constexpr (detail::isId<Member>)
        return member.text();
    else if constexpr (std::same_as<Member, qint64>)
        return QString::number(member);
    else if constexpr (std::same_as<Member, QString>)
        return member;
    else if constexpr (std::same_as<Member, bool>)
        return member ? u"true"_s : u"false"_s;
    else if constexpr (std::same_as<Member, Timestamp>)
        return toRfc3339(member);
    else if constexpr (api::NamedEnum<Member>)
        return nameOf(member);
    else // only a body holds more than a text
        return QString();
}

template <class Member>
Result<Nothing> fromPlainText(const QString &name, const QString &text, const api::Limits &limits,
                              Member &member)
{
    if constexpr (detail::isOptional<Member>) {
        return fromPlainText(name, text, limits, member.emplace());
    } else if constexpr (!detail::isList<Member> && !api::HasFields<Member> &&
                         !std::same_as<Member, Secret> && !std::same_as<Member, double>) {
        JsonWriter json;
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        isNumber = isNumber && QString::number(number) == text; // 5, and neither +5 nor 05
        json.beginObject();
        json.key(name.toLatin1());
        if (std::same_as<Member, qint64> && isNumber)
            json.value(number);
        else if (std::same_as<Member, bool> && (text == "true"_L1 || text == "false"_L1))
            json.value(text == "true"_L1);
        else
            json.value(text);
        json.endObject();
        return JsonNode::parse(json.take())
            .and_then([&](const JsonNode &node) { return node.member(name); })
            .and_then([&](const JsonNode &node) { return readJson<Member>(node, limits); })
            .map([&](Member read) {
                member = std::move(read);
                return Nothing();
            });
    } else {
        return failure(Error::rejected(u"wrongType"_s, name));
    }
}

} // namespace latchkey::wire
