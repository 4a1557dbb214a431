#include "server/openid/visit.h"

#include "base/jsonnode.h"
#include "base/textsafety.h"
#include "server/openid/form.h"
#include "server/openid/refusals.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstring>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QString challengeOf(const Secret &verifier)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(verifier.reveal(), QCryptographicHash::Sha256)
            .toBase64(base64Url));
}

/// RFC 6749, section 2.3.1: encoded as in a form, and once more.
Secret basicHeader(const QString &clientId, const Secret &secret)
{
    QByteArray pair = formEncoded(Secret(clientId)).reveal() + ':' + formEncoded(secret).reveal();
    QByteArray encoded = pair.toBase64();
    QByteArray line = "Authorization: Basic " + encoded;
    Secret header(line);
    for (QByteArray *each : {&pair, &encoded, &line})
        explicit_bzero(each->data(), static_cast<size_t>(each->size()));
    return header;
}

Result<Nothing> showClient(const ProviderDocument &provider, const ProviderClient &client,
                           Fetch::Request &request, Form &form)
{
    const auto takes = [&](const QString &name) {
        return provider.clientAuthentications.contains(name);
    };
    if (client.clientSecret && takes(u"client_secret_basic"_s)) {
        request.headers.push_back(basicHeader(client.clientId, *client.clientSecret));
        return Nothing();
    }
    if (client.clientSecret && !takes(u"client_secret_post"_s)) {
        return failure(clientRefused(
            u"it takes no client's secret, but "_s +
            withoutMisleading(provider.clientAuthentications.join(u", "_s)).left(100)));
    }
    form.add("client_id", client.clientId);
    if (client.clientSecret)
        form.add("client_secret", *client.clientSecret);
    return Nothing();
}

/// The word for what is wrong (RFC 6749, section 5.2), if it is one.
std::optional<QString> fault(const Fetch::Answer &answer)
{
    const auto word = JsonNode::parse(answer.body.reveal())
                          .and_then([](const JsonNode &node) { return node.member(u"error"_s); })
                          .and_then([](const JsonNode &node) { return node.text(); });
    if (!word)
        return std::nullopt;
    return withoutMisleading(*word).left(60);
}

Error refusalIn(const Fetch::Answer &answer)
{
    const QString status = u"it answered %1"_s.arg(answer.status);
    if (answer.status >= 500 || answer.status == 429)
        return providerUnreachable(status);
    const auto word = answer.status >= 400 ? fault(answer) : std::nullopt;
    // Our request is the same each time but for the code, so a wrong request is a wrong code.
    if (word == u"invalid_grant"_s || word == u"invalid_request"_s)
        return visitRefused(*word);
    if (word || answer.status == 401)
        return clientRefused(word.value_or(status));
    return providerUnreachable(status);
}

/// Else it would be another line of a header.
bool isOneWord(const QString &text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar c) { return c > u' ' && c <= u'~'; });
}

Result<std::optional<Secret>> accessTokenIn(const JsonNode &answer)
{
    const auto type = answer.optionalMember(u"token_type"_s);
    const auto isBearer = [&] {
        return !*type ||
               (*type)->text().value_or(QString()).compare("bearer"_L1, Qt::CaseInsensitive) == 0;
    };
    if (!type || !isBearer()) // of no use to us, which need not keep anybody out
        return std::nullopt;
    return answer.optionalMember(u"access_token"_s)
        .and_then([](const auto &node) -> Result<std::optional<Secret>> {
            if (!node)
                return std::nullopt;
            return node->text().map([](const QString &text) {
                return isOneWord(text) ? std::optional(Secret(text)) : std::nullopt;
            });
        });
}

} // namespace

QString visitAddress(const ProviderDocument &provider, const VisitAsked &asked)
{
    Form query;
    query.add("response_type", u"code"_s);
    query.add("scope", u"openid email profile"_s);
    query.add("client_id", asked.client.clientId);
    query.add("redirect_uri", asked.returnTo);
    query.add("state", asked.state);
    query.add("nonce", asked.nonce);
    query.add("code_challenge", challengeOf(asked.verifier));
    query.add("code_challenge_method", u"S256"_s);
    if (asked.login)
        query.add("login_hint", *asked.login);
    if (asked.isAnew) {
        query.add("prompt", u"login"_s);
        query.add("max_age", u"0"_s); // so it has to say when they signed in
    }
    const bool hasQuery = provider.authorizationEndpoint.contains(u'?');
    return provider.authorizationEndpoint + (hasQuery ? u'&' : u'?') + query.encoded().revealText();
}

Result<Fetch::Request> codeRequest(const ProviderDocument &provider, const VisitBrought &brought)
{
    Fetch::Request request{.url = provider.tokenEndpoint};
    Form form;
    form.add("grant_type", u"authorization_code"_s);
    form.add("code", brought.code);
    form.add("redirect_uri", brought.returnTo);
    form.add("code_verifier", brought.verifier);
    return showClient(provider, brought.client, request, form).map([&](Nothing) {
        request.form = form.encoded();
        return request;
    });
}

Result<VisitTokens> readTokens(const Fetch::Answer &answer)
{
    if (answer.status != 200)
        return failure(refusalIn(answer));
    return JsonNode::parse(answer.body.reveal())
        .and_then([](const JsonNode &node) {
            return node.member(u"id_token"_s)
                .and_then([](const JsonNode &token) { return token.text(); })
                .and_then([&](const QString &idToken) {
                    return accessTokenIn(node).map([&](const auto &accessToken) {
                        return VisitTokens{Secret(idToken), accessToken};
                    });
                });
        })
        .map_error([](const Error &why) { return idTokenInvalid(why); });
}

} // namespace latchkey::server
