#include "server/guards/guards.h"

namespace latchkey::server::guards {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto freshFor = 5min;
constexpr auto clockJitter = 10s;

Error unauthorized(const QString &code)
{
    return Error::of(Error::Kind::Unauthorized, code);
}

Error stepUpNeeded()
{
    Error error = Error::of(Error::Kind::StepUpNeeded, u"stepUpNeeded"_s);
    error.requiredLevel = u"password"_s;
    return error;
}

} // namespace

Result<HotSession> credential(QByteArrayView token, HotSessionRead &sessions, Timestamp now,
                              HotSession::Told told)
{
    if (token.isEmpty())
        return failure(unauthorized(u"notSignedIn"_s));
    auto found = sessions.find(token, now, told);
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
    if (isAllowed)
        return Nothing();
    return failure(Error::of(Error::Kind::Forbidden, u"roleTooLow"_s));
}

Result<Nothing> freshness(api::Fresh asked, Timestamp provenAt, Timestamp now)
{
    // One from the future is of unknown age: the clock was set back since.
    const bool isFresh = provenAt + freshFor >= now && provenAt <= now + clockJitter;
    if (asked == api::Fresh::Any || isFresh)
        return Nothing();
    return failure(stepUpNeeded());
}

Result<HotSession> session(const api::Traits &traits, QByteArrayView token,
                           HotSessionRead &sessions, Timestamp now, HotSession::Told told)
{
    auto found = credential(token, sessions, now, told);
    if (!found)
        return found;
    if (auto allowed = scope(traits, *found); !allowed)
        return failure(std::move(allowed).error());
    if (found->isFormer && !traits.proves)
        return failure(stepUpNeeded());
    const Timestamp provenAt{std::chrono::milliseconds(found->provenAt)};
    if (auto fresh = freshness(traits.freshness, provenAt, now); !fresh)
        return failure(std::move(fresh).error());
    return found;
}

Result<Nothing> standing(const Context &context, api::Fresh asked, WriteStore &store)
{
    if (!context.principal)
        return Nothing();
    return store.sessions.provenAt(context.asker())
        .and_then([&](std::optional<Timestamp> provenAt) -> Result<Nothing> {
            if (!provenAt)
                return failure(unauthorized(u"sessionEnded"_s));
            return freshness(asked, *provenAt, context.now);
        });
}

} // namespace latchkey::server::guards
