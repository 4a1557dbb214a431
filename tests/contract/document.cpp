#include "document.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

namespace latchkey::test {

using namespace Qt::StringLiterals;

const Document &Document::published()
{
    static const Document document = [] {
        QFile file(QStringLiteral(OPENAPI_DOCUMENT));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s can't be read", OPENAPI_DOCUMENT);
        return Document(QJsonDocument::fromJson(file.readAll()).object());
    }();
    return document;
}

Document::Document(const QJsonObject &root)
    : m_root(root)
{
    const QJsonObject paths = root[u"paths"_s].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path->toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method) {
            const QJsonObject about = method->toObject();
            m_operations[about[u"operationId"_s].toString()] = {method.key().toUpper(), path.key(),
                                                                about};
        }
    }
}

QJsonObject Document::replySchema(const QString &operation) const
{
    const QJsonObject content =
        m_operations[operation].about[u"responses"_s][u"200"_s][u"content"_s].toObject();
    return content.isEmpty() ? QJsonObject() : content.begin()->toObject()[u"schema"_s].toObject();
}

QStringList Document::faultsOf(const QString &operation, const HttpRequest &request) const
{
    const Operation &asked = m_operations[operation];
    QStringList faults;
    if (QString::fromLatin1(toBytes(request.method)) != asked.method)
        faults << u"method: "_s + QString::fromLatin1(toBytes(request.method));
    static const QRegularExpression parameter(u"\\{[a-zA-Z]+\\}"_s);
    const QString pattern = QString(asked.path).replace(parameter, u"[^/?#]+"_s);
    if (!QRegularExpression(QRegularExpression::anchoredPattern(pattern))
             .match(QString::fromLatin1(request.path))
             .hasMatch())
        faults << u"path: "_s + QString::fromLatin1(request.path);
    const bool isSigned = !request.headers.value("Authorization").isEmpty();
    if (isSigned != asked.about.contains(u"security"_s))
        faults << (isSigned ? u"signed"_s : u"not signed"_s);
    faults << faultsOfParameters(asked, request);

    const QJsonObject content = asked.about[u"requestBody"_s][u"content"_s].toObject();
    if (content.isEmpty()) {
        if (!request.body.isEmpty() && request.body != "{}")
            faults << u"a body where none is documented"_s;
        return faults;
    }
    const QString type = QString::fromLatin1(request.headers.value("Content-Type"));
    if (!content.contains(type))
        return faults << u"content type: "_s + type;
    return faults + faultsOfBody(content[type][u"schema"_s].toObject(), request.body);
}

QStringList Document::faultsOfParameters(const Operation &operation,
                                         const HttpRequest &request) const
{
    QStringList faults;
    QStringList inQuery;
    const QJsonArray parameters = operation.about[u"parameters"_s].toArray();
    for (const QJsonValue parameter : parameters) {
        const QString name = parameter[u"name"_s].toString();
        const QString in = parameter[u"in"_s].toString();
        if (in == "query"_L1)
            inQuery << name;
        if (in != "header"_L1)
            continue;
        const QString value = QString::fromUtf8(request.headers.value(name.toLatin1()));
        if (!value.isEmpty())
            compare(parameter[u"schema"_s].toObject(), value, name, faults);
        else if (parameter[u"required"_s].toBool())
            faults << name + u" is missing"_s;
    }
    const auto items = QUrlQuery(QString::fromLatin1(request.query)).queryItems();
    for (const auto &[name, value] : items) {
        if (!inQuery.contains(name))
            faults << u"not documented in the query: "_s + name;
    }
    return faults;
}

QJsonObject Document::contentOf(const QString &operation, int status) const
{
    return m_operations[operation]
        .about[u"responses"_s][QString::number(status)][u"content"_s]
        .toObject();
}

QStringList Document::faultsOfHead(const QString &operation, const HttpReply &reply) const
{
    const QString status = QString::number(reply.status);
    if (!m_operations[operation].about[u"responses"_s].toObject().contains(status))
        return {u"status "_s + status + u" is not documented"_s};
    const QJsonObject content = contentOf(operation, reply.status);
    const QString type = QString::fromLatin1(reply.headers.value("Content-Type"));
    if (content.isEmpty() ? type.isEmpty() : content.contains(type))
        return {};
    return {u"content type %1 with %2"_s.arg(type, status)};
}

