#include "api/email.h"
#include "api/names.h"
#include "base/textsafety.h"
#include "server/handlers/device.h"
#include "server/handlers/entering.h"
#include "server/handlers/handlers.h"
#include "server/handlers/providervisits.h"
#include "server/handlers/trace.h"
#include "server/store/token.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// Who comes, as a provider saw them.
struct Arrival
{
    Seen seen;
    Entering how;
    api::Language language = api::Language::English;
    std::optional<api::VisitId> visit = {};
};

Error unknownHere()
{
    return Error::of(Error::Kind::Forbidden, u"identityUnknown"_s);
}

/// What the account is called until its owner says otherwise.
QString nameFor(const Seen &seen, const QString &email)
{
    const QString local = email.left(email.lastIndexOf(u'@'));
    const auto name = api::normalName(seen.there.name.value_or(local), u"name"_s);
    const bool isFit = name && name->toUcs4().size() <= api::nameLimits.max && !misleads(*name);
    return isFit ? *name : local;
}

/// The address, where the provider vouches for it, and may.
Result<QString> addressOf(const Seen &seen)
{
    if (!seen.there.email)
        return failure(unknownHere());
    const auto email = api::normalEmail(*seen.there.email);
    if (!email)
        return failure(unknownHere());
    if (!seen.there.isEmailVerified)
        return failure(Error::of(Error::Kind::Forbidden, u"providerEmailUnverified"_s));
    return email;
}

/// Where a provider is one of certain domains, it vouches for nobody else's addresses.
bool makesAccountFor(const api::Provider &provider, const QString &email)
{
    return provider.makesAccounts &&
           (provider.domains.isEmpty() || provider.domains.contains(api::domainOf(email)));
}

Result<api::User> makeAccount(Context &context, WriteStore &store, const Arrival &who,
                              const QString &email)
{
    const auto user = store.throttle.countNewAccount(context.address).and_then([&](Nothing) {
        return store.users.insert({.email = email,
                                   .name = nameFor(who.seen, email),
                                   .language = who.language,
                                   .passwordHash = Secret(),
                                   .isEmailVerified = true});
    });
    if (!user)
        return failure(user.error());
    Trace trace;
    trace.subject = user->id.text();
    trace.actor = user->id;
    trace.changes = {{u"email"_s, {}, user->email},
                     {u"name"_s, {}, user->name},
                     {u"identity"_s, {}, who.seen.provider.name}};
    return store.identities.link(user->id, who.seen.key(), who.seen.name())
        .and_then([&](const api::Identity &) { return note(store, context, trace); })
        .map([&](Nothing) { return *user; });
}

/// An address alone opens no account: whoever has one shows that it is theirs, and links the two.
Result<api::User> newcomer(Context &context, WriteStore &store, const Arrival &who)
{
    const auto email = addressOf(who.seen);
    if (!email)
        return failure(keepRefusal(store, context, who.seen.provider.id.text(), email.error()));
    const auto owner = store.users.findByEmail(*email);
    if (!owner)
        return failure(owner.error());
    if (*owner) {
        if (who.visit) {
            if (auto kept = store.providerVisits.keepFor(*who.visit, (*owner)->user.id); !kept)
                return failure(std::move(kept).error());
        }
        return failure(keepRefusal(store, context, (*owner)->user.id.text(),
                                   Error::of(Error::Kind::Conflict, u"identityUnlinked"_s)));
    }
    if (!makesAccountFor(who.seen.provider, *email))
        return failure(keepRefusal(store, context, who.seen.provider.id.text(), unknownHere()));
    return makeAccount(context, store, who, *email);
}

Result<api::User> accountOf(Context &context, WriteStore &store, const Arrival &who)
{
    const auto owner = store.identities.ownerOf(who.seen.key());
    if (!owner)
        return failure(owner.error());
    if (!*owner)
        return newcomer(context, store, who);
    const auto stored = store.users.find(**owner);
    if (!stored)
        return failure(stored.error());
    return (*stored)->user;
}

Result<api::SignInProgress> arrive(const News &news, Context &context, WriteStore &store,
                                   const Arrival &who)
{
    const auto user = accountOf(context, store, who);
    if (!user)
        return failure(user.error());
    return store.factors.hasAny(user->id)
        .and_then([&](bool isAsked) {
            // Codes are guessed after it as after a password. Nothing else of this can be.
            return isAsked ? store.throttle.countTry(Try::Password, user->email, context.address)
                           : Result<Nothing>();
        })
        .and_then([&](Nothing) { return store.identities.used(who.seen.key(), who.seen.name()); })
        .and_then([&](Nothing) { return enter(news, context, store, *user, who.how); });
}

