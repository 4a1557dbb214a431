#include "api/verification.h"
#include "api/email.h"
#include "api/names.h"
#include "server/handlers/codesending.h"
#include "server/handlers/emailcodes.h"
#include "server/handlers/handlers.h"
#include "server/handlers/news.h"
#include "server/handlers/revoking.h"
#include "server/handlers/secondfactor.h"
#include "server/handlers/trace.h"
#include "server/handlers/verificationlinks.h"
#include "server/handlers/verifiedemail.h"
#include "server/phonenumber.h"
#include "server/store/wrongcode.h"

#include <algorithm>
#include <functional>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

using SharedLetters = std::shared_ptr<const Letters>;

Result<Nothing> traced(Context &context, WriteStore &store, const QList<FieldChange> &changes)
{
    Trace trace;
    trace.subject = context.principal->user.text();
    trace.changes = changes;
    return note(store, context, trace);
}

/// A code was sent: nothing has changed yet.
Result<api::CodeSent> sent(Context &context, WriteStore &store, const api::CodeSent &sent)
{
    return traced(context, store, {}).map([&](Nothing) { return sent; });
}

/// What was sent to the address before, to set a password by, is worth nothing at the next one.
Result<api::User> setEmail(WriteStore &store, const api::User &user, const QString &email)
{
    return withdrawResets(store, user).and_then([&](Nothing) {
        return setVerifiedEmail(store, user, email);
    });
}

/// What the owner of the account is shown has changed.
Result<api::User> changed(Context &context, WriteStore &store, const api::User &user,
                          const FieldChange &change)
{
    return traced(context, store, {change})
        .and_then([&](Nothing) { return tell(store, user.id, api::EventKind::ProfileChanged); })
        .map([&](Nothing) { return user; });
}

/// Where the code went that came back. A wrong one is a try, of all codes together; a right one is
/// none, but lets nothing start anew: whoever guesses can have one sent to themselves in between.
Result<QString> takeBack(Context &context, WriteStore &store, const api::User &user,
                         CodePurpose purpose, const Secret &code)
{
    const QString tried = u"account/"_s + user.id.text();
    if (auto counted = store.throttle.countTry(Try::Recovery, tried, context.address); !counted)
        return failure(std::move(counted).error());
    return store.sentCodes.use(codeAbout(user, purpose, {}).use, code)
        .and_then([&](const QString &to) {
            return store.throttle.halfSucceeded(Try::Recovery, tried, context.address)
                .map([&](Nothing) { return to; });
        })
        .map_error([&](const Error &error) {
            return error.code == "wrongCode"_L1 ? keepRefusal(store, context, user.id.text(), error)
                                                : error;
        });
}

Result<api::CodeSent> startEmailVerification(const SharedLetters &letters,
                                             const api::StartEmailVerification &, Context &context,
                                             WriteStore &store)
{
    return asking(context, store)
        .and_then([&](const api::User &user) {
            return sendVerificationCode(*letters, context, store, user);
        })
        .and_then([&](const api::CodeSent &code) { return sent(context, store, code); });
}

Result<api::User> finishEmailVerification(const api::FinishEmailVerification &op, Context &context,
                                          WriteStore &store)
{
    const auto user = asking(context, store);
    if (!user)
        return user;
    const auto to = takeBack(context, store, *user, CodePurpose::EmailVerification, op.code);
    if (!to)
        return failure(to.error());
    if (*to != user->email) // it has another one since
        return failure(keepRefusal(store, context, user->id.text(), wrongCode()));
    return setVerifiedEmail(store, *user, *to).and_then([&](const api::User &after) {
        return changed(context, store, after,
                       {u"emailVerified"_s, user->emailVerified ? u"yes"_s : u"no"_s, u"yes"_s});
    });
}

/// Nobody is signed in, and a name that is nobody's is refused as a wrong code is.
Result<Nothing> verifyEmail(const api::VerifyEmail &op, Context &context, WriteStore &store)
{
    if (op.isOnlyOpened)
        return Nothing();
    if (op.link)
        return verifyByLink(op, context, store);
    const auto login = api::normalLogin(op.login, u"login"_s);
    const auto found =
        login.and_then([&](const QString &normal) { return store.users.findByLogin(normal); });
    if (!found)
        return failure(found.error());
    if (!*found) {
        return store.throttle.countTry(Try::Recovery, u"login/"_s + *login, context.address)
            .and_then([&](Nothing) -> Result<Nothing> {
                return failure(keepRefusal(store, context, {}, wrongCode()));
            });
    }
    const api::User &user = (*found)->user;
    const auto to = takeBack(context, store, user, CodePurpose::EmailVerification, op.code);
    if (!to)
        return failure(to.error());
    if (*to != user.email) // it has another one since
        return failure(keepRefusal(store, context, user.id.text(), wrongCode()));
    return verifyOutside(context, store, user);
}

