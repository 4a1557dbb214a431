#pragma once

#include "base/httpmessage.h"
#include "wire/jsonbody.h"
#include "wire/ownroutes.h"
#include "wire/plaintext.h"

#include <QUrl>
#include <QUrlQuery>

namespace latchkey::wire {

inline QByteArray entityTag(const QString &version)
{
    return '"' + version.toLatin1() + '"';
}

/// The one place that knows where each field of an operation travels.
template <api::Operation Op>
class Carrier
{
public:
    Carrier()
        : m_route(ownRoute<Op>())
        , m_pathNames(m_route.parameterNames())
    {}

    bool inPath(const QString &name) const { return m_pathNames.contains(name); }
    bool inHeader(const QString &name) const
    {
        return name == QLatin1StringView(basedOnField) ||
               (Op::traits.streams && name == "after"_L1);
    }
    bool inBody(const QString &name) const { return hasBody() && !inPath(name) && !inHeader(name); }

    HttpRequest write(const Op &operation) const;
    Result<Op> read(const HttpRequest &request, const PathParameters &parameters) const;

private:
    bool hasBody() const
    {
        return m_route.method != HttpMethod::Get && m_route.method != HttpMethod::Delete;
    }
    QByteArray headerName(const QString &name) const
    {
        return name == QLatin1StringView(basedOnField) ? "If-Match" : "Last-Event-ID";
    }

    Result<Nothing> readBody(const HttpRequest &request, Op &operation) const;
    Result<Nothing> readQuery(const HttpRequest &request, Op &operation) const;
    Result<Nothing> readElsewhere(const HttpRequest &request, const PathParameters &parameters,
                                  Op &operation) const;

    Route m_route;
    QStringList m_pathNames;
};

template <class T, class Visit>
void forEachField(Visit visit)
{
    std::apply([&](const auto &...fields) { (visit(fields), ...); }, T::fields());
}

template <api::Operation Op>
HttpRequest Carrier<Op>::write(const Op &operation) const
{
    HttpRequest request;
    request.method = m_route.method;
    PathParameters parameters;
    QUrlQuery query;
    forEachField<Op>([&](const auto &field) {
        const QString name = QLatin1StringView(field.name);
        const QString text = toPlainText(operation.*field.member);
        if (inPath(name))
            parameters.insert(name, text);
        else if (text.isEmpty() || inBody(name))
            return;
        else if (name == QLatin1StringView(basedOnField))
            request.headers.add(headerName(name), entityTag(text));
        else if (inHeader(name))
            request.headers.add(headerName(name), text.toUtf8());
        else
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(text)));
    });
    request.path = m_route.fill(parameters);
    request.query = query.query(QUrl::FullyEncoded).toLatin1();
    request.headers.add("Accept", Op::traits.streams ? "text/event-stream" : "application/json");
    if (hasBody()) {
        JsonWriter json;
        json.beginObject();
        writeFields(json, operation, Op::fields(),
                    [this](QLatin1StringView name) { return inBody(name); });
        json.endObject();
        putJson(request, json.take());
    }
    return request;
}

template <api::Operation Op>
Result<Op> Carrier<Op>::read(const HttpRequest &request, const PathParameters &parameters) const
{
    Op operation;
    return readElsewhere(request, parameters, operation)
        .and_then([&](Nothing) { return readQuery(request, operation); })
        .and_then([&](Nothing) { return readBody(request, operation); })
        .map([&](Nothing) { return std::move(operation); });
}

template <api::Operation Op>
Result<Nothing> Carrier<Op>::readElsewhere(const HttpRequest &request,
                                           const PathParameters &parameters, Op &operation) const
{
    Result<Nothing> outcome;
    forEachField<Op>([&](const auto &field) {
        const QString name = QLatin1StringView(field.name);
        if (!outcome || (!inPath(name) && !inHeader(name)))
            return;
        using Member = std::remove_cvref_t<decltype(operation.*field.member)>;
        QString text = parameters.value(name);
        if (inHeader(name)) {
            text = QString::fromUtf8(request.headers.value(headerName(name)));
            // Only an entity tag has quotes of its own; an event's id may have them in it.
            const bool isTag = name == QLatin1StringView(basedOnField);
            const bool isQuoted = text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
            if (isTag && isQuoted) {
                text = text.mid(1, text.size() - 2);
            } else if (isTag && !text.isEmpty()) {
                outcome = failure(Error::rejected(u"malformedRequest"_s,
                                                  QString::fromLatin1(headerName(name)),
                                                  u"an entity tag stands in quotes"_s));
                return;
            }
            if (text.isEmpty() && detail::isOptional<Member>)
                return;
            if (text.isEmpty()) {
                outcome = failure(Error::rejected(u"missingField"_s,
                                                  QString::fromLatin1(headerName(name)),
                                                  u"the header is required"_s));
                return;
            }
        }
        outcome = fromPlainText(name, text, field.limits, operation.*field.member)
                      .map_error([&](Error error) {
                          if (inHeader(name))
                              error.field = QString::fromLatin1(headerName(name));
                          return error;
                      });
    });
    return outcome;
}

template <api::Operation Op>
Result<Nothing> Carrier<Op>::readQuery(const HttpRequest &request, Op &operation) const
{
    QHash<QString, QString> given;
    const auto items = QUrlQuery(QString::fromLatin1(request.query)).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, text] : items) {
        if (given.contains(name))
            return failure(Error::rejected(u"duplicateField"_s, name));
        given.insert(name, text);
    }
    Result<Nothing> outcome;
    forEachField<Op>([&](const auto &field) {
        const QString name = QLatin1StringView(field.name);
        if (!outcome || inPath(name) || inHeader(name) || inBody(name) || !given.contains(name))
            return;
        outcome = fromPlainText(name, given.take(name), field.limits, operation.*field.member);
    });
    if (outcome && !given.isEmpty())
        return failure(Error::rejected(u"unknownField"_s, given.constBegin().key()));
    return outcome;
}

template <api::Operation Op>
Result<Nothing> Carrier<Op>::readBody(const HttpRequest &request, Op &operation) const
{
    QStringList names;
    for (const QString &name : fieldNames<Op>()) {
        if (inBody(name))
            names << name;
    }
    if (names.isEmpty()) {
        // An operation without fields may come with `{}` or with nothing.
        if (request.body.isEmpty() || request.body == "{}")
            return Nothing();
        return failure(Error::rejected(u"unknownField"_s, QString(), u"no body is expected"_s));
    }
    return jsonOf(request).and_then([&](const JsonNode &node) {
        return node.onlyMembers(names)
            .and_then([&](Nothing) { return onlyFieldsBelow<Op>(node); })
            .and_then([&](Nothing) {
                return readFields(node, operation, Op::fields(),
                                  [this](QLatin1StringView name) { return inBody(name); });
            });
    });
}

} // namespace latchkey::wire
