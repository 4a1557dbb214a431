#include "wire/entering.h"

#include "api/names.h"
#include "base/textsafety.h"

namespace latchkey::wire {

using namespace Qt::StringLiterals;

namespace {

/// What is known of a device where the wire has no word for it: what its program calls itself, and
/// by which wire it came.
api::Device askingDevice(const HttpHeaders &headers, const QString &wire)
{
    constexpr qsizetype longest = 100;
    const QString program = QString::fromUtf8(headers.value("User-Agent"));
    const QString said = isBlank(program) ? wire : wire + u": "_s + program;
    return {.label = {}, .program = withoutMisleading(said.left(longest)).trimmed(), .system = {}};
}

api::SignedIn begun(const api::User &user, const api::Device &device, api::Proof proof)
{
    api::SignedIn begun;
    begun.user = user;
    begun.session.device = device;
    begun.session.proof = proof;
    begun.session.current = true;
    return begun;
}

} // namespace

api::SignUp joiningBy(const HttpRequest &request, const QString &wire)
{
    api::SignUp asked;
    asked.answersAtOnce = true;
    asked.device = askingDevice(request.headers, wire);
    return asked;
}

api::SignIn enteringBy(const HttpRequest &request, const QString &wire)
{
    api::SignIn asked;
    asked.takesChallenge = false;
    asked.device = askingDevice(request.headers, wire);
    return asked;
}

api::User userCalled(const QString &name)
{
    api::User user;
    user.isPart = true;
    user.name = name;
    (api::isEmail(name) ? user.email : user.userName.emplace()) = name;
    return user;
}

api::SignedIn begunBy(const api::SignUp &asked)
{
    api::User user = userCalled(asked.userName.value_or(asked.name));
    user.name = asked.name;
    user.email = asked.email;
    return begun(user, asked.device, api::Proof::SignUp);
}

api::SignedIn begunBy(const api::SignIn &asked)
{
    return begun(userCalled(asked.login), asked.device, api::Proof::Password);
}

} // namespace latchkey::wire
