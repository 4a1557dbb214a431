#include "breakages.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

namespace latchkey::test {

using namespace Qt::StringLiterals;

namespace {

using Put = std::function<QJsonValue(const QJsonValue &)>;

QByteArray textOf(const QJsonValue &root)
{
    const QJsonDocument json =
        root.isObject() ? QJsonDocument(root.toObject()) : QJsonDocument(root.toArray());
    return json.toJson(QJsonDocument::Compact);
}

QJsonValue ofAnotherType(const QString &type)
{
    if (type == "string"_L1)
        return 7;
    if (type == "object"_L1)
        return QJsonArray();
    if (type == "array"_L1)
        return QJsonObject();
    return u"7"_s;
}

/// Walks a good answer; `put` gives the whole answer with another value in this place.
class Breaker
{
public:
    void walk(const QJsonObject &schema, const QJsonValue &good, const QString &path,
              const Put &put)
    {
        const QString type = schema[u"type"_s].toString();
        add(u"other type: "_s + path, put(ofAnotherType(type)), u"wrongType"_s, path);
        if (schema.contains(u"enum"_s) && !schema.contains(u"x-more-names-may-come"_s))
            add(u"unknown name: "_s + path, put(u"neverHeardOf"_s), u"unknownValue"_s, path);
        if (schema[u"format"_s] == "date-time"_L1)
            add(u"no time: "_s + path, put(u"yesterday"_s), u"wrongType"_s, path);
        if (type == "integer"_L1)
            add(u"no integer: "_s + path, put(1.5), u"wrongType"_s, path);
        if (type == "object"_L1)
            walkMembers(schema, good.toObject(), path, put);
        if (type == "array"_L1 && !good.toArray().isEmpty())
            walkFirst(schema, good.toArray(), path, put);
    }

    QList<Breakage> found;

private:
    void add(const QString &name, const QJsonValue &root, const QString &code, const QString &path)
    {
        found.append({name, textOf(root), code, path});
    }

    void walkMembers(const QJsonObject &schema, const QJsonObject &good, const QString &path,
                     const Put &put)
    {
        const QJsonArray required = schema[u"required"_s].toArray();
        const QJsonObject properties = schema[u"properties"_s].toObject();
        for (auto member = good.begin(); member != good.end(); ++member) {
            const QString name = member.key();
            const QString place = path.isEmpty() ? name : path + u'.' + name;
            if (required.contains(name)) {
                QJsonObject without = good;
                without.remove(name);
                add(u"missing: "_s + place, put(without), u"missingField"_s, place);
            }
            walk(properties[name].toObject(), *member, place,
                 [&good, name, &put](const QJsonValue &value) {
                     QJsonObject changed = good;
                     changed[name] = value;
                     return put(changed);
                 });
        }
    }

    void walkFirst(const QJsonObject &schema, const QJsonArray &good, const QString &path,
                   const Put &put)
    {
        walk(schema[u"items"_s].toObject(), good.first(), path + u"[0]"_s,
             [&good, &put](const QJsonValue &value) {
                 QJsonArray changed = good;
                 changed[0] = value;
                 return put(changed);
             });
    }
};

QString typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Null:
    case QJsonValue::Bool:
    case QJsonValue::Double:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

/// Walks a good answer of which no schema says what must be in it.
class BlindBreaker
{
public:
    void walk(const QJsonValue &good, const QString &path, const Put &put)
    {
        if (good.isObject())
            walkMembers(good.toObject(), path, put);
        const QJsonArray items = good.toArray();
        if (items.isEmpty())
            return;
        walk(items.first(), path + u"[0]"_s, [&items, &put](const QJsonValue &value) {
            QJsonArray changed = items;
            changed[0] = value;
            return put(changed);
        });
    }

    QList<Breakage> found;

private:
    void walkMembers(const QJsonObject &good, const QString &path, const Put &put)
    {
        for (auto member = good.begin(); member != good.end(); ++member) {
            const QString name = member.key();
            const QString place = path.isEmpty() ? name : path + u'.' + name;
            const Put inside = [&good, name, &put](const QJsonValue &value) {
                QJsonObject changed = good;
                changed[name] = value;
                return put(changed);
            };
            QJsonObject without = good;
            without.remove(name);
            add(u"missing: "_s + place, put(without), u"missingField"_s, place);
            add(u"null: "_s + place, inside(QJsonValue()), u"missingField"_s, place);
            add(u"other type: "_s + place, inside(ofAnotherType(typeOf(*member))), u"wrongType"_s,
                place);
            walk(*member, place, inside);
        }
    }

    void add(const QString &name, const QJsonValue &root, const QString &code, const QString &path)
    {
        found.append({name, textOf(root), code, path});
    }
};

QJsonValue rootOf(const QByteArray &text)
{
    const QJsonDocument json = QJsonDocument::fromJson(text);
    return json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
}

} // namespace

QList<Breakage> everyBreakage(const QByteArray &good)
{
    BlindBreaker breaker;
    breaker.walk(rootOf(good), {}, [](const QJsonValue &value) { return value; });
    return breaker.found;
}

QList<Breakage> brokenMembers(const QJsonObject &schema, const QByteArray &good)
{
    Breaker breaker;
    breaker.walk(schema, QJsonDocument::fromJson(good).object(), {},
                 [](const QJsonValue &value) { return value; });
    return breaker.found;
}

} // namespace latchkey::test
