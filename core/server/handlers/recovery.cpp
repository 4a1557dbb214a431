#include "api/email.h"
#include "api/names.h"
#include "server/handlers/addressee.h"
#include "server/handlers/codesending.h"
#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/handlers/revoking.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"
#include "server/store/token.h"
#include "server/store/wrongcode.h"

#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// However often somebody asks, one reminder in so long.
constexpr std::chrono::milliseconds betweenReminders = std::chrono::minutes(15);
constexpr std::chrono::milliseconds reminderLeavesWithin = std::chrono::hours(1);

bool isReachable(const api::User &user, bool needsVerified)
{
    return !api::isNobodys(user.email) && (user.emailVerified || !needsVerified);
}

/// Where the wire tells it, and never before it was counted.
template <class Op>
Result<Nothing> mustBeReachable(const Op &op, const Addressee &who, Context &context,
                                WriteStore &store)
{
    if (!op.tellsUnknown || (who.user && isReachable(who.user->user, op.needsVerified)))
        return Nothing();
    return failure(keepRefusal(store, context, traceOf(who).subject,
                               who.user ? Error::of(Error::Kind::Conflict, u"emailUnverified"_s)
                                        : Error::of(Error::Kind::NotFound, u"userUnknown"_s)));
}

/// What a code to reset a password is good for, where its request is known.
CodeUse useOf(const std::optional<api::ResetId> &id, const QString &boundTo)
{
    if (!id)
        return {CodePurpose::Reset, {}};
    return {CodePurpose::Reset, boundTo.isEmpty() ? id->text() : id->text() + u'/' + boundTo};
}

/// Who asked in a way that told no request has a long code, and reads where it can be typed.
Mail resetMail(const Letters &letters, const api::RequestPasswordReset &op, const FreshCode &fresh,
               const Addressee &who)
{
    if (op.tellsRequest)
        return letters.mail(letter::PasswordReset{fresh.code, fresh.lifetime}, who.language,
                            who.email);
    return letters.mail(letter::PasswordResetElsewhere{fresh.code, fresh.expiresAt}, who.language,
                        who.email);
}

Result<api::ResetRequested> requestReset(const std::shared_ptr<const Letters> &letters,
                                         const api::RequestPasswordReset &op, Context &context,
                                         WriteStore &store)
{
    if (auto carried = mustCarry(store, PostKind::Mail); !carried)
        return failure(std::move(carried).error());
    const auto who = addresseeOf(
        op.login ? api::normalLogin(*op.login, u"login"_s) : api::normalEmail(op.email), store);
    if (!who)
        return failure(who.error());
    if (auto counted =
            store.throttle.countTry(Try::Recovery, u"email/"_s + who->email, context.address);
        !counted)
        return failure(std::move(counted).error());
    if (auto reachable = mustBeReachable(op, *who, context, store); !reachable)
        return failure(std::move(reachable).error());
    const api::ResetId id(newId("rst"));
    const auto fresh = store.sentCodes.make(
        {.use = useOf(op.tellsRequest ? std::optional(id) : std::nullopt, op.boundTo),
         .asker = api::emailKey(who->email),
         .to = who->email,
         .isGood = who->user.has_value(),
         .lifetime = op.lifetime});
    if (!fresh)
        return failure(fresh.error());
    return post(store, {fresh->cause, resetMail(*letters, op, *fresh, *who), fresh->expiresAt,
                        who->user.has_value()})
        .and_then([&](Nothing) { return note(store, context, traceOf(*who)); })
        .map([&](Nothing) { return api::ResetRequested{id, fresh->resendAt, fresh->expiresAt}; });
}

Result<Nothing> remindUserName(const std::shared_ptr<const Letters> &letters,
                               const api::RemindUserName &op, Context &context, WriteStore &store)
{
    if (auto carried = mustCarry(store, PostKind::Mail); !carried)
        return failure(std::move(carried).error());
    const auto who = addresseeOf(api::normalEmail(op.email), store);
    if (!who)
        return failure(who.error());
    const auto turn = context.now.time_since_epoch() / betweenReminders;
    const QString cause =
        u"userNameReminder/%1/%2"_s.arg(api::emailKey(who->email)).arg(qint64(turn));
    const letter::UserNameReminder about{who->user ? api::loginOf(who->user->user) : who->email};
    return store.throttle.countTry(Try::Recovery, u"email/"_s + who->email, context.address)
        .and_then([&](Nothing) { return mustBeReachable(op, *who, context, store); })
        .and_then([&](Nothing) {
            return post(store, {cause, letters->mail(about, who->language, who->email),
                                context.now + reminderLeavesWithin, who->user.has_value()});
        })
        .and_then([&](Nothing) { return note(store, context, traceOf(*who)); });
}

/// Whose password a code sets, and whether they asked for it: then it went to their address and
/// back.
struct Owner
{
    StoredUser stored;
    bool hasAsked = true;
};

/// Of a code that somebody who helps had sent.
Result<std::optional<Owner>> helpedOwner(const api::ResetPassword &op, WriteStore &store)
{
    using Found = std::optional<Owner>;
    if (op.id)
        return Found();
    return store.startedResets.find(op.code).and_then(
        [&](const std::optional<api::UserId> &user) -> Result<Found> {
            if (!user)
                return Found();
            return store.users.find(*user).map([](const std::optional<StoredUser> &found) {
                return found ? Found(Owner{*found, false}) : std::nullopt;
            });
        });
}

