#include "wire/carrier.h"

#include "wire/jsonbody.h"
#include "wire/plaintext.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace latchkey::wire {

namespace {

bool isTag(const QString &name)
{
    return name == QLatin1StringView(basedOnField);
}

QByteArray headerOf(const QString &name)
{
    return isTag(name) ? "If-Match" : "Last-Event-ID";
}

Error atHeader(Error error, const QString &name)
{
    error.field = QString::fromLatin1(headerOf(name));
    return error;
}

/// Only an entity tag has quotes of its own; an event's id may have them in it.
Result<QString> unquoted(const QString &text, const QString &name)
{
    if (!isTag(name) || text.isEmpty())
        return text;
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        return text.mid(1, text.size() - 2);
    return failure(atHeader(
        Error::rejected(u"malformedRequest"_s, {}, u"an entity tag stands in quotes"_s), name));
}

Result<Nothing> readHeader(const HttpHeaders &headers, const Carrier::Load &load, void *operation)
{
    const auto text = unquoted(QString::fromUtf8(headers.value(headerOf(load.name))), load.name);
    if (!text)
        return failure(text.error());
    if (text->isEmpty() && load.field.isOptional)
        return Nothing();
    if (text->isEmpty()) {
        return failure(atHeader(Error::rejected(u"missingField"_s, {}, u"the header is required"_s),
                                load.name));
    }
    return fromPlainText(*text, load.field, operation).map_error([&](const Error &error) {
        return atHeader(error, load.name);
    });
}

} // namespace

QByteArray entityTag(const QString &version)
{
    return '"' + version.toLatin1() + '"';
}

const FieldShape *versionIn(const Shape &reply)
{
    const auto fields = reply.object.fields;
    const auto found = std::ranges::find_if(fields, [](const FieldShape &field) {
        return field.shape->kind == Shape::Kind::Integer &&
               QLatin1StringView(field.name) == QLatin1StringView(versionField);
    });
    return found == fields.end() ? nullptr : &*found;
}

Carrier::Carrier(Route route, const api::Traits &traits, std::span<const FieldShape> fields)
    : m_route(std::move(route))
    , m_streams(traits.streams)
    , m_fields(fields)
{
    const QStringList pathNames = m_route.parameterNames();
    for (const FieldShape &field : m_fields) {
        const QString name = QLatin1StringView(field.name);
        m_loads.push_back({field, name, placeOf(name, pathNames.contains(name))});
    }
}

Carrier::Place Carrier::placeOf(const QString &name, bool isInPath) const
{
    if (isInPath)
        return Place::Path;
    if (isTag(name) || (m_streams && name == "after"_L1))
        return Place::Header;
    return hasBody() ? Place::Body : Place::Query;
}

bool Carrier::hasBody() const
{
    return m_route.method != HttpMethod::Get && m_route.method != HttpMethod::Delete;
}

Wanted Carrier::inBody() const
{
    return [this](const FieldShape &field) {
        return m_loads[std::size_t(&field - m_fields.data())].place == Place::Body;
    };
}

HttpRequest Carrier::write(const void *operation) const
{
    HttpRequest request;
    request.method = m_route.method;
    PathParameters parameters;
    QUrlQuery query;
    for (const auto &[field, name, place] : m_loads) {
        if (place == Place::Body)
            continue;
        QString text;
        field.show(operation, [&text, &shape = *field.shape](const void *member) {
            text = toPlainText(shape, member);
        });
        if (place == Place::Path)
            parameters.insert(name, text);
        else if (text.isEmpty())
            continue;
        else if (place == Place::Header)
            request.headers.add(headerOf(name), isTag(name) ? entityTag(text) : text.toUtf8());
        else
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(text)));
    }
    request.path = m_route.fill(parameters);
    request.query = query.query(QUrl::FullyEncoded).toLatin1();
    request.headers.add("Accept", m_streams ? "text/event-stream" : "application/json");
    if (hasBody())
        putJson(request, objectOf(m_fields, operation, inBody()));
    return request;
}

Result<Nothing> Carrier::read(const HttpRequest &request, const PathParameters &parameters,
                              void *operation) const
{
    return readElsewhere(request, parameters, operation)
        .and_then([&](Nothing) { return readQuery(request, operation); })
        .and_then([&](Nothing) { return readBody(request, operation); });
}

Result<Nothing> Carrier::readElsewhere(const HttpRequest &request, const PathParameters &parameters,
                                       void *operation) const
{
    Result<Nothing> outcome;
    for (const Load &load : m_loads) {
        if (load.place == Place::Path)
            outcome = fromPlainText(parameters.value(load.name), load.field, operation);
        else if (load.place == Place::Header)
            outcome = readHeader(request.headers, load, operation);
        if (!outcome)
            break;
    }
    return outcome;
}

Result<Nothing> Carrier::readQuery(const HttpRequest &request, void *operation) const
{
    QHash<QString, QString> given;
    const auto items = QUrlQuery(QString::fromLatin1(request.query)).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, text] : items) {
        if (given.contains(name))
            return failure(Error::rejected(u"duplicateField"_s, name));
        given.insert(name, text);
    }
    for (const auto &[field, name, place] : m_loads) {
        if (place != Place::Query || !given.contains(name))
            continue;
        if (auto read = fromPlainText(given.take(name), field, operation); !read)
            return read;
    }
    if (!given.isEmpty())
        return failure(Error::rejected(u"unknownField"_s, given.constBegin().key()));
    return Nothing();
}

Result<Nothing> Carrier::readBody(const HttpRequest &request, void *operation) const
{
    QStringList names;
    for (const Load &load : m_loads) {
        if (load.place == Place::Body)
            names << load.name;
    }
    if (names.isEmpty()) {
        // An operation without fields may come with `{}` or with nothing.
        if (request.body.isEmpty() || request.body == "{}")
            return Nothing();
        return failure(Error::rejected(u"unknownField"_s, QString(), u"no body is expected"_s));
    }
    return jsonOf(request).and_then([&](const JsonNode &node) {
        return node.onlyMembers(names)
            .and_then([&](Nothing) { return onlyFieldsBelow(node, m_fields); })
            .and_then([&](Nothing) {
                return readFields(node, m_fields, Speaker::Asker, operation, inBody());
            });
    });
}

} // namespace latchkey::wire
