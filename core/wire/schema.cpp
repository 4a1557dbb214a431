#include "wire/schema.h"

namespace latchkey::wire {

using Kind = Shape::Kind;

namespace {

constexpr qint64 noMax = std::numeric_limits<long long>::max();

QJsonObject typed(const QString &name, const QString &format = {})
{
    QJsonObject schema{{u"type"_s, name}};
    if (!format.isEmpty())
        schema[u"format"_s] = format;
    return schema;
}

QJsonObject limited(QJsonObject schema, const api::Limits &limits, const QString &what)
{
    if (limits.min != 0)
        schema[u"min"_s + what] = qint64(limits.min);
    if (limits.max != noMax)
        schema[u"max"_s + what] = qint64(limits.max);
    return schema;
}

QJsonObject nameSchema(const Shape::NameAccess &access)
{
    QJsonObject schema = typed(u"string"_s);
    schema[u"enum"_s] = namesIn(access);
    if (access.grows)
        schema[u"x-more-names-may-come"_s] = true;
    return schema;
}

QJsonObject listSchema(const Shape::ListAccess &access)
{
    QJsonObject schema = typed(u"array"_s);
    schema[u"items"_s] = schemaOf(*access.items);
    return schema;
}

} // namespace

QJsonArray namesIn(const Shape::NameAccess &access)
{
    QJsonArray names;
    for (const char *const name : access.all)
        names.append(QLatin1StringView(name));
    return names;
}

QJsonObject objectSchema(std::span<const FieldShape> fields, const Wanted &wanted)
{
    QJsonObject properties;
    QJsonArray required;
    for (const FieldShape &field : fields) {
        if (wanted && !wanted(field))
            continue;
        const QString name = QLatin1StringView(field.name);
        QJsonObject schema = schemaOf(*field.shape, field.limits);
        if (*field.limits.about)
            schema[u"description"_s] = QString::fromUtf8(field.limits.about);
        properties[name] = schema;
        if (!field.isOptional)
            required.append(name);
    }
    QJsonObject schema = typed(u"object"_s);
    schema[u"properties"_s] = properties;
    if (!required.isEmpty())
        schema[u"required"_s] = required;
    return schema;
}

QJsonObject schemaOf(const Shape &shape, const api::Limits &limits)
{
    switch (shape.kind) {
    case Kind::Nothing:
        return typed(u"null"_s);
    case Kind::Boolean:
        return typed(u"boolean"_s);
    case Kind::Integer:
        return limited(typed(u"integer"_s), limits, u"imum"_s);
    case Kind::Number:
        return typed(u"number"_s);
    case Kind::Text:
        return limited(typed(u"string"_s), limits, u"Length"_s);
    case Kind::Secret:
        return limited(typed(u"string"_s, u"password"_s), limits, u"Length"_s);
    case Kind::Moment:
        return typed(u"string"_s, u"date-time"_s);
    case Kind::Id:
        return limited(typed(u"string"_s), {1, 100}, u"Length"_s);
    case Kind::Name:
        return nameSchema(shape.name);
    case Kind::List:
        return limited(listSchema(shape.list), limits, u"Items"_s);
    case Kind::Texts:
        return QJsonObject{{u"type"_s, u"object"_s},
                           {u"additionalProperties"_s, typed(u"string"_s)}};
    case Kind::Object:
        return objectSchema(shape.object.fields);
    }
    Q_UNREACHABLE();
}

} // namespace latchkey::wire
