#include "server/handlers/verificationlinks.h"

#include "api/names.h"
#include "server/handlers/codesending.h"
#include "server/handlers/trace.h"
#include "server/handlers/verifiedemail.h"
#include "server/store/wrongcode.h"

#include <QRegularExpression>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

/// Nobody who opens a link says whose it is: it is found by itself, and long.
CodeUse linkUse()
{
    return {CodePurpose::EmailVerification, std::nullopt, PostKind::Mail};
}

Error rejected(const QString &code)
{
    return Error::rejected(code, u"code"_s);
}

/// A name of one word. It stands in the link, and whoever signs up with a stranger's address has it
/// sent to that stranger: another could pass for an address, or a sentence.
bool saysNothing(const QString &login)
{
    static const QRegularExpression word(u"\\A[A-Za-z0-9_-]{1,32}\\z"_s);
    return word.match(login).hasMatch();
}

/// What can be said of it by itself.
Result<Nothing> mustStand(const api::VerifyEmail &op, const Context &context)
{
    const api::VerificationLink &link = *op.link;
    const api::SessionTerms &terms = *context.sessionTerms;
    if (!terms.checkToken || !terms.checkToken(link.token.reveal(), *terms.signer, context.now))
        return failure(rejected(u"linkForged"_s));
    if (link.login != op.login) {
        Error error = rejected(u"linkOfAnother"_s);
        error.detail = op.login;
        return failure(error);
    }
    if (link.until <= context.now)
        return failure(rejected(u"linkExpired"_s));
    return Nothing();
}

/// Whose address it went to, if that is still theirs.
Result<api::User> ownerOf(const api::VerifyEmail &op, const Context &context, WriteStore &store)
{
    return mustStand(op, context)
        .and_then([&](Nothing) { return store.sentCodes.check(linkUse(), op.link->code); })
        .and_then([&](const QString &to) {
            return api::normalLogin(op.login, u"login"_s)
                .and_then([&](const QString &login) { return store.users.findByLogin(login); })
                .and_then([&](const std::optional<StoredUser> &found) -> Result<api::User> {
                    if (!found || found->user.email != to)
                        return failure(wrongCode());
                    return found->user;
                });
        });
}

} // namespace

bool leadsToVerification(const Service &service, const Context &context, const api::User &user)
{
    const QString wire = QString::fromLatin1(context.sessionTerms->realm);
    return !service.publicAddress.isEmpty() && service.sharedWires.contains(wire) &&
           saysNothing(api::loginOf(user));
}

Result<api::CodeSent> sendVerificationLink(const Service &service, const Context &context,
                                           WriteStore &store, const api::User &user,
                                           api::VerificationPath path)
{
    return mustCarry(store, PostKind::Mail)
        .and_then([&](Nothing) {
            return store.sentCodes.make(
                {.use = linkUse(), .asker = user.id.text(), .to = user.email});
        })
        .and_then([&](const FreshCode &fresh) {
            const api::VerificationLink link{.login = api::loginOf(user),
                                             .code = fresh.code,
                                             .until = fresh.expiresAt,
                                             .token = {}};
            const Secret below = path(link, *context.sessionTerms->signer, context.now);
            const Secret address(QByteArray(service.publicAddress.toUtf8() + below.reveal()));
            const letter::EmailVerificationLink about{address, fresh.expiresAt};
            return postCode(store, fresh, service.letters->mail(about, user.language, user.email),
                            Shown::Whole);
        });
}

Result<Nothing> verifyByLink(const api::VerifyEmail &op, Context &context, WriteStore &store)
{
    // Whoever tries is counted by address alone.
    if (auto counted = store.throttle.countTry(Try::Recovery, {}, context.address); !counted)
        return counted;
    const auto user = ownerOf(op, context, store);
    if (!user) {
        return failure(user.error().kind == Error::Kind::Rejected
                           ? keepRefusal(store, context, {}, user.error())
                           : user.error());
    }
    const auto verified =
        user->emailVerified ? Result<Nothing>() : verifyOutside(context, store, *user);
    return verified.and_then(
        [&](Nothing) { return store.throttle.succeeded(Try::Recovery, {}, context.address); });
}

Result<Nothing> verifyOutside(Context &context, WriteStore &store, const api::User &user)
{
    Trace trace;
    trace.subject = user.id.text();
    trace.actor = user.id;
    trace.changes = {{u"emailVerified"_s, user.emailVerified ? u"yes"_s : u"no"_s, u"yes"_s}};
    return setVerifiedEmail(store, user, user.email)
        .and_then([&](const api::User &) { return note(store, context, trace); })
        .and_then([&](Nothing) { return tell(store, user.id, api::EventKind::ProfileChanged); });
}

} // namespace latchkey::server::handlers
