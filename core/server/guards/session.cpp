#include "server/guards/guards.h"

#include "api/apisecret.h"
#include "server/store/names.h"

#include <algorithm>

namespace latchkey::server::guards {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto clockJitter = 10s;

Error unauthorized(const QString &code)
{
    return Error::of(Error::Kind::Unauthorized, code);
}

Error notOnBehalf()
{
    return Error::of(Error::Kind::Forbidden, u"notOnBehalf"_s);
}

Error stepUpNeeded(api::Level level)
{
    Error error = Error::of(Error::Kind::StepUpNeeded, u"stepUpNeeded"_s);
    error.requiredLevel = storedName(level);
    return error;
}

} // namespace

Result<HotSession> credential(QByteArrayView token, const api::SessionTerms &terms,
                              HotSessionRead &sessions, Timestamp now, HotSession::Told told)
{
    if (token.isEmpty())
        return failure(unauthorized(u"notSignedIn"_s));
    // Nobody has to look for it. Elsewhere a good token may begin like that by chance.
    if (terms.realm.isEmpty() && api::isBrokenApiSecret(token))
        return failure(unauthorized(u"tokenUnknown"_s));
    if (terms.checkToken) {
        if (auto checked = terms.checkToken(token, *terms.signer, now); !checked)
            return failure(std::move(checked).error());
    }
    auto found = sessions.find(token, now, told, terms.realm);
    if (!found)
        return found;
    switch (found->state) {
    case HotSession::State::Live:
        return found;
    case HotSession::State::Ended:
    case HotSession::State::Expired:
        return failure(unauthorized(u"sessionEnded"_s));
    case HotSession::State::Unknown:
        break;
    }
    return failure(unauthorized(u"tokenUnknown"_s));
}

Result<Nothing> scope(const api::Traits &traits, const HotSession &session)
{
    const bool isAdmin = session.role == "admin";
    bool isAllowed = false;
    switch (traits.scope) {
    case api::Scope::Public:
    case api::Scope::Self:
        isAllowed = true;
        break;
    case api::Scope::Support:
        isAllowed = isAdmin || session.role == "support";
        break;
    case api::Scope::Admin:
        isAllowed = isAdmin;
        break;
    }
    if (!isAllowed)
        return failure(Error::of(Error::Kind::Forbidden, u"roleTooLow"_s));
    if (session.kind == "device")
        return Nothing();
    if (session.kind != "api")
        return api::isForActing(traits) ? Result<Nothing>() : failure(notOnBehalf());
    if (api::isForPeople(traits))
        return failure(Error::of(Error::Kind::Forbidden, u"notForApiSessions"_s));
    return Nothing();
}

Result<Nothing> freshness(const api::Freshness &asked, const Proven &proven, Timestamp now)
{
    const auto isRecent = [&](const std::optional<Timestamp> &at) {
        // One from the future is of unknown age: the clock was set back since.
        return at && *at + asked.within >= now && *at <= now + clockJitter;
    };
    const api::Level needed = std::min(asked.level, proven.best);
    if (isRecent(needed == api::Level::SecondFactor ? proven.byFactorAt : proven.at))
        return Nothing();
    return failure(stepUpNeeded(needed));
}

Result<HotSession> session(const api::Traits &traits, QByteArrayView token,
                           const api::SessionTerms &terms, HotSessionRead &sessions, Timestamp now,
                           HotSession::Told told)
{
    auto found = credential(token, terms, sessions, now, told);
    if (!found)
        return found;
    if (auto allowed = scope(traits, *found); !allowed)
        return failure(std::move(allowed).error());
    const bool isReplaced = found->isFormer && found->formerUntil <= now.time_since_epoch().count();
    if (isReplaced && !traits.proves)
        return failure(stepUpNeeded(api::Level::Password));
    return found;
}

Result<Principal> acting(const api::Traits &traits, const Principal &asker, const QString &account,
                         Sessions &sessions)
{
    if (account.isEmpty() || account == asker.user.text())
        return asker;
    return sessions.begunOnBehalf({asker.user, asker.session}, api::UserId(account))
        .and_then([&](const std::optional<Asker> &there) -> Result<Principal> {
            if (!there)
                return failure(Error::of(Error::Kind::Forbidden, u"notYourAccount"_s));
            if (!api::isForActing(traits))
                return failure(notOnBehalf());
            return Principal{
                .user = there->user, .session = there->session, .kind = api::SessionKind::OnBehalf};
        });
}

Result<Nothing> byOwner(const Principal &asker)
{
    if (asker.kind == api::SessionKind::OnBehalf)
        return failure(notOnBehalf());
    return Nothing();
}

Result<Nothing> standing(const Context &context, const std::optional<api::Freshness> &asked,
                         Sessions &sessions)
{
    if (!context.principal)
        return Nothing();
    return sessions.proven(context.asker())
        .and_then([&](const std::optional<Proven> &proven) -> Result<Nothing> {
            if (!proven)
                return failure(unauthorized(u"sessionEnded"_s));
            return asked ? freshness(*asked, *proven, context.now) : Result<Nothing>();
        });
}

} // namespace latchkey::server::guards