/// The code stays good, for the new password may yet be refused; a wrong one is a try.
Result<Owner> ownerOf(const api::ResetPassword &op, WriteStore &store)
{
    const auto helped = helpedOwner(op, store);
    if (!helped)
        return failure(helped.error());
    if (*helped)
        return **helped;
    return store.sentCodes.check(useOf(op.id, op.boundTo), op.code)
        .and_then([&](const QString &email) { return store.users.findByEmail(email); })
        .and_then([](const std::optional<StoredUser> &found) -> Result<Owner> {
            return found ? Result<Owner>(Owner{*found}) : failure(wrongCode());
        });
}

/// The request that the code is of, where there was one: strangers write whatever they like.
Result<std::optional<QString>> requestOf(const api::ResetPassword &op, WriteStore &store)
{
    if (!op.id)
        return std::optional<QString>();
    return store.sentCodes.wasMade(CodePurpose::Reset, *useOf(op.id, op.boundTo).subject)
        .map([&](bool wasMade) { return wasMade ? std::optional(op.id->text()) : std::nullopt; });
}

/// Who tries codes of no request is counted by address alone.
std::optional<QString> countedAs(const std::optional<QString> &request)
{
    return request ? std::optional<QString>(u"reset/"_s + *request) : std::nullopt;
}

Result<PasswordTask> prepareReset(const api::ResetPassword &op, Context &context, WriteStore &store)
{
    const auto request = requestOf(op, store);
    if (!request)
        return failure(request.error());
    if (auto counted = store.throttle.countTry(Try::Recovery, countedAs(*request), context.address);
        !counted)
        return failure(std::move(counted).error());
    const auto owner = ownerOf(op, store);
    if (!owner)
        return failure(refusedCode(store, context, request->value_or(QString()), owner.error()));
    PasswordTask task;
    const api::User &user = owner->stored.user;
    task.choice = {op.password, {user.name, user.email}, u"password"_s};
    return task;
}

/// From here the code is worth nothing; of two at once, one was first.
Result<Nothing> useUp(const api::ResetPassword &op, const Owner &owner, WriteStore &store)
{
    if (owner.hasAsked) {
        return store.sentCodes.use(useOf(op.id, op.boundTo), op.code).map([](const QString &) {
            return Nothing();
        });
    }
    return store.startedResets.use(op.code).and_then(
        [](bool used) { return used ? Result<Nothing>() : failure(wrongCode()); });
}

/// Nobody goes on from the earlier password.
Result<Nothing> endEverything(Context &context, WriteStore &store, const api::User &user)
{
    return store.sessions.endAll(user.id, api::EndReason::PasswordChanged)
        .and_then([&](const QList<api::Session> &ended) {
            return traceEnded(store, context, user.id, ended);
        })
        .and_then([&](Nothing) { return revokeGiven(store, context, user.id); })
        .and_then([&](Nothing) { return askAgainEverywhere(store, user.id); })
        .and_then([&](Nothing) { return withdrawResets(store, user); });
}

Result<Nothing> finishReset(const News &news, const api::ResetPassword &op, Context &context,
                            WriteStore &store, const PasswordVerdict &verdict)
{
    const auto request = requestOf(op, store);
    if (!request)
        return failure(request.error());
    const auto owner = ownerOf(op, store);
    if (!owner)
        return failure(refusedCode(store, context, request->value_or(QString()), owner.error()));
    if (auto right = store.throttle.succeeded(Try::Recovery, countedAs(*request), context.address);
        !right)
        return failure(std::move(right).error());
    if (verdict.refused) {
        context.keepsRefusal = true;
        return failure(*verdict.refused);
    }
    const api::User &user = owner->stored.user;
    Trace trace;
    trace.subject = user.id.text();
    trace.actor = user.id;
    trace.changes = {{u"password"_s, {}, {}}};
    if (owner->hasAsked && !user.emailVerified)
        trace.changes << FieldChange{u"emailVerified"_s, u"no"_s, u"yes"_s};
    return useUp(op, *owner, store)
        .and_then([&](Nothing) {
            return store.users.setPasswordHash(user.id, owner->stored.passwordHash, *verdict.fresh);
        })
        .and_then([&](Nothing) {
            return owner->hasAsked ? verifyAddress(store, user) : Result<Nothing>();
        })
        .and_then([&](Nothing) { return note(store, context, trace); })
        .and_then([&](Nothing) { return endEverything(context, store, user); })
        .and_then([&](Nothing) { return news.passwordChanged(store, context, user); });
}

} // namespace

void addRecovery(HandlerSet &handlers, const Service &service)
{
    handlers.write<api::RequestPasswordReset>(std::bind_front(requestReset, service.letters));
    handlers.proving<api::ResetPassword>(
        {.prepare = prepareReset, .finish = std::bind_front(finishReset, News(service.letters))});
    handlers.write<api::RemindUserName>(std::bind_front(remindUserName, service.letters));
}

} // namespace latchkey::server::handlers
