#include "wire/openapi.h"

#include "wire/carrier.h"
#include "wire/ownrefusals.h"
#include "wire/schema.h"

#include <QJsonDocument>

#include <algorithm>

namespace latchkey::wire {

namespace {

QJsonObject parameter(const QString &name, const QString &in, const QJsonObject &schema,
                      bool required)
{
    return {{u"name"_s, name}, {u"in"_s, in}, {u"schema"_s, schema}, {u"required"_s, required}};
}

QJsonObject content(const QString &type, const QJsonObject &schema)
{
    return {{type, QJsonObject{{u"schema"_s, schema}}}};
}

QJsonObject problemReply(const QString &about)
{
    return {{u"description"_s, about},
            {u"content"_s, content(u"application/problem+json"_s,
                                   {{u"$ref"_s, u"#/components/schemas/Problem"_s}})}};
}

QJsonObject header(const QString &name, const QString &about)
{
    return {{name, QJsonObject{{u"description"_s, about},
                               {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}}}};
}

QJsonObject problemToRetry(const QString &about)
{
    QJsonObject reply = problemReply(about);
    reply[u"headers"_s] = header(u"Retry-After"_s, u"Seconds"_s);
    return reply;
}

QJsonObject problemSchema()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    const QJsonObject number{{u"type"_s, u"integer"_s}};
    const QJsonObject levels{
        {u"type"_s, u"string"_s},
        {u"enum"_s, namesIn(shapeOf<api::Level>.name)},
        {u"x-more-names-may-come"_s, true},
        {u"description"_s, u"With stepUpNeeded: how the session is to be proven again"_s}};
    return {{u"type"_s, u"object"_s},
            {u"required"_s, QJsonArray{u"type"_s, u"title"_s, u"status"_s}},
            {u"properties"_s, QJsonObject{{u"type"_s, text},
                                          {u"title"_s, text},
                                          {u"status"_s, number},
                                          {u"code"_s, text},
                                          {u"field"_s, text},
                                          {u"detail"_s, text},
                                          {u"requiredLevel"_s, levels},
                                          {u"retryAfter"_s, number},
                                          {u"requestId"_s, text}}}};
}

/// What the description of an operation is made from.
struct Described
{
    const api::Traits &traits;
    Carrier carrier;
    const Shape &asked;
    const Shape &reply;
    bool needsProof;
    api::Freshness proof; ///< what is asked for, or the strictest that may be
};

template <api::Operation Op>
Described described()
{
    return {.traits = Op::traits,
            .carrier = Carrier::of<Op>(),
            .asked = shapeOf<Op>,
            .reply = shapeOf<typename Op::Reply>,
            .needsProof = Op::traits.freshness.has_value() || api::choosesFreshness<Op>,
            .proof = Op::traits.freshness.value_or(api::Freshness())};
}

QJsonObject headerParameter(const Carrier::Load &load)
{
    if (load.name != QLatin1StringView(basedOnField)) {
        return parameter(u"Last-Event-ID"_s, u"header"_s,
                         schemaOf(*load.field.shape, load.field.limits), false);
    }
    return parameter(u"If-Match"_s, u"header"_s,
                     {{u"type"_s, u"string"_s},
                      {u"pattern"_s, u"^\"[0-9]+\"$"_s},
                      {u"description"_s, u"The ETag of what the change is based on"_s}},
                     true);
}

/// The parameters of an operation that are not in its body.
QJsonArray parametersOf(const Described &operation)
{
    using Place = Carrier::Place;
    QJsonArray parameters;
    for (const Carrier::Load &load : operation.carrier.loads()) {
        const QJsonObject schema = schemaOf(*load.field.shape, load.field.limits);
        if (load.place == Place::Path)
            parameters.append(parameter(load.name, u"path"_s, schema, true));
        else if (load.place == Place::Header)
            parameters.append(headerParameter(load));
        else if (load.place == Place::Query)
            parameters.append(parameter(load.name, u"query"_s, schema, false));
    }
    if (operation.traits.repeat == api::Repeat::WithKey) {
        parameters.append(parameter(u"Idempotency-Key"_s, u"header"_s,
                                    {{u"type"_s, u"string"_s}, {u"maxLength"_s, 255}},
                                    operation.traits.mustHaveKey));
    }
    return parameters;
}

/// What only some operations refuse. What follows from how one travels is derived.
void addOwnRefusals(QJsonObject &replies, const Described &operation)
{
    using Place = Carrier::Place;
    for (const Carrier::Load &load : operation.carrier.loads()) {
        if (load.place == Place::Path)
            replies[u"404"_s] = problemReply(u"There is none of that name"_s);
        else if (load.name == QLatin1StringView(basedOnField))
            replies[u"412"_s] = problemReply(u"It has changed meanwhile"_s);
    }
    static const std::vector<OwnRefusal> refusals = ownRefusals();
    for (const OwnRefusal &refusal : refusals) {
        const auto &operations = refusal.operations;
        if (std::ranges::find(operations, operation.traits.name) != operations.end()) {
            replies[refusal.status] =
                refusal.isToRetry ? problemToRetry(refusal.about) : problemReply(refusal.about);
        }
    }
}

QJsonObject doneReply(const Described &operation)
{
    if (operation.reply.kind == Shape::Kind::Nothing)
        return {{u"description"_s, u"Done"_s}};
    const QString type = operation.traits.streams ? u"text/event-stream"_s : u"application/json"_s;
    QJsonObject done{{u"description"_s, u"Done"_s},
                     {u"content"_s, content(type, schemaOf(operation.reply))}};
    if (versionIn(operation.reply))
        done[u"headers"_s] = header(u"ETag"_s, u"The version, for If-Match"_s);
    return done;
}

QJsonObject repliesOf(const Described &operation)
{
    const bool isNothing = operation.reply.kind == Shape::Kind::Nothing;
    QJsonObject replies{{isNothing ? u"204"_s : u"200"_s, doneReply(operation)}};
    replies[u"400"_s] = problemReply(u"The request can't be read"_s);
    replies[u"422"_s] = problemReply(u"The request can be read and is not acceptable"_s);
    replies[u"429"_s] = problemToRetry(u"Too many requests; Retry-After says how long"_s);
    if (operation.carrier.hasBody()) {
        replies[u"413"_s] = problemReply(u"More than 1 MiB"_s);
        replies[u"415"_s] = problemReply(u"Not JSON in UTF-8"_s);
    }
    if (operation.traits.scope != api::Scope::Public) {
        replies[u"401"_s] = problemReply(u"Not signed in, or no longer"_s);
        replies[u"403"_s] = problemReply(
            operation.needsProof
                ? u"Not allowed; or, with the code stepUpNeeded, the session is good but "
                  "was not proven recently: prove it as requiredLevel says (password: "
                  "proveWithPassword, or proveByProvider; secondFactor: proveWithCode) and ask "
                  "again"_s
                : u"Not allowed"_s);
    }
    replies[u"503"_s] = problemToRetry(u"Not able to just now; Retry-After says when"_s);
    addOwnRefusals(replies, operation);
    return replies;
}

/// What a request may leave out may also be null there, and what is not named is refused.
QJsonObject asAsked(QJsonObject schema)
{
    QJsonObject properties = schema[u"properties"_s].toObject();
    const QJsonArray required = schema.value(u"required"_s).toArray();
    const QStringList names = properties.keys();
    for (const QString &name : names) {
        QJsonObject property = properties[name].toObject();
        if (property[u"type"_s] == "object"_L1)
            property = asAsked(property);
        if (!required.contains(name)) {
            property[u"type"_s] = QJsonArray{property[u"type"_s], u"null"_s};
            if (QJsonArray all = property.value(u"enum"_s).toArray(); !all.isEmpty()) {
                all.append(QJsonValue::Null);
                property[u"enum"_s] = all;
            }
        }
        properties[name] = property;
    }
    schema[u"properties"_s] = properties;
    schema[u"additionalProperties"_s] = false;
    return schema;
}

QString provenRecently(const Described &operation)
{
    const QString rule = u"The session must have been proven, by signing in or proveWithPassword, "
                         "within the last %1 seconds; otherwise 403 stepUpNeeded."_s.arg(
                             operation.proof.within.count());
    if (operation.traits.name == std::string_view(api::ReviewSession::traits.name))
        return u"For the verdict notMine, which ends the session: "_s + rule;
    return rule;
}

QString lifeInWords(const api::Life &life)
{
    using namespace std::chrono;
    const auto words = [](milliseconds time) {
        if (time >= days(2))
            return u"%1 days"_s.arg(duration_cast<days>(time).count());
        if (time >= 2h)
            return u"%1 hours"_s.arg(duration_cast<hours>(time).count());
        return u"%1 minutes"_s.arg(duration_cast<minutes>(time).count());
    };
    return u"after %1 without being used, and after %2 in any case"_s.arg(words(life.idle),
                                                                          words(life.absolute));
}

QString aboutTokens()
{
    return u"A session's token. A session ends "_s + lifeInWords(api::personLife) +
           u"; an administrator's ends "_s + lifeInWords(api::adminLife) +
           u". An operator may have set other times; expiresAt of the session says when it ends. "
           "Some operations ask that the session was proven lately: that a token was used lately "
           "counts for nothing there. The secret of an API session is a token as well; whatever is "
           "marked x-not-for-api-sessions answers 403 notForApiSessions to it."_s;
}

QJsonObject describe(const Described &operation)
{
    const api::Traits &traits = operation.traits;
    const QJsonObject body =
        asAsked(objectSchema(operation.asked.object.fields, operation.carrier.inBody()));
    QJsonObject description{{u"operationId"_s, QLatin1StringView(traits.name)},
                            {u"summary"_s, QString::fromUtf8(traits.summary)},
                            {u"responses"_s, repliesOf(operation)}};
    if (const QJsonArray parameters = parametersOf(operation); !parameters.isEmpty())
        description[u"parameters"_s] = parameters;
    if (!body[u"properties"_s].toObject().isEmpty()) {
        description[u"requestBody"_s] = QJsonObject{
            {u"required"_s, true}, {u"content"_s, content(u"application/json"_s, body)}};
    }
    if (traits.scope != api::Scope::Public)
        description[u"security"_s] = QJsonArray{QJsonObject{{u"bearer"_s, QJsonArray()}}};
    if (api::isForPeople(traits))
        description[u"x-not-for-api-sessions"_s] = true;
    if (operation.needsProof) {
        description[u"x-proven-within-seconds"_s] = qint64(operation.proof.within.count());
        description[u"x-proven-with"_s] = nameOf(operation.proof.level);
        description[u"description"_s] = provenRecently(operation);
    }
    return description;
}

void addTo(QJsonObject &paths, const Described &operation)
{
    const Route &route = operation.carrier.route();
    const QString name = QString::fromLatin1(route.path);
    QJsonObject path = paths[name].toObject();
    path[QString::fromLatin1(toBytes(route.method).toLower())] = describe(operation);
    paths[name] = path;
}

} // namespace

QByteArray openApi()
{
    QJsonObject paths;
    api::Operations::forEach([&paths]<class Op>() { addTo(paths, described<Op>()); });
    const QJsonObject bearer{
        {u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}, {u"description"_s, aboutTokens()}};
    const QJsonObject document{
        {u"openapi"_s, u"3.1.0"_s},
        {u"info"_s, QJsonObject{{u"title"_s, u"Latchkey account API"_s},
                                {u"version"_s, u"1"_s},
                                {u"license"_s, QJsonObject{{u"name"_s, u"MIT"_s}}}}},
        {u"paths"_s, paths},
        {u"components"_s, QJsonObject{{u"schemas"_s, QJsonObject{{u"Problem"_s, problemSchema()}}},
                                      {u"securitySchemes"_s, QJsonObject{{u"bearer"_s, bearer}}}}}};
    return QJsonDocument(document).toJson();
}

} // namespace latchkey::wire
