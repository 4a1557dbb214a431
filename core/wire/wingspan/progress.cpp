#include "wire/wingspan/progress.h"

namespace latchkey::wire::wingspan {

SessionValue waiting(const QString &held, Timestamp until)
{
    return {.expiration = until,
            .labels = {},
            .sessionType = SessionType::Guest,
            .token = Secret(held),
            .userId = {}};
}

HttpReply progressReply(const api::SignInProgress &progress, const HttpRequest &asked)
{
    if (progress.challenge) {
        const api::Challenge &challenge = *progress.challenge;
        return sessionReply(waiting(challenge.id.text(), challenge.expiresAt), asked);
    }
    return sessionReply(sessionValue(*progress.signedIn), asked);
}

api::SignedIn begunWith(api::SignedIn begun, const SessionValue &value)
{
    begun.token = value.token.value_or(Secret());
    begun.session = sessionOf(value);
    begun.user.isPart = true;
    if (value.userId)
        begun.user.id = api::UserId(*value.userId);
    return begun;
}

api::SignInProgress progressOf(const SessionValue &value, const api::SignedIn &begun)
{
    if (value.sessionType != SessionType::Guest)
        return {begunWith(begun, value), {}, {}};
    const api::Challenge challenge{
        api::ChallengeId(value.token.value_or(Secret()).revealText()),
        {api::Factor::Totp, api::Factor::SmsCode, api::Factor::EmailCode},
        value.expiration};
    return {{}, challenge, {}};
}

} // namespace latchkey::wire::wingspan
