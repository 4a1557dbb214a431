#include "base/jsonnode.h"

#include <QSet>

#include <simdjson.h>

namespace latchkey {

using namespace Qt::StringLiterals;

struct JsonNode::Value
{
    std::variant<std::monostate, bool, qint64, double, QString, Array, Object> held;
};

struct JsonNode::Member
{
    QString name;
    Value value;
};

/// Turns the library's document into ours, so that its header stays in this file.
struct JsonNode::Builder
{
    /// Where we are, from the leaf up. Spelled out only for a refusal: a long name above a long
    /// list would otherwise cost their product.
    struct Place
    {
        const Place *above = nullptr;
        const QString *name = nullptr; ///< nothing for an item
        qsizetype index = 0;

        QString path() const
        {
            if (!above)
                return {};
            const QString before = above->path();
            if (!name)
                return before + u'[' + QString::number(index) + u']';
            return before.isEmpty() ? *name : before + u'.' + *name;
        }
    };

    static QString text(std::string_view view)
    {
        QString text = QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
        // Qt takes U+FEFF at the beginning for a mark and drops it; here it is a character.
        if (view.starts_with("\xEF\xBB\xBF"))
            text.prepend(QChar(QChar::ByteOrderMark));
        return text;
    }

    Result<Value> object(const simdjson::dom::object &source, const Place &here)
    {
        Object members;
        members.reserve(source.size());
        QSet<QString> seen;
        for (const auto &field : source) {
            if (field.key.size() > std::size_t(maxName)) {
                return failure(Error::rejected(u"nameTooLong"_s, here.path(),
                                               u"a name of more than %1 bytes"_s.arg(maxName)));
            }
            const QString name = text(field.key);
            const Place place{.above = &here, .name = &name};
            if (seen.contains(name)) {
                return failure(
                    Error::rejected(u"duplicateField"_s, place.path(), u"given twice"_s));
            }
            seen.insert(name);
            auto value = build(field.value, place);
            if (!value)
                return failure(value.error());
            members.push_back({name, std::move(*value)});
        }
        return Value{std::move(members)};
    }

    Result<Value> array(const simdjson::dom::array &source, const Place &here)
    {
        Array items;
        items.reserve(source.size());
        for (const simdjson::dom::element item : source) {
            const auto index = static_cast<qsizetype>(items.size());
            auto value = build(item, Place{.above = &here, .index = index});
            if (!value)
                return failure(value.error());
            items.push_back(std::move(*value));
        }
        return Value{std::move(items)};
    }

