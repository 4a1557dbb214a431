#include "wire/openapi.h"

#include "wire/ownroutes.h"
#include "wire/schema.h"

#include <QJsonDocument>

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
        {u"enum"_s, detail::namesIn<api::Level>()},
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

/// The parameters of an operation that are not in its body.
template <api::Operation Op>
QJsonArray parametersOf(const Route &route, bool body)
{
    QJsonArray parameters;
    const auto one = [&](const auto &field) {
        const QString name = QLatin1StringView(field.name);
        using Member = std::remove_cvref_t<decltype(std::declval<Op &>().*field.member)>;
        const QJsonObject schema = schemaOf<Member>(field.limits);
        if (route.parameterNames().contains(name))
            parameters.append(parameter(name, u"path"_s, schema, true));
        else if (name == QLatin1StringView(basedOnField))
            parameters.append(
                parameter(u"If-Match"_s, u"header"_s,
                          {{u"type"_s, u"string"_s},
                           {u"pattern"_s, u"^\"[0-9]+\"$"_s},
                           {u"description"_s, u"The ETag of what the change is based on"_s}},
                          true));
        else if (Op::traits.streams && name == "after"_L1)
            parameters.append(parameter(u"Last-Event-ID"_s, u"header"_s, schema, false));
        else if (!body)
            parameters.append(parameter(name, u"query"_s, schema, false));
    };
    std::apply([&](const auto &...fields) { (one(fields), ...); }, Op::fields());
    if (Op::traits.repeat == api::Repeat::WithKey) {
        parameters.append(parameter(u"Idempotency-Key"_s, u"header"_s,
                                    {{u"type"_s, u"string"_s}, {u"maxLength"_s, 255}}, false));
    }
    return parameters;
}

/// What only some operations refuse. What follows from how one travels is derived; the rest its
/// handler alone knows.
template <api::Operation Op>
void addOwnRefusals(QJsonObject &replies)
{
    if (!ownRoute<Op>().parameterNames().isEmpty())
        replies[u"404"_s] = problemReply(u"There is none of that name"_s);
    if (fieldNames<Op>().contains(QLatin1StringView(basedOnField)))
        replies[u"412"_s] = problemReply(u"It has changed meanwhile"_s);
    if constexpr (std::same_as<Op, api::SignIn>)
        replies[u"401"_s] =
            problemReply(u"The e-mail address or user name, or the password, is wrong"_s);
    else if constexpr (std::same_as<Op, api::SignUp> || std::same_as<Op, api::FinishSignUp>) {
        replies[u"403"_s] = problemReply(u"Nobody new is taken here"_s);
        replies[u"409"_s] = problemReply(u"The user name is taken"_s);
    } else if constexpr (std::same_as<Op, api::UpdateProfile>)
        replies[u"409"_s] = problemReply(u"The user name is taken"_s);
    else if constexpr (std::same_as<Op, api::EditAccount>)
        replies[u"409"_s] = problemReply(u"The user name is taken; or this server sends no mail"_s);
    else if constexpr (std::same_as<Op, api::RequestPasswordReset> ||
                       std::same_as<Op, api::RemindUserName> || std::same_as<Op, api::StartReset>)
        replies[u"409"_s] = problemReply(u"This server sends no mail"_s);
    else if constexpr (std::same_as<Op, api::StartEmailVerification> ||
                       std::same_as<Op, api::StartEmailChange>)
        replies[u"409"_s] = problemReply(u"This server sends no mail"_s);
    else if constexpr (std::same_as<Op, api::StartPhoneVerification>)
        replies[u"409"_s] = problemReply(u"This server sends no texts"_s);
    else if constexpr (std::same_as<Op, api::TakeBackEmail>)
        replies[u"409"_s] = problemReply(u"The address has another account meanwhile"_s);
    else if constexpr (std::same_as<Op, api::RemovePhone>)
        replies[u"409"_s] = problemReply(u"Texts to it are a second factor"_s);
    else if constexpr (std::same_as<Op, api::SendChallengeCode>)
        replies[u"409"_s] = problemReply(u"This server sends none of that kind"_s);
    else if constexpr (std::same_as<Op, api::SendProofCode>) {
        replies[u"404"_s] = problemReply(u"No such factor is asked for"_s);
        replies[u"409"_s] = problemReply(
            u"This server sends none of that kind, or there is no phone to send it to"_s);
    } else if constexpr (std::same_as<Op, api::EnrolCodes>)
        replies[u"409"_s] = problemReply(
            u"The e-mail address is not verified, or there is no phone; codes of that kind are a "
            "factor already; there are as many as there may be; or this server sends none"_s);
    else if constexpr (std::same_as<Op, api::FindAccount>)
        replies[u"404"_s] = problemReply(u"Nobody has that address"_s);
    else if constexpr (std::same_as<Op, api::RenameSession>)
        replies[u"409"_s] = problemReply(u"It is an API session, which has labels"_s);
    else if constexpr (std::same_as<Op, api::CreateApiSession>)
        replies[u"409"_s] = problemReply(u"There are as many as there may be"_s);
    else if constexpr (std::same_as<Op, api::UpdateApiSession> ||
                       std::same_as<Op, api::RotateApiSession>)
        replies[u"409"_s] = problemReply(u"It has ended"_s);
    else if constexpr (std::same_as<Op, api::ReinstateSession>)
        replies[u"409"_s] = problemReply(u"It ended too long ago"_s);
    else if constexpr (std::same_as<Op, api::EnrolTotp>)
        replies[u"409"_s] = problemReply(u"There are as many as there may be"_s);
    else if constexpr (std::same_as<Op, api::MakeRecoveryCodes>)
        replies[u"409"_s] =
            problemReply(u"There is no second factor that they could stand in for"_s);
    else if constexpr (std::same_as<Op, api::ActivateFactor>)
        replies[u"409"_s] = problemToRetry(
            u"It was activated before; there are as many as there may be; or, with the code "
            "provenMeanwhile and a Retry-After, another request proved the session just now"_s);
    else if constexpr (std::same_as<Op, api::ProveWithPassword> ||
                       std::same_as<Op, api::ProveWithCode> ||
                       std::same_as<Op, api::ChangePassword>)
        replies[u"409"_s] = problemToRetry(
            u"With the code provenMeanwhile: another request proved the session just now, and "
            "the token that was answered to it holds; whoever has it asks again with that one, "
            "whoever lost it proves again after Retry-After"_s);
}

