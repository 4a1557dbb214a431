#include "account/verification.h"

#include "account/account.h"

#include <memory>

namespace latchkey::account {

namespace {

/// Where what is answered is more than who waits for it needs.
template <class To, class From, class Part>
Call<To> partOf(const Call<From> &call, QObject *context, Part part)
{
    const CallSource<To> source;
    source.onCancel(call.cancelling());
    call.then(context, [source, part](const Result<From> &result) {
        source.finish(result ? Result<To>(part(*result)) : failure(result.error()));
    });
    return source.call();
}

template <api::Operation Op>
Call<Nothing> taken(Account &account, const Op &operation)
{
    return partOf<Nothing>(account.ask(operation), &account,
                           [](const typename Op::Reply &) { return Nothing(); });
}

/// Who signs in nowhere for it is told nothing of the account.
Call<Nothing> takenByName(Account &account, const Secret &code)
{
    const api::VerifyEmail verify{
        .login = account.user() ? api::loginOf(*account.user()) : QString(), .code = code};
    return partOf<Nothing>(account.ask(verify), &account, [&account](const Nothing &done) {
        if (auto user = account.user()) {
            user->emailVerified = true;
            account.learn(*user);
        }
        return done;
    });
}

Call<Nothing> takenForChange(Account &account, const Secret &code)
{
    // Some APIs take the codes of both by one word.
    if (!account.can<api::FinishEmailChange>())
        return taken(account, api::FinishEmailVerification{.code = code});
    return taken(account, api::FinishEmailChange{.code = code});
}

} // namespace

bool canVerifyEmail(const Account &account)
{
    return account.can<api::StartEmailVerification>() ||
           (account.can<api::VerifyEmail>() && !account.isActing());
}

CodeFlow::Purpose emailVerification(Account &account)
{
    if (!account.can<api::StartEmailVerification>()) {
        return {.by = api::Factor::EmailCode, .send = {}, .take = [&account](const Secret &code) {
                    return takenByName(account, code);
                }};
    }
    return {.by = api::Factor::EmailCode,
            .send = [&account] { return account.ask(api::StartEmailVerification{}); },
            .take =
                [&account](const Secret &code) {
                    return taken(account, api::FinishEmailVerification{.code = code});
                },
            .to = account.user() ? account.user()->email : QString(),
            .isToPresent = true};
}

CodeFlow::Purpose emailChange(Account &account, const QString &email)
{
    return {
        .by = api::Factor::EmailCode,
        .send = [&account, email] { return account.ask(api::StartEmailChange{.email = email}); },
        .take = [&account](const Secret &code) { return takenForChange(account, code); },
        .to = email};
}

CodeFlow::Purpose begunEmailChange(Account &account)
{
    return {.by = api::Factor::EmailCode, .send = {}, .take = [&account](const Secret &code) {
                return takenForChange(account, code);
            }};
}

CodeFlow::Purpose phoneVerification(Account &account, const QString &phone,
                                    const std::optional<QString> &region)
{
    const api::StartPhoneVerification start{.phone = phone, .region = region};
    return {.by = api::Factor::SmsCode,
            .send = [&account, start] { return account.ask(start); },
            .take =
                [&account](const Secret &code) {
                    return taken(account, api::FinishPhoneVerification{.code = code});
                },
            .to = phone};
}

CodeFlow::Purpose codesEnrolment(Account &account, api::Factor kind, const QString &name)
{
    const auto id = std::make_shared<api::FactorId>();
    const api::EnrolCodes enrol{.kind = kind, .name = name};
    return {.by = kind,
            .send =
                [&account, enrol, id] {
                    return partOf<api::CodeSent>(account.ask(enrol), &account,
                                                 [id](const api::NewCodes &codes) {
                                                     *id = codes.id;
                                                     return codes.sent;
                                                 });
                },
            .take =
                [&account, id](const Secret &code) {
                    return taken(account, api::ActivateFactor{.id = *id, .code = code});
                }};
}

} // namespace latchkey::account
