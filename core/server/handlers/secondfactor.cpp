#include "server/handlers/secondfactor.h"

#include "api/email.h"
#include "server/handlers/trace.h"
#include "server/store/wrongcode.h"

#include <algorithm>

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

namespace {

PostKind wayOf(api::Factor kind)
{
    return kind == api::Factor::SmsCode ? PostKind::Sms : PostKind::Mail;
}

/// Where it goes now, not where it went: the address may have changed since.
bool isOf(const api::User &user, PostKind way, const QString &to)
{
    return way == PostKind::Mail ? user.email == to : user.phone == to;
}

Result<bool> isTaken(WriteStore &store, const api::User &user, const GivenCode &given)
{
    switch (given.factor) {
    case api::Factor::Totp:
        return store.factors.use(user.id, given.code).map([](const auto &used) {
            return used.has_value();
        });
    case api::Factor::RecoveryCode:
        return store.recoveryCodes.use(user.id, given.code);
    case api::Factor::EmailCode:
    case api::Factor::SmsCode: {
        const PostKind way = wayOf(given.factor);
        return store.sentCodes.use({given.purpose, given.subject, way}, given.code)
            .and_then([&](const QString &to) {
                return store.factors.useCodes(user.id, given.factor).map([&](bool isAskedFor) {
                    return isAskedFor && isOf(user, way, to);
                });
            });
    }
    case api::Factor::Unknown:
        return false;
    }
    Q_UNREACHABLE();
}

/// Of whoever doesn't say: what was sent last, else what their app shows, else what they printed.
Result<api::Factor> factorOf(WriteStore &store, const GivenCode &given)
{
    if (given.factor != api::Factor::Unknown)
        return given.factor;
    return store.sentCodes.lastWentTo(given.purpose, given.subject)
        .map([&](const std::optional<QString> &to) {
            if (to)
                return to->contains(u'@') ? api::Factor::EmailCode : api::Factor::SmsCode;
            return given.code.size() > 6 ? api::Factor::RecoveryCode : api::Factor::Totp;
        });
}

bool isCarried(const WriteStore &store, api::Factor kind)
{
    return kind == api::Factor::Totp || store.post.carries(wayOf(kind));
}

} // namespace

Result<api::Factor> takeCode(WriteStore &store, const api::User &user, const GivenCode &given)
{
    const auto factor = factorOf(store, given);
    if (!factor)
        return factor;
    return isTaken(store, user, {*factor, given.code, given.purpose, given.subject})
        .and_then([&](bool isRight) -> Result<api::Factor> {
            if (!isRight)
                return failure(wrongCode());
            if (*factor != api::Factor::RecoveryCode)
                return *factor;
            // The programs show how many are left.
            return tell(store, user.id, api::EventKind::FactorsChanged).map([&](Nothing) {
                return *factor;
            });
        });
}

Error refusedCode(WriteStore &store, Context &context, const QString &subject, const Error &error)
{
    return error.code == "wrongCode"_L1 ? keepRefusal(store, context, subject, error) : error;
}

Result<QList<api::Factor>> factorsAsked(WriteStore &store, const api::UserId &user)
{
    const auto enrolled = store.factors.list(user);
    const auto codes = store.recoveryCodes.left(user);
    if (!enrolled || !codes)
        return failure(enrolled ? codes.error() : enrolled.error());
    QList<api::Factor> asked;
    for (const api::EnrolledFactor &factor : *enrolled) {
        if (!asked.contains(factor.kind) && isCarried(store, factor.kind))
            asked << factor.kind;
    }
    if (*codes && (*codes)->left > 0)
        asked << api::Factor::RecoveryCode;
    return asked;
}

Result<CodeRequest> codeRequest(const api::User &user, api::Factor kind, const QString &field)
{
    CodeRequest request{.asker = user.id.text()};
    request.use.way = wayOf(kind);
    switch (kind) {
    case api::Factor::EmailCode:
        request.to = user.email;
        return request;
    case api::Factor::SmsCode:
        if (!user.phone)
            return failure(Error::of(Error::Kind::Conflict, u"noPhone"_s));
        request.to = *user.phone;
        return request;
    case api::Factor::Totp:
    case api::Factor::RecoveryCode:
    case api::Factor::Unknown:
        return failure(Error::rejected(u"unknownValue"_s, field));
    }
    Q_UNREACHABLE();
}

Result<CodeRequest> codeRequestOfFactor(WriteStore &store, const api::User &user, api::Factor kind,
                                        const std::optional<api::Factor> &shown)
{
    const auto enrolled = store.factors.list(user.id);
    if (!enrolled)
        return failure(enrolled.error());
    const auto isAskedFor = [&](api::Factor which) {
        return which != shown &&
               std::ranges::any_of(*enrolled, [which](const api::EnrolledFactor &one) {
                   return one.kind == which;
               });
    };
    if (kind == api::Factor::Unknown)
        kind = isAskedFor(api::Factor::SmsCode) ? api::Factor::SmsCode : api::Factor::EmailCode;
    return codeRequest(user, kind, u"factor"_s)
        .and_then([&](const CodeRequest &request) -> Result<CodeRequest> {
            if (!isAskedFor(kind))
                return failure(Error::of(Error::Kind::NotFound, u"factorUnknown"_s));
            return request;
        });
}

Result<Nothing> renewHash(WriteStore &store, const api::UserId &user,
                          const PasswordVerdict &verdict)
{
    if (!verdict.fresh)
        return Nothing();
    return store.users.setPasswordHash(user, verdict.checked, *verdict.fresh);
}

Result<Nothing> passwordSucceeded(WriteStore &store, const api::User &user, const QString &address)
{
    return store.factors.hasAny(user.id).and_then([&](bool isMoreAsked) {
        return isMoreAsked ? store.throttle.halfSucceeded(Try::Password, user.email, address)
                           : store.throttle.succeeded(Try::Password, user.email, address);
    });
}

Result<Nothing> withdrawResets(WriteStore &store, const api::User &user)
{
    return store.startedResets.withdraw(user.id).and_then([&](Nothing) {
        return store.sentCodes.withdrawAllOf(CodePurpose::Reset, api::emailKey(user.email));
    });
}

Result<Nothing> askAgainEverywhere(WriteStore &store, const api::UserId &user)
{
    return store.challenges.closeAll(user)
        .and_then([&](Nothing) { return store.trustedDevices.forgetAll(user); })
        .and_then([&](qint64 forgotten) {
            return forgotten > 0 ? tell(store, user, api::EventKind::FactorsChanged)
                                 : Result<Nothing>();
        });
}

Result<Nothing> clearUnlessAsked(WriteStore &store, const api::UserId &user)
{
    return store.factors.hasAny(user).and_then([&](bool isAsked) -> Result<Nothing> {
        if (isAsked)
            return Nothing();
        return store.recoveryCodes.forgetAll(user).and_then(
            [&](Nothing) { return askAgainEverywhere(store, user); });
    });
}

} // namespace latchkey::server::handlers
