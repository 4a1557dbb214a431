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

} // namespace

QList<Breakage> brokenMembers(const QJsonObject &schema, const QByteArray &good)
{
    Breaker breaker;
    breaker.walk(schema, QJsonDocument::fromJson(good).object(), {},
                 [](const QJsonValue &value) { return value; });
    return breaker.found;
}

} // namespace latchkey::test
