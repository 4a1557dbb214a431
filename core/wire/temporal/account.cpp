#include "wire/temporal/parts.h"

#include "api/names.h"
#include "api/profile.h"
#include "api/recovery.h"
#include "wire/entering.h"
#include "wire/temporal/forms.h"

namespace latchkey::wire::temporal {

using api::field;
using api::fieldList;

namespace {

constexpr auto passwordForm =
    fieldList(field("old_password", &api::ChangePassword::current, api::passwordLimits),
              field("new_password", &api::ChangePassword::next, api::passwordLimits));
constexpr auto resetForm =
    fieldList(field("email_address", &api::RequestPasswordReset::email, emailLimits));
constexpr auto reminderForm =
    fieldList(field("email_address", &api::RemindUserName::email, emailLimits));

/// Its page has one for the name of an account, and its server one for the address.
Translation<api::Me> me()
{
    using Op = api::Me;
    const Route name{HttpMethod::Get, "/v2/account/token/username"};
    const Route email{HttpMethod::Post, "/v2/account/email/forgot"};
    return {.routes = {name, email},
            .writeRequest = [name](const Op &) { return jsonRequest(name.method, name.path); },
            .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
            .writeReply =
                [email](const api::User &user, const HttpRequest &asked) {
                    return answer(asked.path == email.path ? user.email : api::loginOf(user));
                },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return readBody<Words>(reply, answerBody).map([](const Words &words) {
                        return userCalled(words.text);
                    });
                }};
}

Translation<api::ChangePassword> changePassword()
{
    using Op = api::ChangePassword;
    const QByteArray path = "/v2/account/password/change";
    return {.routes = {{HttpMethod::Post, path}},
            .writeRequest = [path](const Op &op) { return formRequest(path, op, passwordForm); },
            .readRequest =
                [](const HttpRequest &request, const PathParameters &) {
                    return readForm(request, passwordForm, Op{.keepsToken = true});
                },
            .writeReply = [](const Op::Reply &,
                             const HttpRequest &) { return answer(u"password changed"_s); },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    Op::Reply begun; // of neither a token nor an account it tells anything
                    begun.user.isPart = true;
                    return readDone(reply, begun);
                },
            .writeError = failing(notChanged)};
}

Translation<api::RequestPasswordReset> requestReset()
{
    using Op = api::RequestPasswordReset;
    const QByteArray path = "/v2/forgot/password";
    return {
        .routes = {{HttpMethod::Post, path}},
        .writeRequest = [path](const Op &op) { return formRequest(path, op, resetForm); },
        .readRequest =
            [](const HttpRequest &request, const PathParameters &) {
                return readForm(
                    request, resetForm,
                    Op{.tellsUnknown = true, .needsVerified = true, .tellsRequest = false});
            },
        .writeReply =
            [](const Op::Reply &, const HttpRequest &) {
                return answer(u"password reset, please check your email for a new password"_s);
            },
        .readReply = [](const HttpReply &reply, const Op &) { return readDone<Op::Reply>(reply); },
        .writeError = failing(unreachable)};
}

Translation<api::RemindUserName> remind()
{
    using Op = api::RemindUserName;
    const QByteArray path = "/v2/forgot/username";
    return {
        .routes = {{HttpMethod::Post, path}},
        .writeRequest = [path](const Op &op) { return formRequest(path, op, reminderForm); },
        .readRequest =
            [](const HttpRequest &request, const PathParameters &) {
                return readForm(request, reminderForm,
                                Op{.tellsUnknown = true, .needsVerified = true});
            },
        .writeReply =
            [](const Nothing &, const HttpRequest &) {
                return answer(u"username reminder sent account email"_s);
            },
        .readReply = [](const HttpReply &reply, const Op &) { return readDone<Nothing>(reply); },
        .writeError = failing(unreachable)};
}

} // namespace

void knowAccount(Wire &wire)
{
    wire.knows<api::Me>(me());
    wire.knows<api::ChangePassword>(changePassword());
    wire.knows<api::RequestPasswordReset>(requestReset());
    wire.knows<api::RemindUserName>(remind());
}

} // namespace latchkey::wire::temporal
