#include "account/editing.h"

#include "account/account.h"
#include "account/asking.h"
#include "account/surroundings.h"
#include "base/textsafety.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

/// Of somebody whom any API could name.
api::EditAccount everything()
{
    return {.userName = u"ada"_s,
            .name = u"Ada"_s,
            .email = u"ada@example.com"_s,
            .password = Secret(u"correct horse battery staple"_s)};
}

api::EditAccount withPassword(const Secret &password)
{
    api::EditAccount change;
    change.password = password;
    return change;
}

bool letsProve(const Account &account)
{
    return account.can<api::ProveWithPassword>() || account.can<api::ProveWithCode>();
}

bool isSignedInFirst(const Account &account, const api::EditAccount &change)
{
    return editableOf(account).isWhole || (change.password && !letsProve(account));
}

/// What is always said is said as it is known.
api::EditAccount completed(api::EditAccount change, const Account &account, const Secret &present)
{
    if (!editableOf(account).isWhole)
        return change;
    const api::User user = account.user().value_or(api::User());
    change.userName = change.userName.value_or(api::loginOf(user));
    change.email = change.email.value_or(user.email);
    change.password = change.password.value_or(present);
    change.preferences = user.preferences;
    return change;
}

/// Not each server refuses to call somebody nothing.
std::optional<Error> whatIsEmpty(const api::EditAccount &change)
{
    const auto empty = [](const QString &field) { return Error::rejected(u"empty"_s, field); };
    if (change.userName && isBlank(*change.userName))
        return empty(u"userName"_s);
    if (change.name && isBlank(*change.name))
        return empty(u"name"_s);
    if (change.email && isBlank(*change.email))
        return empty(u"email"_s);
    if (change.password && change.password->isEmpty())
        return empty(u"password"_s);
    return std::nullopt;
}

/// No edit says on what it is based, so nobody was faster: somebody else is called that. And what
/// is malformed of it was typed.
Error aboutEdit(Error error, const api::EditAccount &change)
{
    if (error.code == "malformedRequest"_L1)
        error.code = u"editRefused"_s;
    if (error.kind != Kind::Conflict)
        return error;
    error.kind = Kind::Rejected;
    const bool isOne = change.userName.has_value() != change.email.has_value();
    if (isOne && error.field.isEmpty()) {
        error.field = change.email ? u"email"_s : u"userName"_s;
        error.code = change.email ? u"emailTaken"_s : u"userNameTaken"_s;
    }
    return error;
}

Call<Nothing> signInAnew(Account &account, const Secret &password)
{
    const CallSource<Nothing> source;
    const Profile profile = account.profile();
    account
        .ask(api::SignIn{.login = profile.login(),
                         .password = password,
                         .device = account.surroundings().deviceAt(profile.server.url)})
        .then(&account, [&account, source](const Result<api::SignInProgress> &begun) {
            if (!begun && isWrongProof(begun.error())) {
                Error error = begun.error();
                error.kind = Kind::Rejected;
                error.code = u"wrongPassword"_s;
                error.field = u"password"_s;
                source.finish(failure(error));
            } else if (!begun) {
                source.finish(failure(begun.error()));
            } else if (!begun->signedIn) {
                source.finish(failure(Error::of(Kind::NotFound, u"noWayToSignIn"_s)));
            } else if (!account.state().isSignedIn()) { // meanwhile they left
                source.finish(failure(Error::of(Kind::Unauthorized, u"signedOut"_s)));
            } else {
                account.replaceToken(*begun->signedIn, api::Level::Password);
                source.finish(Nothing());
            }
        });
    return source.call();
}

void send(Account &account, const api::EditAccount &change, const CallSource<api::User> &source)
{
    const auto finish = [&account, source] { source.finish(account.user().value_or(api::User())); };
    account.ask(change).then(
        &account, [&account, change, source, finish](const Result<api::User> &edited) {
            if (!edited) {
                source.finish(failure(aboutEdit(edited.error(), change)));
            } else if (edited->isPart) {
                // An address may wait for its code first, and that is not said.
                account.ask(api::Me{}).then(&account,
                                            [finish](const Result<api::User> &) { finish(); });
            } else {
                finish();
            }
        });
}

/// What is always said may have been changed meanwhile, from elsewhere: an address that somebody
/// left would come back.
void sendAsNow(Account &account, const api::EditAccount &change, const Secret &present,
               const CallSource<api::User> &source)
{
    if (!editableOf(account).isWhole) {
        send(account, change, source);
        return;
    }
    account.ask(api::Me{}).then(&account,
                                [&account, change, present, source](const Result<api::User> &now) {
                                    if (now)
                                        send(account, completed(change, account, present), source);
                                    else
                                        source.finish(failure(now.error()));
                                });
}

/// What is wrong with it by the names that whoever changes a password has for it.
Error aboutPassword(Error error)
{
    if (error.code == "wrongPassword"_L1)
        error.field = u"current"_s;
    else if (error.field == "password"_L1 || error.code.startsWith("passwordToo"_L1))
        error.field = u"next"_s;
    return error;
}

} // namespace

Editable editableOf(const Account &account)
{
    const auto understood = account.understood(everything());
    if (!understood)
        return {};
    return {.userName = understood->userName.has_value(),
            .name = understood->name.has_value(),
            .email = understood->email.has_value(),
            .password = understood->password.has_value(),
            .isWhole = !account.understood(api::EditAccount())};
}

Call<api::User> edit(Account &account, const api::EditAccount &change, const Secret &present)
{
    const auto refused = [](const Error &error) {
        return Call<api::User>::finished(failure(error));
    };
    const bool needsPresent = isSignedInFirst(account, change);
    if (const auto empty = whatIsEmpty(completed(change, account, present)))
        return refused(*empty);
    if (needsPresent && present.isEmpty())
        return refused(Error::rejected(u"empty"_s, u"password"_s));
    const CallSource<api::User> source;
    if (!needsPresent) {
        send(account, change, source);
        return source.call();
    }
    signInAnew(account, present)
        .then(&account, [&account, change, present, source](const Result<Nothing> &signedIn) {
            if (signedIn)
                sendAsNow(account, change, present, source);
            else
                source.finish(failure(signedIn.error()));
        });
    return source.call();
}

bool canChangePassword(const Account &account)
{
    return account.can<api::ChangePassword>() || editableOf(account).password;
}

bool asksForPresentPassword(const Account &account)
{
    return account.can<api::ChangePassword>() ||
           isSignedInFirst(account, withPassword(Secret(u"another one"_s)));
}

Call<Nothing> changePassword(Account &account, const api::ChangePassword &change)
{
    const CallSource<Nothing> source;
    const auto finish = [source](const auto &changed) {
        source.finish(changed ? Result<Nothing>() : failure(aboutPassword(changed.error())));
    };
    if (account.can<api::ChangePassword>()) {
        account.ask(change).then(&account, finish);
        return source.call();
    }
    if (change.current.matches(change.next)) {
        return Call<Nothing>::finished(failure(Error::rejected(u"passwordUnchanged"_s, u"next"_s)));
    }
    edit(account, withPassword(change.next), change.current).then(&account, finish);
    return source.call();
}

} // namespace latchkey::account
