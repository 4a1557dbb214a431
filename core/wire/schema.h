#pragma once

#include "wire/fieldjson.h"

#include <QJsonArray>
#include <QJsonObject>

/// Values as JSON Schema (2020-12, as OpenAPI 3.1 has it), derived from the fields that they list.
namespace latchkey::wire {

template <class T>
QJsonObject schemaOf(const api::Limits &limits = {});

namespace detail {

inline constexpr qint64 noMax = std::numeric_limits<long long>::max();

inline QJsonObject limited(QJsonObject schema, const api::Limits &limits, const QString &minName,
                           const QString &maxName)
{
    if (limits.min > 0)
        schema[minName] = qint64(limits.min);
    if (limits.max != noMax)
        schema[maxName] = qint64(limits.max);
    return schema;
}

template <class Enum>
QJsonArray namesIn()
{
    QJsonArray names;
    for (const auto &name : namesOf(Enum()))
        names.append(QLatin1StringView(name.text));
    return names;
}

} // namespace detail

/// The schema of those fields that `wanted` lets through.
template <class T, class Wanted>
QJsonObject objectSchema(Wanted wanted)
{
    QJsonObject properties;
    QJsonArray required;
    const auto one = [&](const auto &field) {
        const QString name = QLatin1StringView(field.name);
        if (!wanted(QLatin1StringView(field.name)))
            return;
        using Member = std::remove_cvref_t<decltype(std::declval<T &>().*field.member)>;
        QJsonObject schema = schemaOf<Member>(field.limits);
        if (*field.limits.about)
            schema[u"description"_s] = QString::fromUtf8(field.limits.about);
        properties[name] = schema;
        if (!detail::isOptional<Member>)
            required.append(name);
    };
    std::apply([&](const auto &...fields) { (one(fields), ...); }, T::fields());
    QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    if (!required.isEmpty())
        schema[u"required"_s] = required;
    return schema;
}

template <class T>
QJsonObject schemaOf(const api::Limits &limits)
{
    const auto type = [](const QString &name) { return QJsonObject{{u"type"_s, name}}; };
    if constexpr (detail::isOptional<T>) {
        return schemaOf<typename T::value_type>(limits);
    } else if constexpr (std::same_as<T, bool>) {
        return type(u"boolean"_s);
    } else if constexpr (std::same_as<T, qint64>) {
        return detail::limited(type(u"integer"_s), limits, u"minimum"_s, u"maximum"_s);
    } else if constexpr (std::same_as<T, double>) {
        return type(u"number"_s);
    } else if constexpr (std::same_as<T, QString>) {
        return detail::limited(type(u"string"_s), limits, u"minLength"_s, u"maxLength"_s);
    } else if constexpr (std::same_as<T, Secret>) {
        QJsonObject schema = type(u"string"_s);
        schema[u"format"_s] = u"password"_s;
        return detail::limited(schema, limits, u"minLength"_s, u"maxLength"_s);
    } else if constexpr (std::same_as<T, Timestamp>) {
        QJsonObject schema = type(u"string"_s);
        schema[u"format"_s] = u"date-time"_s;
        return schema;
    } else if constexpr (detail::isId<T>) {
        return detail::limited(type(u"string"_s), {1, 100}, u"minLength"_s, u"maxLength"_s);
    } else if constexpr (api::NamedEnum<T>) {
        QJsonObject schema = type(u"string"_s);
        schema[u"enum"_s] = detail::namesIn<T>();
        if (api::GrowingEnum<T>)
            schema[u"x-more-names-may-come"_s] = true;
        return schema;
    } else if constexpr (detail::isList<T>) {
        QJsonObject schema = type(u"array"_s);
        schema[u"items"_s] = schemaOf<typename T::value_type>();
        return detail::limited(schema, limits, u"minItems"_s, u"maxItems"_s);
    } else {
        return objectSchema<T>([](QLatin1StringView) { return true; });
    }
}

} // namespace latchkey::wire
