#include "wire/wingspan/parts.h"

#include "api/authorizations.h"
#include "api/names.h"
#include "api/profile.h"
#include "api/recovery.h"
#include "wire/entering.h"
#include "wire/wingspan/requests.h"

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

struct UserUpdate
{
    std::optional<QString> email;
    std::optional<Secret> password;
    std::optional<ProfileValue> profile;
    std::optional<QString> tag;

    static constexpr auto fields()
    {
        return allFields(field("email", &UserUpdate::email, api::emailLimits),
                         field("password", &UserUpdate::password, api::passwordLimits),
                         field("profile", &UserUpdate::profile),
                         field("tag", &UserUpdate::tag, api::userNameLimits));
    }
};

enum class UserType : std::uint8_t { Member, Client };
constexpr auto namesOf(UserType)
{
    return std::array{Name{UserType::Member, "Member"}, Name{UserType::Client, "Client"}};
}

struct ResetCreate
{
    QString email;
    UserType userType = UserType::Member;

    static constexpr auto fields()
    {
        return allFields(field("email", &ResetCreate::email, api::emailLimits),
                         field("userType", &ResetCreate::userType));
    }
};

const auto toUser = [](const api::User &user, const HttpRequest &) { return userValue(user); };
const auto fromUser = [](const UserValue &value, const auto &) { return userOf(value); };

const auto toJoined = [](const api::SignUpProgress &made, const HttpRequest &) {
    return userValue(*made.joined);
};
const auto fromJoined = [](const UserValue &value, const auto &) {
    return api::SignUpProgress{{}, {}, userOf(value)};
};

/// A user name, unless it is the one that the account got: nobody can choose such a one.
std::optional<QString> chosenTag(const std::optional<QString> &tag)
{
    return tag && api::isGivenTag(*tag) ? std::nullopt : tag;
}

Translation<api::DescribeServer> health()
{
    using Op = api::DescribeServer;
    Translation<Op> how{.routes = {{HttpMethod::Get, "/users/"}, {HttpMethod::Get, "/users"}}};
    asksNothing(how, "/users/");
    how.writeReply = [](const Op::Reply &, const HttpRequest &) { return nothing(); };
    how.readReply = [](const HttpReply &reply, const Op &) {
        return readNothing(reply).map([](Nothing) {
            Op::Reply server;
            server.name = u"Wingspan"_s;
            server.wires = {u"wingspan"_s};
            return server;
        });
    };
    return how;
}

Translation<api::SignUp> createUser()
{
    using Op = api::SignUp;
    const Route route{HttpMethod::Post, "/users/user"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        const UserCreate body{op.email, op.password, profileValue(op.name)};
        return jsonRequest(route.method, route.path, jsonOf(body));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<UserCreate>(request).and_then([&](const UserCreate &read) -> Result<Op> {
            if (!read.password)
                return failure(Error::rejected(u"missingField"_s, u"password"_s));
            Op op = joiningBy(request, u"Wingspan"_s);
            op.beginsSession = false;
            op.email = read.email;
            op.password = *read.password;
            op.name = nameIn(read);
            return op;
        });
    };
    answers<Op, UserValue>(how, toJoined, fromJoined);
    return how;
}

/// Confirmed by whoever signs in by a mailed code, which a pending session is begun with.
Translation<api::SignUpByEmail> createPendingUser()
{
    using Op = api::SignUpByEmail;
    const Route route{HttpMethod::Post, "/users/pending/user"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        const UserCreate body{op.email, {}, profileValue(op.name)};
        return jsonRequest(route.method, route.path, jsonOf(body));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return readWithoutPassword(request).map([&](const UserCreate &read) {
            const api::SignUp asked = joiningBy(request, u"Wingspan"_s);
            return Op{.name = nameIn(read),
                      .email = read.email,
                      .language = asked.language,
                      .device = asked.device,
                      .answersAtOnce = true};
        });
    };
    answers<Op, UserValue>(how, toJoined, fromJoined);
    return how;
}

/// For a client only: to a server it is one's own account among those that let one in.
Translation<api::Me> me()
{
    using Op = api::Me;
    Translation<Op> how;
    how.writeRequest = [](const Op &) { return jsonRequest(HttpMethod::Get, ownAccount); };
    answers<Op, UserValue>(how, toUser, fromUser);
    return how;
}

Translation<api::ShowAccount> showAccount()
{
    using Op = api::ShowAccount;
    auto how = aboutOne<Op, api::UserId>({HttpMethod::Get, "/users/user/{id}"});
    answers<Op, UserValue>(how, toUser, fromUser);
    return how;
}

Translation<api::EditAccount> edit()
{
    using Op = api::EditAccount;
    Translation<Op> how{.routes = {{HttpMethod::Patch, "/users/user/{id}"}}};
    how.writeRequest = [](const Op &op) {
        UserUpdate body{op.email, op.password, {}, op.userName};
        // The first and the last name may be those on somebody's papers, and are left alone.
        if (op.name)
            body.profile = ProfileValue{{}, {}, op.name};
        return jsonRequest(HttpMethod::Patch, ownAccount, jsonOf(body));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<UserUpdate>(request).map([](const UserUpdate &read) {
            Op op;
            op.email = read.email;
            op.password = read.password;
            op.userName = chosenTag(read.tag);
            const QString name = nameOf(read.profile.value_or(ProfileValue()));
            if (!name.isEmpty())
                op.name = name;
            return op;
        });
    };
    answers<Op, UserValue>(how, toUser, fromUser);
    how.accountNamed = accountInPath;
    return how;
}

Translation<api::RequestPasswordReset> resetPassword()
{
    using Op = api::RequestPasswordReset;
    const Route route{HttpMethod::Post, "/users/user/password/reset"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        return jsonRequest(route.method, route.path, jsonOf(ResetCreate{op.email}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<ResetCreate>(request).map(
            [](const ResetCreate &read) { return Op{.email = read.email, .tellsRequest = false}; });
    };
    answersNothing(how);
    return how;
}

} // namespace

void knowAccounts(Wire &wire)
{
    wire.knows<api::DescribeServer>(health());
    wire.knows<api::SignUp>(createUser());
    wire.knows<api::SignUpByEmail>(createPendingUser());
    wire.knows<api::Me>(me());
    wire.knows<api::ShowAccount>(showAccount());
    wire.knows<api::EditAccount>(edit());
    wire.knows<api::RequestPasswordReset>(resetPassword());
}

} // namespace latchkey::wire::wingspan