Result<api::CodeSent> startEmailChange(const SharedLetters &letters,
                                       const api::StartEmailChange &op, Context &context,
                                       WriteStore &store)
{
    const auto email = api::normalEmail(op.email);
    const auto user = asking(context, store);
    if (!email || !user)
        return failure(email ? user.error() : email.error());
    if (*email == user->email)
        return failure(Error::rejected(u"emailUnchanged"_s, u"email"_s));
    return sendEmailChangeCode(*letters, context, store, *user, *email)
        .and_then([&](const api::CodeSent &code) { return sent(context, store, code); });
}

/// Whoever reads an address that nobody verified may be a stranger, and whoever left one that the
/// account had before, and has again, a thief: neither is led back.
Result<bool> isLedBack(WriteStore &store, const api::User &before, const api::User &after)
{
    return store.emailChanges.returned(after).map(
        [&](bool isReturn) { return before.emailVerified && !isReturn; });
}

/// The old address hears of it, with a way back if it is owed one.
Result<Nothing> tellFormer(const News &news, const Context &context, WriteStore &store,
                           const api::User &before, const api::User &after)
{
    if (before.email == after.email)
        return Nothing();
    const auto leadsBack = isLedBack(store, before, after);
    if (!leadsBack)
        return failure(leadsBack.error());
    if (!*leadsBack)
        return news.emailLeft(store, context, before);
    return store.emailChanges.open(before).and_then([&](const WayBack &back) {
        return news.emailChanged(store, context, before, after.email, back);
    });
}

Result<api::User> finishEmailChange(const News &news, const api::FinishEmailChange &op,
                                    Context &context, WriteStore &store)
{
    const auto user = asking(context, store);
    if (!user)
        return user;
    const auto to = takeBack(context, store, *user, CodePurpose::EmailChange, op.code);
    if (!to)
        return failure(to.error());
    const auto owner = store.users.findByEmail(*to);
    if (!owner)
        return failure(owner.error());
    if (*owner && (*owner)->user.id != user->id) // somebody's meanwhile: as if it had been then
        return failure(keepRefusal(store, context, user->id.text(), wrongCode()));
    return setEmail(store, *user, *to).and_then([&](const api::User &after) {
        return tellFormer(news, context, store, *user, after).and_then([&](Nothing) {
            return changed(context, store, after, {u"email"_s, user->email, after.email});
        });
    });
}

/// Whichever of the two the account's owner was sent a code for last.
Result<api::User> finishEither(const News &news, const api::FinishEmailVerification &op,
                               Context &context, WriteStore &store)
{
    const QString whose = context.principal->user.text();
    const auto last = op.finishesChange ? store.sentCodes.lastMade(CodePurpose::EmailVerification,
                                                                   CodePurpose::EmailChange, whose)
                                        : Result<std::optional<CodePurpose>>();
    if (!last)
        return failure(last.error());
    if (*last == CodePurpose::EmailChange)
        return finishEmailChange(news, {op.code}, context, store);
    return finishEmailVerification(op, context, store);
}

/// What came to the account while the address wasn't its owner's is taken away again: their phone
/// is what it was, and what a thief would be asked for is asked for no more. Whoever else signs in
/// to it may have been linked before, by whoever knew the password; its owner links them anew.
Result<Nothing> takeAway(WriteStore &store, const FormerEmail &former)
{
    return store.users.setPhone(former.user, former.phone)
        .and_then(
            [&](const api::User &) { return store.factors.removeSince(former.user, former.until); })
        .and_then(
            [&](Nothing) { return store.recoveryCodes.forgetSince(former.user, former.until); })
        .and_then([&](Nothing) { return store.identities.unlinkSince(former.user); })
        .and_then([&](qint64) { return clearUnlessAsked(store, former.user); })
        .and_then([&](Nothing) { return tell(store, former.user, api::EventKind::FactorsChanged); })
        .and_then(
            [&](Nothing) { return tell(store, former.user, api::EventKind::IdentitiesChanged); });
}

/// Whoever changed the address knew the password, and may be in still.
Result<Nothing> shutOut(Context &context, WriteStore &store, const api::User &user)
{
    return store.users.voidPassword(user.id)
        .and_then(
            [&](Nothing) { return store.sessions.endAll(user.id, api::EndReason::NotRecognised); })
        .and_then([&](const QList<api::Session> &ended) {
            return traceEnded(store, context, user.id, ended);
        })
        .and_then([&](Nothing) { return revokeGiven(store, context, user.id); })
        .and_then([&](Nothing) { return askAgainEverywhere(store, user.id); })
        .and_then([&](Nothing) { return withdrawResets(store, user); });
}

