#include "wire/ownwire.h"

#include "wire/fieldjson.h"
#include "wire/ownroutes.h"
#include "wire/problem.h"

#include <QUrl>
#include <QUrlQuery>

namespace latchkey::wire {

namespace {

bool hasBody(HttpMethod method)
{
    return method != HttpMethod::Get && method != HttpMethod::Delete;
}

QByteArray quoted(const QString &version)
{
    return '"' + version.toLatin1() + '"';
}

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
    else
        return QString();
}

template <class Member>
Result<Nothing> fromPlainText(const QString &name, const QString &text, const api::Limits &limits,
                              Member &member)
{
    if constexpr (detail::isOptional<Member>) {
        return fromPlainText(name, text, limits, member.emplace());
    } else if constexpr (std::same_as<Member, qint64> || std::same_as<Member, QString> ||
                         detail::isId<Member>) {
        JsonWriter json;
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        json.beginObject();
        json.key(name.toLatin1());
        if (std::same_as<Member, qint64> && isNumber)
            json.value(number);
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
    bool inBody(const QString &name) const
    {
        return hasBody(m_route.method) && !inPath(name) && !inHeader(name);
    }

    HttpRequest write(const Op &operation) const;
    Result<Op> read(const HttpRequest &request, const PathParameters &parameters) const;

private:
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
            request.headers.add(headerName(name), quoted(text));
        else if (inHeader(name))
            request.headers.add(headerName(name), text.toUtf8());
        else
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(text)));
    });
    request.path = m_route.fill(parameters);
    request.query = query.query(QUrl::FullyEncoded).toLatin1();
    request.headers.add("Accept", Op::traits.streams ? "text/event-stream" : "application/json");
    if (hasBody(m_route.method)) {
        JsonWriter json;
        json.beginObject();
        writeFields(json, operation, [this](QLatin1StringView name) { return inBody(name); });
        json.endObject();
        request.body = json.take();
        request.headers.add("Content-Type", "application/json");
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
            if (isTag && text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
                text = text.mid(1, text.size() - 2);
            if (text.isEmpty() && detail::isOptional<Member>)
                return;
            if (text.isEmpty()) {
                outcome = failure(Error::rejected(u"missingField"_s,
                                                  QString::fromLatin1(headerName(name)),
                                                  u"the header is required"_s));
                return;
            }
        }
        outcome = fromPlainText(name, text, field.limits, operation.*field.member);
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
    const QByteArray type = request.headers.value("Content-Type").toLower();
    if (type != "application/json" && !type.startsWith("application/json;")) {
        Error error = Error::rejected(u"malformedRequest"_s, u"Content-Type"_s,
                                      u"expected application/json"_s);
        error.status = 415;
        return failure(error);
    }
    return JsonNode::parse(request.body).and_then([&](const JsonNode &node) {
        return node.onlyMembers(names).and_then([&](Nothing) {
            return readFields(node, operation,
                              [this](QLatin1StringView name) { return inBody(name); });
        });
    });
}

template <class Reply>
HttpReply writeReply(const Reply &value)
{
    HttpReply reply;
    if constexpr (std::same_as<Reply, Nothing>) {
        reply.status = 204;
    } else {
        JsonWriter json;
        writeJson(json, value);
        reply.body = json.take();
        reply.headers.add("Content-Type", "application/json");
        if constexpr (requires { value.version; }) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(value.version)>, qint64>)
                reply.headers.add("ETag", quoted(QString::number(value.version)));
        }
    }
    return reply;
}

template <class Reply>
Result<Reply> readReply(const HttpReply &reply)
{
    if (reply.status < 200 || reply.status > 299)
        return failure(readProblem(reply));
    if constexpr (std::same_as<Reply, Nothing>) {
        // Whoever says more than nothing is another: a hotel's network, for one, and nothing is done.
        if (reply.body.isEmpty())
            return Nothing();
        Error error = Error::of(Error::Kind::Protocol, u"unexpectedBody"_s);
        error.status = reply.status;
        return failure(error);
    } else {
        auto read = JsonNode::parse(reply.body).and_then([](const JsonNode &node) {
            return readJson<Reply>(node);
        });
        if (read)
            return read;
        // To us the other side's mistake is not bad input but a break of the protocol.
        Error error = read.error();
        error.kind = Error::Kind::Protocol;
        error.status = reply.status;
        return failure(error);
    }
}

template <api::Operation Op>
Exchange<Op> derived()
{
    const Carrier<Op> carrier;
    return {.route = ownRoute<Op>(),
            .writeRequest = [carrier](const Op &operation) { return carrier.write(operation); },
            .readRequest =
                [carrier](const HttpRequest &request, const PathParameters &parameters) {
                    return carrier.read(request, parameters);
                },
            .writeReply = writeReply<typename Op::Reply>,
            .readReply = readReply<typename Op::Reply>};
}

constexpr QByteArrayView bearer = "Bearer ";

} // namespace

Wire ownWire()
{
    Wire wire;
    wire.name = u"latchkey"_s;
    wire.idempotencyHeader = "Idempotency-Key";
    wire.putCredential = [](HttpRequest &request, const Secret &token) {
        request.headers.add("Authorization", bearer.toByteArray() + token.reveal());
    };
    wire.takeCredential = [](const HttpHeaders &headers) -> std::optional<Secret> {
        const QByteArray value = headers.value("Authorization");
        if (value.first(std::min(value.size(), bearer.size())).compare(bearer, Qt::CaseInsensitive))
            return std::nullopt;
        return Secret(value.sliced(bearer.size()).trimmed());
    };
    wire.writeError = writeProblem;
    wire.readError = readProblem;
    api::Operations::forEach([&wire]<class Op>() { wire.knows<Op>(derived<Op>()); });
    return wire;
}

} // namespace latchkey::wire