    Result<Value> build(const simdjson::dom::element &source, const Place &here)
    {
        using Type = simdjson::dom::element_type;
        if (++m_values > maxValues) {
            return failure(Error::rejected(u"tooManyValues"_s, QString(),
                                           u"more than %1 values"_s.arg(maxValues)));
        }
        switch (source.type()) {
        case Type::NULL_VALUE:
            return Value{std::monostate()};
        case Type::BOOL:
            return Value{source.get_bool().value_unsafe()};
        case Type::INT64:
            return Value{static_cast<qint64>(source.get_int64().value_unsafe())};
        case Type::UINT64: // beyond what any of our numbers can be
            return failure(Error::rejected(u"outOfRange"_s, here.path(), u"number too large"_s));
        case Type::DOUBLE:
            return Value{source.get_double().value_unsafe()};
        case Type::STRING:
            return Value{text(source.get_string().value_unsafe())};
        case Type::ARRAY:
            return array(source.get_array().value_unsafe(), here);
        case Type::OBJECT:
            return object(source.get_object().value_unsafe(), here);
        }
        Q_UNREACHABLE();
    }

private:
    int m_values = 0;
};

JsonNode::JsonNode(std::shared_ptr<const Value> root, const Value *value, QString path)
    : m_root(std::move(root))
    , m_value(value)
    , m_path(std::move(path))
{}

JsonNode JsonNode::at(const Value &value, const QString &path) const
{
    return JsonNode(m_root, &value, path);
}

Result<JsonNode> JsonNode::parse(QByteArrayView bytes)
{
    simdjson::dom::parser parser;
    if (bytes.isEmpty()) // there may be no address at all, which is nothing to copy from
        return failure(Error::rejected(u"malformedJson"_s, QString(), u"nothing there"_s));
    const auto size = static_cast<size_t>(bytes.size());
    simdjson::error_code error = parser.allocate(std::max<size_t>(size, 64), maxDepth);
    simdjson::dom::element root;
    if (!error)
        error = parser.parse(bytes.data(), size).get(root);
    if (error) {
        return failure(Error::rejected(u"malformedJson"_s, QString(),
                                       QString::fromUtf8(simdjson::error_message(error))));
    }
    auto value = Builder().build(root, {});
    if (!value)
        return failure(value.error());
    const auto shared = std::make_shared<const Value>(std::move(*value));
    return JsonNode(shared, shared.get(), QString());
}

bool JsonNode::isNull() const
{
    return std::holds_alternative<std::monostate>(m_value->held);
}

Error JsonNode::refuse(const QString &code, const QString &detail) const
{
    return Error::rejected(code, m_path, detail);
}

template <class T>
Result<const T *> JsonNode::as(const char *expected) const
{
    if (const T *held = std::get_if<T>(&m_value->held))
        return held;
    return failure(refuse(u"wrongType"_s, u"expected "_s + QLatin1StringView(expected)));
}

Result<QString> JsonNode::text() const
{
    return as<QString>("a string").map([](const QString *held) { return *held; });
}

Result<bool> JsonNode::boolean() const
{
    return as<bool>("a boolean").map([](const bool *held) { return *held; });
}

Result<qint64> JsonNode::integer() const
{
    return as<qint64>("an integer").map([](const qint64 *held) { return *held; });
}

Result<double> JsonNode::number() const
{
    if (const auto *whole = std::get_if<qint64>(&m_value->held))
        return static_cast<double>(*whole);
    return as<double>("a number").map([](const double *held) { return *held; });
}

Result<QList<JsonNode>> JsonNode::items() const
{
    return as<Array>("an array").map([this](const Array *held) {
        QList<JsonNode> nodes;
        nodes.reserve(static_cast<qsizetype>(held->size()));
        for (const Value &item : *held)
            nodes.append(at(item, m_path + u'[' + QString::number(nodes.size()) + u']'));
        return nodes;
    });
}

Result<QList<std::pair<QString, JsonNode>>> JsonNode::members() const
{
    return as<Object>("an object").map([this](const Object *held) {
        QList<std::pair<QString, JsonNode>> nodes;
        nodes.reserve(static_cast<qsizetype>(held->size()));
        for (const auto &[name, value] : *held)
            nodes.append({name, at(value, m_path.isEmpty() ? name : m_path + u'.' + name)});
        return nodes;
    });
}

Result<std::optional<JsonNode>> JsonNode::optionalMember(const QString &name) const
{
    return as<Object>("an object").map([&](const Object *held) -> std::optional<JsonNode> {
        for (const auto &[memberName, value] : *held) {
            if (memberName == name && !std::holds_alternative<std::monostate>(value.held))
                return at(value, m_path.isEmpty() ? name : m_path + u'.' + name);
        }
        return std::nullopt;
    });
}

Result<JsonNode> JsonNode::member(const QString &name) const
{
    return optionalMember(name).and_then([&](const auto &found) -> Result<JsonNode> {
        if (found)
            return *found;
        return failure(Error::rejected(
            u"missingField"_s, m_path.isEmpty() ? name : m_path + u'.' + name, u"required"_s));
    });
}

Result<Nothing> JsonNode::onlyMembers(const QList<QString> &names) const
{
    return members().and_then([&](const auto &present) -> Result<Nothing> {
        for (const auto &[name, node] : present) {
            if (!names.contains(name))
                return failure(node.refuse(u"unknownField"_s, u"not a field of this object"_s));
        }
        return Nothing();
    });
}

} // namespace latchkey
