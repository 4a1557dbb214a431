#include "server/handlers/newaccount.h"

#include "api/email.h"
#include "server/handlers/codesending.h"
#include "server/handlers/emailcodes.h"
#include "server/handlers/serversettings.h"
#include "server/handlers/trace.h"
#include "server/handlers/verificationlinks.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// What a new account leaves behind.
Result<Nothing> traced(Context &context, WriteStore &store, const api::User &user,
                       const std::optional<api::SessionId> &session)
{
    Trace trace;
    trace.subject = user.id.text();
    trace.actor = user.id;
    trace.session = session;
    trace.changes = {{u"email"_s, {}, user.email}, {u"name"_s, {}, user.name}};
    if (user.userName)
        trace.changes << FieldChange{u"userName"_s, {}, user.userName};
    return note(store, context, trace).and_then([&](Nothing) {
        return store.throttle.succeeded(Try::SignUp, user.email, context.address);
    });
}

/// Whoever is to sign in afterwards.
Result<api::SignUpProgress> joinWithoutSession(Context &context, WriteStore &store,
                                               const WaitingSignUp &who)
{
    return store.users.insert(who.user).and_then([&](const api::User &user) {
        return traced(context, store, user, {}).map([&](Nothing) {
            return api::SignUpProgress{{}, {}, user};
        });
    });
}

Result<api::SignUpProgress> joinWithSession(Context &context, WriteStore &store,
                                            const WaitingSignUp &who)
{
    return join(context, store, who).map([](const api::SignedIn &joined) {
        return api::SignUpProgress{joined, {}, joined.user};
    });
}

} // namespace

Result<Nothing> mayJoin(const Service &service, WriteStore &store)
{
    return store.setup.isFirstAccountPending().and_then([&](bool isFirst) {
        const auto isOpen = isFirst ? Result<bool>(true) : isSignUpOpen(service, store.setup);
        return isOpen.and_then([](bool open) -> Result<Nothing> {
            if (!open)
                return failure(Error::of(Error::Kind::Forbidden, u"signUpClosed"_s));
            return Nothing();
        });
    });
}

Result<Nothing> mayJoin(const Service &service, const std::optional<Secret> &setupCode,
                        WriteStore &store)
{
    return mayJoin(service, store).and_then([&](Nothing) { return store.setup.admit(setupCode); });
}

Result<Nothing> letIn(const Service &service, const std::optional<Secret> &setupCode,
                      const Context &context, WriteStore &store)
{
    return letWait(service, setupCode, context, store).and_then([&](Nothing) {
        return withdrawSetupCode(service, store);
    });
}

Result<Nothing> letWait(const Service &service, const std::optional<Secret> &setupCode,
                        const Context &context, WriteStore &store)
{
    return mayJoin(service, setupCode, store).and_then([&](Nothing) {
        return store.throttle.countNewAccount(context.address);
    });
}

Result<Nothing> withdrawSetupCode(const Service &service, WriteStore &store)
{
    return service.signUp == SignUpRule::EachWithCode ? Result<Nothing>()
                                                      : store.setup.withdrawCode();
}

Result<api::SignedIn> join(Context &context, WriteStore &store, const WaitingSignUp &who)
{
    const auto user = store.users.insert(who.user);
    if (!user)
        return failure(user.error());
    const auto begun = store.sessions.begin({.user = user->id,
                                             .role = user->role,
                                             .device = who.device,
                                             .address = context.address,
                                             .proof = api::Proof::SignUp,
                                             .terms = *context.sessionTerms});
    if (!begun)
        return failure(begun.error());
    return traced(context, store, *user, begun->session.id)
        .and_then([&](Nothing) {
            return tell(store, user->id, api::EventKind::SessionStarted, begun->session.id);
        })
        .map([&](Nothing) { return api::SignedIn{begun->token, *user, begun->session}; });
}

namespace {

/// By a link, where browsers find what it leads to; nothing where no mail leaves.
Result<Nothing> sendVerification(const Service &service, const AtOnce &how, const Context &context,
                                 WriteStore &store, const api::User &user)
{
    if (!store.post.carries(PostKind::Mail))
        return Nothing();
    const bool isLink = how.verificationPath && leadsToVerification(service, context, user);
    const auto sent =
        isLink ? sendVerificationLink(service, context, store, user, how.verificationPath)
               : sendVerificationCode(*service.letters, context, store, user, how.typedAt);
    return sent.map([](const api::CodeSent &) { return Nothing(); });
}

} // namespace

Result<api::SignUpProgress> joinAtOnce(const Service &service, const AtOnce &how, Context &context,
                                       WriteStore &store, const WaitingSignUp &who)
{
    const auto joined = how.beginsSession ? joinWithSession(context, store, who)
                                          : joinWithoutSession(context, store, who);
    if (!joined) {
        const bool isTaken = joined.error().kind == Error::Kind::Conflict;
        return failure(isTaken ? keepRefusal(store, context, {}, joined.error()) : joined.error());
    }
    return sendVerification(service, how, context, store, *joined->joined).map([&](Nothing) {
        return *joined;
    });
}

Result<api::CodeSent> sendJoiningCode(const Letters &letters, WriteStore &store, Timestamp now,
                                      const api::SignUpId &id, const NewUser &who)
{
    const auto taken = store.users.findByEmail(who.email);
    if (!taken)
        return failure(taken.error());
    const auto fresh = store.sentCodes.make({.use = {CodePurpose::SignUp, id.text()},
                                             .asker = api::emailKey(who.email),
                                             .to = who.email,
                                             .isGood = !*taken});
    if (!fresh)
        return failure(fresh.error());
    if (!*taken) {
        const letter::EmailVerification about{fresh->code, fresh->lifetime};
        return postCode(store, *fresh, letters.mail(about, who.language, who.email), Shown::Whole);
    }
    const api::User &owner = (*taken)->user;
    return postInstead(store, *fresh,
                       letters.mail(letter::SignUpTried{now}, owner.language, owner.email), now)
        .map([&](api::CodeSent sent) {
            sent.to = who.email;
            return sent;
        });
}

Result<api::SignUpProgress> joinByCode(const Letters &letters, Context &context, WriteStore &store,
                                       const WaitingSignUp &who)
{
    const auto id = store.signUps.wait(who);
    if (!id)
        return failure(id.error());
    Trace trace;
    trace.subject = id->text();
    trace.outcome = u"codeSent"_s;
    return sendJoiningCode(letters, store, context.now, *id, who.user)
        .and_then([&](const api::CodeSent &sent) {
            return note(store, context, trace).map([&](Nothing) {
                return api::SignUpProgress{{}, api::PendingSignUp{*id, sent}};
            });
        });
}

} // namespace latchkey::server::handlers