QStringList Document::faultsOf(const QString &operation, const HttpReply &reply) const
{
    QStringList faults = faultsOfHead(operation, reply);
    if (!faults.isEmpty())
        return faults;
    const QJsonObject content = contentOf(operation, reply.status);
    if (content.isEmpty())
        return reply.body.isEmpty() ? QStringList() : QStringList{u"a body"_s};
    faults = faultsOfBody(content.begin()->toObject()[u"schema"_s].toObject(), reply.body);
    if (content.contains(u"application/problem+json"_s)) {
        const QJsonObject problem = QJsonDocument::fromJson(reply.body).object();
        if (problem[u"status"_s].toInt() != reply.status)
            faults << u"the problem names another status"_s;
    }
    return faults;
}

QStringList Document::faultsOfEvent(const QString &operation, const QByteArray &json) const
{
    return faultsOfBody(replySchema(operation), json);
}

QJsonObject Document::resolved(const QJsonObject &schema) const
{
    if (!schema.contains(u"$ref"_s))
        return schema;
    QJsonValue found = m_root;
    for (const QString &part : schema[u"$ref"_s].toString().mid(2).split(u'/'))
        found = found[part];
    return found.toObject();
}

QStringList Document::faultsOfBody(const QJsonObject &schema, const QByteArray &body) const
{
    QJsonParseError error{};
    const QJsonDocument json = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return {error.errorString()};
    QStringList faults;
    compare(schema, json.isObject() ? QJsonValue(json.object()) : QJsonValue(json.array()),
            u"body"_s, faults);
    return faults;
}

void Document::compare(const QJsonObject &asWritten, const QJsonValue &value, const QString &where,
                       QStringList &faults) const
{
    const QJsonObject schema = resolved(asWritten);
    // Of two types the second is null, which our own client leaves out.
    const QJsonValue types = schema[u"type"_s];
    const QString type = types.isArray() ? types[0].toString() : types.toString();
    const double number = value.toDouble();
    const bool fits = type == "string"_L1    ? value.isString()
                      : type == "boolean"_L1 ? value.isBool()
                      : type == "integer"_L1 ? value.isDouble() && number == double(qint64(number))
                      : type == "array"_L1   ? value.isArray()
                                             : type == "object"_L1 && value.isObject();
    if (!fits) {
        faults << u"%1 is no %2"_s.arg(where, type);
    } else if (value.isString()) {
        compareText(schema, value.toString(), where, faults);
    } else if (value.isDouble()) {
        if (number < schema[u"minimum"_s].toDouble(number) ||
            number > schema[u"maximum"_s].toDouble(number))
            faults << where + u" is out of range"_s;
    } else if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            compare(schema[u"items"_s].toObject(), items[i], u"%1[%2]"_s.arg(where).arg(i), faults);
    } else if (value.isObject()) {
        compareObject(schema, value.toObject(), where, faults);
    }
}

void Document::compareText(const QJsonObject &schema, const QString &text, const QString &where,
                           QStringList &faults) const
{
    const qsizetype length = text.toUcs4().size();
    if (length < schema[u"minLength"_s].toInteger(0) ||
        length > schema[u"maxLength"_s].toInteger(length))
        faults << where + u" is too short or too long"_s;
    const QJsonArray names = schema[u"enum"_s].toArray();
    if (!names.isEmpty() && !names.contains(text))
        faults << u"%1 is %2, which is not documented"_s.arg(where, text);
    const bool isMoment = schema[u"format"_s] == "date-time"_L1;
    if (isMoment && !QDateTime::fromString(text, Qt::ISODateWithMs).isValid())
        faults << where + u" is no time"_s;
}

void Document::compareObject(const QJsonObject &schema, const QJsonObject &object,
                             const QString &where, QStringList &faults) const
{
    const QJsonObject properties = schema[u"properties"_s].toObject();
    const QJsonArray required = schema[u"required"_s].toArray();
    for (const QJsonValue name : required) {
        if (!object.contains(name.toString()))
            faults << u"%1.%2 is missing"_s.arg(where, name.toString());
    }
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString place = where + u'.' + member.key();
        if (properties.contains(member.key()))
            compare(properties[member.key()].toObject(), *member, place, faults);
        else
            faults << place + u" is not documented"_s;
    }
}

} // namespace latchkey::test
