#include "wire/fieldjson.h"

#include "base/textsafety.h"

#include <algorithm>

namespace latchkey::wire::detail {

Result<QString> readText(const JsonNode &node, const api::Limits &limits)
{
    return node.text().and_then([&](const QString &text) -> Result<QString> {
        const auto length =
            std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); });
        if (length < limits.min)
            return failure(node.refuse(limits.min == 1 ? u"empty"_s : u"tooShort"_s, {}));
        if (length > limits.max)
            return failure(node.refuse(u"tooLong"_s, {}));
        if (text.contains(QChar::Null))
            return failure(node.refuse(u"controlCharacter"_s, {}));
        return text;
    });
}

Result<QString> readLine(const JsonNode &node, const api::Limits &limits)
{
    return readText(node, limits).and_then([&](const QString &text) -> Result<QString> {
        if (misleads(text))
            return failure(node.refuse(u"controlCharacter"_s, {}));
        return text;
    });
}

Result<qint64> readInteger(const JsonNode &node, const api::Limits &limits)
{
    return node.integer().and_then([&](qint64 number) -> Result<qint64> {
        if (number < limits.min || number > limits.max)
            return failure(node.refuse(u"outOfRange"_s, {}));
        return number;
    });
}

Result<TextMap> readTextMap(const JsonNode &node)
{
    return node.members().and_then([](const auto &members) -> Result<TextMap> {
        TextMap map;
        for (const auto &[name, member] : members) {
            const auto text = readLine(member, {});
            if (!text)
                return failure(text.error());
            map.insert(name, *text);
        }
        return map;
    });
}

} // namespace latchkey::wire::detail
