#pragma once

#include "api/operation.h"
#include "base/result.h"
#include "server/context.h"
#include "server/guards/caller.h"
#include "server/http/request.h"
#include "server/ratebuckets.h"
#include "server/store/hotsessionread.h"
#include "server/store/sessions.h"

#include <optional>
#include <vector>

/// What every request passes, in this order; size comes first and is the engine's. Who may do what
/// is read from an operation's traits alone, and what they don't allow is refused.
namespace latchkey::server::guards {

/// By which names this server may be called; none known means any.
struct KnownHosts
{
    std::vector<std::string> names; ///< lower case, without a port
};

/// Where the server stands.
struct Surroundings
{
    KnownHosts hosts;
    TrustedProxies proxies;
};

Result<Nothing> rate(const Caller &caller, RateBuckets &buckets);
/// A page in a browser that was made to call us by a name of its own does not get in.
Result<Nothing> host(const http::Request &request, const Caller &caller, const KnownHosts &known);
/// Programs send no Origin. A page from elsewhere does.
Result<Nothing> origin(const http::Request &request, const Caller &caller);

/// Whose session it is, on a wire with those terms. The texts of what it answers are views into the
/// row.
Result<HotSession> credential(QByteArrayView token, const api::SessionTerms &terms,
                              HotSessionRead &sessions, Timestamp now,
                              HotSession::Told told = HotSession::Told::Standing);
Result<Nothing> scope(const api::Traits &traits, const HotSession &session);
Result<Nothing> freshness(const api::Freshness &asked, const Proven &proven, Timestamp now);

/// The first two, for what is not public, and a token that was replaced only proves. No token is an
/// empty one.
Result<HotSession> session(const api::Traits &traits, QByteArrayView token,
                           const api::SessionTerms &terms, HotSessionRead &sessions, Timestamp now,
                           HotSession::Told told = HotSession::Told::Standing);

/// Who asks where a request names the account that it is to be made in: whoever sent it, or the
/// session that theirs began there on somebody's behalf, which lives, is seen by its owner and may
/// do no more than it may by itself. Forbidden `notYourAccount`, `notOnBehalf`.
Result<Principal> acting(const api::Traits &traits, const Principal &asker, const QString &account,
                         Sessions &sessions);

/// What an operation's traits leave to what is asked: somebody acts on the owner's behalf, or
/// doesn't. Forbidden `notOnBehalf`.
Result<Nothing> byOwner(const Principal &asker);

/// Where somebody asks as a session: it must live, and be as fresh as is asked. Once when the
/// request comes, and again where a change is written, which is later.
Result<Nothing> standing(const Context &context, const std::optional<api::Freshness> &asked,
                         Sessions &sessions);

} // namespace latchkey::server::guards
