#pragma once

#include "api/joining.h"
#include "api/signingin.h"
#include "base/httpmessage.h"
#include "wire/members.h"

/// Signing up and in on wires that know no more of it than a name, an address and a password.
namespace latchkey::wire {

/// What such a wire leaves out of what is asked: its answer comes at once, or it is no.
api::SignUp joiningBy(const HttpRequest &request, const QString &wire);
api::SignIn enteringBy(const HttpRequest &request, const QString &wire);

/// An account of which a user name is known. Its e-mail stands where it has none.
api::User userCalled(const QString &name);

/// Where an answer tells a token and nothing more: who signed in is whoever asked to.
api::SignedIn begunBy(const api::SignUp &asked);
api::SignedIn begunBy(const api::SignIn &asked);

template <api::Operation Op, class Members>
Result<typename Op::Reply> readBegun(const HttpReply &reply, const Members &token, const Op &asked)
{
    return readBody(reply, token, begunBy(asked)).map([](const api::SignedIn &begun) {
        typename Op::Reply progress;
        progress.signedIn = begun;
        return progress;
    });
}

/// The member that is the user name, and the name as well.
constexpr auto joiningName(const char *name, api::Limits limits)
{
    return told(
        name, [](const api::SignUp &asked) { return asked.userName.value_or(asked.name); },
        [](api::SignUp &asked, const QString &read) {
            asked.name = read;
            asked.userName = read;
            return true;
        },
        limits);
}

/// The member by which an account is called.
constexpr auto calling(const char *name)
{
    return told(
        name, [](const api::User &user) { return api::loginOf(user); },
        [](api::User &user, const QString &read) {
            const api::User called = userCalled(read);
            user.name = called.name;
            user.userName = called.userName;
            user.email = called.email;
            user.isPart = called.isPart;
            return true;
        });
}

} // namespace latchkey::wire
