#include "api/providers.h"

#include "api/joining.h"
#include "wire/entering.h"
#include "wire/wingspan/parts.h"
#include "wire/wingspan/progress.h"

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

struct EmailValue
{
    QString email;

    static constexpr auto fields()
    {
        return allFields(field("email", &EmailValue::email, api::loginLimits));
    }
};

struct Strategy
{
    QString authenticationStrategy;
    std::optional<QString> authenticationUrl;

    static constexpr auto fields()
    {
        return allFields(field("authenticationStrategy", &Strategy::authenticationStrategy),
                         field("authenticationUrl", &Strategy::authenticationUrl));
    }
};

struct SingleSignOn
{
    QString singleSignOnCode;

    static constexpr auto fields()
    {
        return allFields(
            field("singleSignOnCode", &SingleSignOn::singleSignOnCode, api::visitStateLimits));
    }
};

struct GoogleToken
{
    Secret idToken;

    static constexpr auto fields()
    {
        return allFields(field("idToken", &GoogleToken::idToken, api::idTokenLimits));
    }
};

Translation<api::IdentifyUser> identify()
{
    using Op = api::IdentifyUser;
    const Route route{HttpMethod::Post, "/users/authentication"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        return jsonRequest(route.method, route.path, jsonOf(EmailValue{op.login}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<EmailValue>(request).map(
            [](const EmailValue &read) { return Op{read.email}; });
    };
    answers<Op, Strategy>(
        how,
        [](const api::SignInWays &ways, const auto &) {
            // Whoever comes by this wire can't be led back to a program, only to a page.
            return ways.page.isEmpty() ? Strategy{u"Password"_s, {}}
                                       : Strategy{u"SingleSignOn"_s, ways.page};
        },
        [](const Strategy &said, const auto &) {
            const bool isPassword = said.authenticationStrategy == "Password"_L1;
            return api::SignInWays{
                .ways = isPassword ? QList{api::SignInWay::Password}
                                   : QList{api::SignInWay::Provider, api::SignInWay::Password},
                .page = said.authenticationUrl.value_or(QString())};
        });
    return how;
}

/// What the server's own page shows is its code: there the browser has been already.
Translation<api::SignInByProvider> signInByProvider()
{
    using Op = api::SignInByProvider;
    const Route route{HttpMethod::Post, "/users/session/single-sign-on"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        return jsonRequest(route.method, route.path, jsonOf(SingleSignOn{op.id.text()}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<SingleSignOn>(request).map([&](const SingleSignOn &read) {
            Op op;
            op.id = api::VisitId(read.singleSignOnCode);
            op.device = enteringBy(request, u"Wingspan"_s).device;
            return op;
        });
    };
    how.writeReply = progressReply;
    how.readReply = [](const HttpReply &reply, const Op &) {
        return readHeldSession(reply).map(
            [](const SessionValue &value) { return progressOf(value, api::SignedIn()); });
    };
    return how;
}

Translation<api::SignInByGoogle> signInByGoogle()
{
    using Op = api::SignInByGoogle;
    const Route route{HttpMethod::Post, "/users/session/social-auth/google"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        return jsonRequest(route.method, route.path, jsonOf(GoogleToken{op.idToken}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<GoogleToken>(request).map([&](const GoogleToken &read) {
            Op op;
            op.idToken = read.idToken;
            op.device = enteringBy(request, u"Wingspan"_s).device;
            return op;
        });
    };
    how.writeReply = progressReply;
    how.readReply = [](const HttpReply &reply, const Op &) {
        return readHeldSession(reply).map(
            [](const SessionValue &value) { return progressOf(value, api::SignedIn()); });
    };
    return how;
}

} // namespace

void knowProviders(Wire &wire)
{
    wire.knows<api::IdentifyUser>(identify());
    wire.knows<api::SignInByProvider>(signInByProvider());
    wire.knows<api::SignInByGoogle>(signInByGoogle());
}

} // namespace latchkey::wire::wingspan