template <api::Operation Op>
constexpr bool needsProof = Op::traits.freshness.has_value() || api::choosesFreshness<Op>;

/// What an operation asks for, or the strictest that it may ask for.
template <api::Operation Op>
constexpr api::Freshness proofOf = Op::traits.freshness.value_or(api::Freshness());

template <api::Operation Op>
QJsonObject repliesOf()
{
    QJsonObject replies;
    using Reply = typename Op::Reply;
    if constexpr (std::same_as<Reply, Nothing>) {
        replies[u"204"_s] = QJsonObject{{u"description"_s, u"Done"_s}};
    } else {
        const QString type = Op::traits.streams ? u"text/event-stream"_s : u"application/json"_s;
        QJsonObject done{{u"description"_s, u"Done"_s},
                         {u"content"_s, content(type, schemaOf<Reply>())}};
        if constexpr (requires(Reply reply) { reply.version + 1; })
            done[u"headers"_s] = header(u"ETag"_s, u"The version, for If-Match"_s);
        replies[u"200"_s] = done;
    }
    replies[u"400"_s] = problemReply(u"The request can't be read"_s);
    replies[u"422"_s] = problemReply(u"The request can be read and is not acceptable"_s);
    replies[u"429"_s] = problemToRetry(u"Too many requests; Retry-After says how long"_s);
    if (ownRoute<Op>().method != HttpMethod::Get && ownRoute<Op>().method != HttpMethod::Delete) {
        replies[u"413"_s] = problemReply(u"More than 1 MiB"_s);
        replies[u"415"_s] = problemReply(u"Not JSON in UTF-8"_s);
    }
    if (Op::traits.scope != api::Scope::Public) {
        replies[u"401"_s] = problemReply(u"Not signed in, or no longer"_s);
        replies[u"403"_s] = problemReply(
            needsProof<Op>
                ? u"Not allowed; or, with the code stepUpNeeded, the session is good but "
                  "was not proven recently: prove it as requiredLevel says (password: "
                  "proveWithPassword, secondFactor: proveWithCode) and ask again"_s
                : u"Not allowed"_s);
    }
    replies[u"503"_s] = problemToRetry(u"Not able to just now; Retry-After says when"_s);
    addOwnRefusals<Op>(replies);
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

template <api::Operation Op>
QString provenRecently()
{
    const QString rule =
        u"The session must have been proven, by signing in or proveWithPassword, "
        "within the last %1 seconds; otherwise 403 stepUpNeeded."_s.arg(proofOf<Op>.within.count());
    if constexpr (std::same_as<Op, api::ReviewSession>)
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

template <api::Operation Op>
QJsonObject describe(const Route &route)
{
    const bool body = route.method != HttpMethod::Get && route.method != HttpMethod::Delete;
    const QStringList inPath = route.parameterNames();
    const QJsonObject bodySchema = asAsked(objectSchema<Op>([&](QLatin1StringView name) {
        return !inPath.contains(name) && name != QLatin1StringView(basedOnField);
    }));

    QJsonObject operation{{u"operationId"_s, QLatin1StringView(Op::traits.name)},
                          {u"summary"_s, QString::fromUtf8(Op::traits.summary)},
                          {u"responses"_s, repliesOf<Op>()}};
    if (const QJsonArray parameters = parametersOf<Op>(route, body); !parameters.isEmpty())
        operation[u"parameters"_s] = parameters;
    if (body && !bodySchema[u"properties"_s].toObject().isEmpty()) {
        operation[u"requestBody"_s] = QJsonObject{
            {u"required"_s, true}, {u"content"_s, content(u"application/json"_s, bodySchema)}};
    }
    if (Op::traits.scope != api::Scope::Public)
        operation[u"security"_s] = QJsonArray{QJsonObject{{u"bearer"_s, QJsonArray()}}};
    if (api::isForPeople(Op::traits))
        operation[u"x-not-for-api-sessions"_s] = true;
    if (needsProof<Op>) {
        operation[u"x-proven-within-seconds"_s] = qint64(proofOf<Op>.within.count());
        operation[u"x-proven-with"_s] = nameOf(proofOf<Op>.level);
        operation[u"description"_s] = provenRecently<Op>();
    }
    return operation;
}

} // namespace

QByteArray openApi()
{
    QJsonObject paths;
    api::Operations::forEach([&paths]<class Op>() {
        const Route route = ownRoute<Op>();
        QJsonObject path = paths[QString::fromLatin1(route.path)].toObject();
        path[QString::fromLatin1(toBytes(route.method).toLower())] = describe<Op>(route);
        paths[QString::fromLatin1(route.path)] = path;
    });
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
