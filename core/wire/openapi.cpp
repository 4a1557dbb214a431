#include "wire/openapi.h"

#include "wire/carrier.h"
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

/// What only one operation refuses, as its handler alone knows.
struct OwnRefusal
{
    std::vector<std::string_view> operations;
    QString status;
    QString about;
    bool isToRetry = false;
};

std::vector<OwnRefusal> ownRefusals()
{
    return {
        {{api::SignIn::traits.name},
         u"401"_s,
         u"The e-mail address or user name, or the password, is wrong"_s},
        {{api::SignUp::traits.name, api::SignUpByEmail::traits.name,
          api::FinishSignUp::traits.name},
         u"403"_s,
         u"Nobody new is taken here"_s},
        {{api::SignUp::traits.name, api::FinishSignUp::traits.name,
          api::UpdateProfile::traits.name},
         u"409"_s,
         u"The user name is taken"_s},
        {{api::EditAccount::traits.name},
         u"409"_s,
         u"The user name is taken; or this server sends no mail"_s},
        {{api::RequestPasswordReset::traits.name, api::RemindUserName::traits.name,
          api::StartReset::traits.name, api::StartEmailVerification::traits.name,
          api::StartEmailChange::traits.name},
         u"409"_s,
         u"This server sends no mail"_s},
        {{api::StartPhoneVerification::traits.name}, u"409"_s, u"This server sends no texts"_s},
        {{api::TakeBackEmail::traits.name},
         u"409"_s,
         u"The address has another account meanwhile"_s},
        {{api::RemovePhone::traits.name}, u"409"_s, u"Texts to it are a second factor"_s},
        {{api::SendChallengeCode::traits.name}, u"409"_s, u"This server sends none of that kind"_s},
        {{api::SendProofCode::traits.name}, u"404"_s, u"No such factor is asked for"_s},
        {{api::SendProofCode::traits.name},
         u"409"_s,
         u"This server sends none of that kind, or there is no phone to send it to"_s},
        {{api::EnrolCodes::traits.name},
         u"409"_s,
         u"The e-mail address is not verified, or there is no phone; codes of that kind are a "
         "factor already; there are as many as there may be; or this server sends none"_s},
        {{api::FindAccount::traits.name, api::FindByEmail::traits.name},
         u"404"_s,
         u"Nobody has that address"_s},
        {{api::FindByTag::traits.name}, u"404"_s, u"Nobody has that tag, nor that user name"_s},
        {{api::RenameSession::traits.name}, u"409"_s, u"It is an API session, which has labels"_s},
        {{api::CreateApiSession::traits.name, api::EnrolTotp::traits.name,
          api::SetPreference::traits.name},
         u"409"_s,
         u"There are as many as there may be"_s},
        {{api::UpdateApiSession::traits.name, api::RotateApiSession::traits.name,
          api::UpdateGrant::traits.name},
         u"409"_s,
         u"It has ended"_s},
        {{api::CreateGrant::traits.name, api::CreateAuthorization::traits.name,
          api::SignInOnBehalf::traits.name},
         u"404"_s,
         u"There is no such account"_s},
        {{api::SessionByToken::traits.name}, u"404"_s, u"It is of no session that lives"_s},
        {{api::SignInByEmail::traits.name, api::SignUpByEmail::traits.name},
         u"409"_s,
         u"This server sends no mail"_s},
        {{api::FinishSignInByEmail::traits.name},
         u"409"_s,
         u"The account asks for nothing else but codes by mail, so for its password"_s},
        {{api::VisitProvider::traits.name, api::SignInByGoogle::traits.name},
         u"404"_s,
         u"Nobody signs in here by that provider"_s},
        {{api::VisitToProve::traits.name},
         u"404"_s,
         u"Nobody there signs in to this account, or nobody signs in here by that provider"_s},
        {{api::SignInByProvider::traits.name, api::ShowVisit::traits.name,
          api::LinkIdentity::traits.name, api::ProveByProvider::traits.name},
         u"404"_s,
         u"There is no such visit, or it came to another end"_s},
        {{api::ReturnFromProvider::traits.name}, u"403"_s, u"The provider let nobody in"_s},
        {{api::ReturnFromProvider::traits.name},
         u"404"_s,
         u"No browser is on its way with that state to the server's own page"_s},
        {{api::SignInByProvider::traits.name, api::SignInByGoogle::traits.name},
         u"401"_s,
         u"The provider takes the code for nothing, or its token is not to be believed"_s},
        {{api::ProveByProvider::traits.name, api::ShowVisit::traits.name,
          api::LinkIdentity::traits.name},
         u"401"_s,
         u"Not signed in, or no longer; or the provider takes the code for nothing (visitRefused), "
         "or its token is not to be believed (idTokenInvalid)"_s},
        {{api::ProveByProvider::traits.name},
         u"403"_s,
         u"Not allowed; or it saw somebody who does not sign in to this account "
         "(identityNotYours), who did not sign in there anew (signInNotAnew), or it does not say "
         "when they did (signInUndated)"_s},
        {{api::SignInByProvider::traits.name, api::SignInByGoogle::traits.name},
         u"403"_s,
         u"Whom it saw has no account here, and gets none by it; or it doesn't vouch for their "
         "address"_s},
        {{api::SignInByProvider::traits.name, api::SignInByGoogle::traits.name},
         u"409"_s,
         u"Whom it saw has the address of an account that they don't sign in to by it "
         "(identityUnlinked): after a visit, linkIdentity joins the two"_s},
        {{api::LinkIdentity::traits.name}, u"409"_s, u"It signs in to another account"_s},
        {{api::UnlinkIdentity::traits.name}, u"409"_s, u"Nothing else would sign in"_s},
        {{api::AddProvider::traits.name, api::EditProvider::traits.name},
         u"409"_s,
         u"It is there already; a domain is another's; there are as many as there may be; or "
         "somebody signs in by it, and it would be another client"_s},
        {{api::CreateGrant::traits.name},
         u"409"_s,
         u"They have one from this account already; or it has given as many as there may be"_s},
        {{api::CreateAuthorization::traits.name},
         u"409"_s,
         u"They are let into that already; or the account lets in as many as it may"_s},
        {{api::UpdateAuthorization::traits.name}, u"409"_s, u"They are let into that already"_s},
        {{api::MakeChildAccount::traits.name},
         u"409"_s,
         u"This server sends no mail; or the account has made as many as there may be"_s},
        {{api::AdjustCredits::traits.name},
         u"409"_s,
         u"They have not so many, or would have more than there may be"_s},
        {{api::UpgradePlan::traits.name},
         u"409"_s,
         u"The account has that tier or a higher one; or its e-mail address is not verified"_s},
        {{api::ReinstateSession::traits.name}, u"409"_s, u"It ended too long ago"_s},
        {{api::MakeRecoveryCodes::traits.name},
         u"409"_s,
         u"There is no second factor that they could stand in for"_s},
        {{api::ActivateFactor::traits.name},
         u"409"_s,
         u"It was activated before; there are as many as there may be; or, with the code "
         "provenMeanwhile and a Retry-After, another request proved the session just now"_s,
         true},
        {{api::ProveWithPassword::traits.name, api::ProveWithCode::traits.name,
          api::ProveByProvider::traits.name, api::ChangePassword::traits.name},
         u"409"_s,
         u"With the code provenMeanwhile: another request proved the session just now, and "
         "the token that was answered to it holds; whoever has it asks again with that one, "
         "whoever lost it proves again after Retry-After"_s,
         true},
    };
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
