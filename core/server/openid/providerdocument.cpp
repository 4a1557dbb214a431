#include "server/openid/providerdocument.h"

#include "base/jsonnode.h"
#include "base/textsafety.h"
#include "server/openid/refusals.h"
#include "server/openid/webaddress.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestIssuer = 255;

Error notAProvider(const QString &detail)
{
    return issuerRefused(u"notAProvider"_s, detail);
}

/// One that is elsewhere has no business on this computer, where others listen who trust it.
Result<QString> endpoint(const JsonNode &node, const WebAddress &issuer)
{
    return node.text().and_then([&](const QString &text) -> Result<QString> {
        const auto address = WebAddress::parse(text);
        const bool isFit = address && (address->isOfThisComputer() ? issuer.isOfThisComputer()
                                                                   : address->isEncrypted);
        if (!isFit)
            return failure(node.refuse(u"addressNotSafe"_s, {}));
        return text;
    });
}

Result<QString> endpointIn(const JsonNode &document, const QString &name, const WebAddress &issuer)
{
    return document.member(name).and_then(
        [&](const JsonNode &node) { return endpoint(node, issuer); });
}

Result<std::optional<QString>> userinfoIn(const JsonNode &document, const WebAddress &issuer)
{
    return document.optionalMember(u"userinfo_endpoint"_s)
        .and_then([&](const auto &node) -> Result<std::optional<QString>> {
            if (!node)
                return std::nullopt;
            return endpoint(*node, issuer).map([](const QString &text) {
                return std::optional(text);
            });
        });
}

/// Where nothing is said, there is one (Discovery, section 3).
Result<QStringList> authenticationsIn(const JsonNode &document)
{
    return document.optionalMember(u"token_endpoint_auth_methods_supported"_s)
        .and_then([](const auto &node) -> Result<QStringList> {
            if (!node)
                return QStringList{u"client_secret_basic"_s};
            return node->items().and_then([](const QList<JsonNode> &items) -> Result<QStringList> {
                QStringList names;
                for (const JsonNode &item : items) {
                    const auto name = item.text();
                    if (!name)
                        return failure(name.error());
                    names << *name;
                }
                return names;
            });
        });
}

Result<ProviderDocument> read(const JsonNode &document, const QString &issuer,
                              const WebAddress &address)
{
    const auto authorization = endpointIn(document, u"authorization_endpoint"_s, address);
    const auto token = endpointIn(document, u"token_endpoint"_s, address);
    const auto keys = endpointIn(document, u"jwks_uri"_s, address);
    const auto userinfo = userinfoIn(document, address);
    const auto authentications = authenticationsIn(document);
    for (const auto *required : {&authorization, &token, &keys}) {
        if (!*required)
            return failure(required->error());
    }
    if (!userinfo)
        return failure(userinfo.error());
    if (!authentications)
        return failure(authentications.error());
    return ProviderDocument{issuer, *authorization, *token, *keys, *userinfo, *authentications};
}

} // namespace

Result<QString> documentAddress(const QString &issuer)
{
    const auto address = WebAddress::parse(issuer);
    if (!address || !address->isSafe() || address->hasQuery || issuer.size() > longestIssuer)
        return failure(issuerRefused(u"issuerInvalid"_s));
    const QString base = issuer.endsWith(u'/') ? issuer.chopped(1) : issuer;
    return QString(base + u"/.well-known/openid-configuration");
}

Result<ProviderDocument> readDocument(const QString &issuer, const Fetch::Answer &answer)
{
    if (answer.status >= 500 || answer.status == 429)
        return failure(providerUnreachable(u"it answered %1"_s.arg(answer.status)));
    if (answer.status != 200)
        return failure(notAProvider(u"it answered %1"_s.arg(answer.status)));
    const auto document = JsonNode::parse(answer.body.reveal());
    const auto said = document.and_then([](const JsonNode &node) {
        return node.member(u"issuer"_s).and_then([](const JsonNode &name) { return name.text(); });
    });
    if (!said)
        return failure(notAProvider(placeAndFault(said.error())));
    if (*said != issuer) {
        return failure(issuerRefused(u"issuerMismatch"_s,
                                     u"it says "_s + withoutMisleading(*said).left(longestIssuer)));
    }
    return read(*document, issuer, WebAddress::parse(issuer).value_or(WebAddress()))
        .map_error([](const Error &why) { return notAProvider(placeAndFault(why)); });
}

} // namespace latchkey::server