Result<Nothing> takeBackEmail(const News &news, const api::TakeBackEmail &op, Context &context,
                              WriteStore &store)
{
    // It names nobody: whoever tries is counted by address alone.
    if (auto counted = store.throttle.countTry(Try::Recovery, {}, context.address); !counted)
        return counted;
    const auto former = store.emailChanges.take(op.code);
    if (!former) {
        return failure(former.error().code == "wrongCode"_L1
                           ? keepRefusal(store, context, {}, former.error())
                           : former.error());
    }
    const auto before = store.users.find(former->user);
    if (!before)
        return failure(before.error());
    Trace trace;
    trace.subject = former->user.text();
    trace.changes = {{u"email"_s, (*before)->user.email, former->email}, {u"password"_s, {}, {}}};
    if ((*before)->user.phone != former->phone)
        trace.changes << FieldChange{u"phone"_s, (*before)->user.phone, former->phone};
    return setEmail(store, (*before)->user, former->email)
        .and_then([&](const api::User &after) {
            return note(store, context, trace).and_then([&](Nothing) {
                return shutOut(context, store, after);
            });
        })
        .and_then([&](Nothing) { return takeAway(store, *former); })
        .and_then(
            [&](Nothing) { return tell(store, former->user, api::EventKind::ProfileChanged); })
        .and_then([&](Nothing) {
            return news.emailTakenBack(store, context, (*before)->user, former->email);
        })
        .and_then(
            [&](Nothing) { return store.throttle.succeeded(Try::Recovery, {}, context.address); });
}

Result<api::CodeSent> startPhoneVerification(const SharedLetters &letters,
                                             const api::StartPhoneVerification &op,
                                             Context &context, WriteStore &store)
{
    const auto phone = normalPhone(op.phone, op.region);
    const auto user = asking(context, store);
    if (!phone || !user)
        return failure(phone ? user.error() : phone.error());
    return sendCode<letter::PhoneVerification>(context, store, *letters,
                                               codeAbout(*user, CodePurpose::Phone, *phone),
                                               user->language)
        .and_then([&](const api::CodeSent &code) { return sent(context, store, code); });
}

/// Whether codes are sent to its phone when somebody signs in.
Result<bool> isPhoneAskedFor(WriteStore &store, const api::UserId &user)
{
    return store.factors.list(user).map([](const QList<api::EnrolledFactor> &factors) {
        return std::ranges::any_of(factors, [](const api::EnrolledFactor &factor) {
            return factor.kind == api::Factor::SmsCode;
        });
    });
}

Result<Nothing> tellOfPhone(const News &news, const Context &context, WriteStore &store,
                            const api::User &before, const api::User &after)
{
    if (before.phone == after.phone)
        return Nothing();
    return isPhoneAskedFor(store, after.id).and_then([&](bool isAskedFor) {
        return isAskedFor ? news.phoneChanged(store, context, after) : Result<Nothing>();
    });
}

Result<api::User> finishPhoneVerification(const News &news, const api::FinishPhoneVerification &op,
                                          Context &context, WriteStore &store)
{
    const auto user = asking(context, store);
    if (!user)
        return user;
    const auto to = takeBack(context, store, *user, CodePurpose::Phone, op.code);
    if (!to)
        return failure(to.error());
    return store.users.setPhone(user->id, *to).and_then([&](const api::User &after) {
        return tellOfPhone(news, context, store, *user, after).and_then([&](Nothing) {
            return changed(context, store, after, {u"phone"_s, user->phone, after.phone});
        });
    });
}

Result<api::User> removePhone(const api::RemovePhone &, Context &context, WriteStore &store)
{
    const auto user = asking(context, store);
    if (!user || !user->phone)
        return user;
    const auto isAskedFor = isPhoneAskedFor(store, user->id);
    if (!isAskedFor)
        return failure(isAskedFor.error());
    if (*isAskedFor)
        return failure(Error::of(Error::Kind::Conflict, u"phoneInUse"_s));
    return store.users.setPhone(user->id, {}).and_then([&](const api::User &after) {
        return changed(context, store, after, {u"phone"_s, user->phone, {}});
    });
}

} // namespace

void addVerification(HandlerSet &handlers, const Service &service)
{
    const SharedLetters &letters = service.letters;
    const News news(letters);
    handlers.write<api::StartEmailVerification>(std::bind_front(startEmailVerification, letters));
    handlers.write<api::VerifyEmail>(verifyEmail);
    handlers.write<api::FinishEmailVerification>(std::bind_front(finishEither, news));
    handlers.write<api::StartEmailChange>(std::bind_front(startEmailChange, letters));
    handlers.write<api::FinishEmailChange>(std::bind_front(finishEmailChange, news));
    handlers.write<api::TakeBackEmail>(std::bind_front(takeBackEmail, news));
    handlers.write<api::StartPhoneVerification>(std::bind_front(startPhoneVerification, letters));
    handlers.write<api::FinishPhoneVerification>(std::bind_front(finishPhoneVerification, news));
    handlers.write<api::RemovePhone>(removePhone);
}

} // namespace latchkey::server::handlers