/// Who asks once more later need not visit the provider again.
Result<api::SignInProgress> keepVisit(Context &context, const Error &error)
{
    context.keepsRefusal = context.keepsRefusal || error.retryAfter;
    return failure(error);
}

template <class Op>
Entering howOf(const Op &op)
{
    return {.device = *keptDevice(op.device),
            .proof = api::Proof::Provider,
            .until = op.until,
            .deviceTrust = op.deviceTrust,
            .takesChallenge = op.takesChallenge};
}

Error notBelieved(Context &context, WriteStore &store, const Error &error)
{
    return error.kind == Error::Kind::Unauthorized ? keepRefusal(store, context, {}, error) : error;
}

Result<ProviderQuestion> prepareReturn(const api::SignInByProvider &op, Context &context,
                                       WriteStore &store)
{
    if (const auto device = keptDevice(op.device); !device)
        return failure(device.error());
    if (auto counted = store.throttle.countTry(Try::Recovery, {}, context.address); !counted)
        return failure(std::move(counted).error());
    const auto question = questionOf(store, op.id, op.state, op.code);
    if (!question)
        return failure(keepRefusal(store, context, {}, question.error()));
    return question;
}

Result<api::SignInProgress> finishReturn(const News &news, const api::SignInByProvider &op,
                                         Context &context, WriteStore &store,
                                         const ProviderVerdict &verdict)
{
    const auto seen = seenOn(context, store, op.id, verdict);
    if (!seen)
        return failure(notBelieved(context, store, seen.error()));
    const Arrival who{*seen, howOf(op), op.language.value_or(api::Language::English), op.id};
    const auto progress = arrive(news, context, store, who);
    if (!progress)
        return keepVisit(context, progress.error());
    return endVisit(context, store, op.id).map([&](Nothing) { return *progress; });
}

Result<ProviderQuestion> prepareGoogle(const api::SignInByGoogle &op, Context &context,
                                       WriteStore &store)
{
    if (const auto device = keptDevice(op.device); !device)
        return failure(device.error());
    return store.throttle.countTry(Try::Recovery, {}, context.address)
        .and_then([&](Nothing) { return store.providers.findGoogle(); })
        .map([&](const api::Provider &google) -> ProviderQuestion {
            const ProviderClient client{google.issuer, google.clientId, {}};
            return TokenGiven{client, op.idToken, op.nonce};
        });
}

/// Whoever sees a token on its way must not come in by it, too. What is signed is remembered, and
/// not the signature: of some kinds everybody can make another from one.
Result<Nothing> useOnce(WriteStore &store, const Secret &idToken, Timestamp expires)
{
    const QByteArrayView whole = idToken.reveal();
    const qsizetype signature = whole.lastIndexOf('.');
    const QByteArrayView isSigned = signature < 0 ? whole : whole.first(signature);
    return store.identities.useToken(sha256(isSigned), expires)
        .and_then([](bool isFirst) -> Result<Nothing> {
            if (!isFirst)
                return failure(Error::of(Error::Kind::Unauthorized, u"idTokenInvalid"_s));
            return Nothing();
        });
}

Result<api::SignInProgress> finishGoogle(const News &news, const api::SignInByGoogle &op,
                                         Context &context, WriteStore &store,
                                         const ProviderVerdict &verdict)
{
    if (!verdict.answer)
        return failure(notBelieved(context, store, verdict.answer.error()));
    const auto &identity = std::get<SeenIdentity>(*verdict.answer);
    const auto google = store.providers.findGoogle();
    if (!google)
        return failure(google.error());
    const ProviderClient &asked = std::get<TokenGiven>(verdict.asked).client;
    if (google->issuer != asked.issuer || google->clientId != asked.clientId)
        return failure(Error::of(Error::Kind::NotFound, u"providerUnknown"_s));
    if (auto used = useOnce(store, op.idToken, identity.tokenExpiresAt); !used)
        return failure(notBelieved(context, store, used.error()));
    const Arrival who{
        {*google, thereOf(identity)}, howOf(op), op.language.value_or(api::Language::English)};
    return arrive(news, context, store, who).and_then([&](const api::SignInProgress &progress) {
        return store.throttle.succeeded(Try::Recovery, {}, context.address).map([&](Nothing) {
            return progress;
        });
    });
}

} // namespace

void addProviderSignIn(HandlerSet &handlers, const Service &service)
{
    const News news(service.letters);
    handlers.asking<api::SignInByProvider>(
        {.prepare = prepareReturn, .finish = std::bind_front(finishReturn, news)});
    handlers.asking<api::SignInByGoogle>(
        {.prepare = prepareGoogle, .finish = std::bind_front(finishGoogle, news)});
}

} // namespace latchkey::server::handlers
