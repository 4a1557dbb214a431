#include "wire/temporal/link.h"

#include "wire/jwt.h"
#include "wire/route.h"
#include "wire/temporal/members.h"

namespace latchkey::wire::temporal {

using api::field;
using api::fieldList;
using api::VerificationLink;

namespace {

constexpr auto claims =
    fieldList(field("emailVerificationString", &VerificationLink::code, api::Limits{1, 64}),
              told(
                  "expire", [](const VerificationLink &link) { return toRfc3339(link.until); },
                  [](VerificationLink &link, const QString &read) {
                      const auto until = fromRfc3339(read);
                      link.until = until.value_or(Timestamp());
                      return until.has_value();
                  }),
              field("user", &VerificationLink::login, api::loginLimits));

} // namespace

Secret verificationPath(const VerificationLink &link, const api::TokenSigner &signer, Timestamp now)
{
    const Secret token = signedToken({.madeAt = now, .signer = &signer}, bodyOf(link, claims));
    const Route route{HttpMethod::Get, prefix + QByteArray(verificationRoute)};
    return Secret(route.fill({{u"user"_s, link.login}, {u"token"_s, token.revealText()}}));
}

std::optional<VerificationLink> linkIn(const QString &token)
{
    const auto read = claimsIn(token.toLatin1()).and_then([](const JsonNode &said) {
        return readBody(said, claims, VerificationLink(), Speaker::Asker);
    });
    if (!read)
        return std::nullopt;
    VerificationLink link = *read;
    link.token = Secret(token);
    return link;
}

} // namespace latchkey::wire::temporal
