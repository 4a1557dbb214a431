#include "api/organisations.h"

#include "wire/wingspan/parts.h"
#include "wire/wingspan/progress.h"
#include "wire/wingspan/requests.h"

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

const QByteArray allChildren = "/users/organization/user";
const QByteArray oneChild = "/users/organization/user/{id}";

/// As it may be said whole, or not at all.
struct Association
{
    std::optional<InheritanceStrategy> inheritanceStrategy;
    std::optional<QString> parentUserId;

    static constexpr auto fields()
    {
        return allFields(field("inheritanceStrategy", &Association::inheritanceStrategy),
                         field("parentUserId", &Association::parentUserId));
    }
};

const auto toChild = [](const api::ChildAccount &child, const HttpRequest &) {
    return childValue(child);
};
const auto fromChild = [](const UserValue &value, const auto &) { return childOf(value); };

Translation<api::ListChildAccounts> listChildren()
{
    using Op = api::ListChildAccounts;
    Translation<Op> how{.routes = {{HttpMethod::Get, allChildren}}};
    asksNothing(how, allChildren);
    answers<Op, QList<UserValue>>(
        how,
        [](const api::ChildAccounts &all, const auto &) {
            QList<UserValue> values;
            for (const api::ChildAccount &child : all.accounts)
                values << childValue(child);
            return values;
        },
        [](const QList<UserValue> &values, const auto &) {
            api::ChildAccounts all;
            for (const UserValue &value : values)
                all.accounts << childOf(value);
            return all;
        });
    return how;
}

/// Its page has a change of one as well, which its program sends without a body: it answers what is
/// there.
Translation<api::ShowChildAccount> showChild()
{
    auto how = aboutOne<api::ShowChildAccount, api::UserId>({HttpMethod::Get, oneChild});
    how.routes << Route{HttpMethod::Patch, oneChild};
    answers<api::ShowChildAccount, UserValue>(how, toChild, fromChild);
    return how;
}

Translation<api::MakeChildAccount> makeChild()
{
    using Op = api::MakeChildAccount;
    Translation<Op> how{.routes = {{HttpMethod::Post, allChildren}}};
    how.writeRequest = [](const Op &op) {
        const UserCreate body{op.email, {}, profileValue(op.name)};
        return jsonRequest(HttpMethod::Post, allChildren, jsonOf(body));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return readWithoutPassword(request).map([](const UserCreate &read) {
            return Op{.name = nameIn(read), .email = read.email, .tellsTaken = true};
        });
    };
    answers<Op, UserValue>(how, toChild, fromChild);
    return how;
}

/// Begun and changed alike: whoever made the account is its parent from the first.
Translation<api::SetInheritance> associate()
{
    using Op = api::SetInheritance;
    const Route route{HttpMethod::Patch, oneChild + "/associate"};
    Translation<Op> how{.routes = {route, {HttpMethod::Post, route.path}}};
    how.writeRequest = [route](const Op &op) {
        Association body;
        if (op.inheritance)
            body.inheritanceStrategy = strategyValue(*op.inheritance);
        return jsonRequest(route.method, route.fill({{u"id"_s, op.id.text()}}), jsonOf(body));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &parameters) {
        const auto read =
            request.body.isEmpty() ? Result<Association>() : valueOf<Association>(request);
        return read.map([&](const Association &said) {
            Op op{.id = api::UserId(parameters.value(u"id"_s))};
            if (said.inheritanceStrategy)
                op.inheritance = inheritanceOf(*said.inheritanceStrategy);
            if (said.parentUserId)
                op.parent = api::UserId(*said.parentUserId);
            return op;
        });
    };
    answers<Op, OrganizationAccount>(
        how,
        [](const api::ChildAccount &child, const HttpRequest &) {
            return organizationValue(child);
        },
        [](const OrganizationAccount &value, const auto &) { return childOf(value); });
    return how;
}

Translation<api::SignInAsParent> signInAsParent()
{
    using Op = api::SignInAsParent;
    const Route route{HttpMethod::Get, oneChild + "/session"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        return jsonRequest(route.method, route.fill({{u"id"_s, op.id.text()}}));
    };
    how.readRequest = [](const HttpRequest &, const PathParameters &parameters) {
        return Op{api::UserId(parameters.value(u"id"_s)), noReason};
    };
    how.writeReply = [](const api::SignedIn &begun, const HttpRequest &) {
        return jsonReply(200, jsonOf(sessionValue(begun)));
    };
    how.readReply = [](const HttpReply &reply, const Op &) {
        return readHeldSession(reply).map(
            [](const SessionValue &value) { return begunWith(api::SignedIn(), value); });
    };
    return how;
}

} // namespace

void knowOrganisations(Wire &wire)
{
    wire.knows<api::ListChildAccounts>(listChildren());
    wire.knows<api::ShowChildAccount>(showChild());
    wire.knows<api::MakeChildAccount>(makeChild());
    wire.knows<api::SetInheritance>(associate());
    wire.knows<api::SignInAsParent>(signInAsParent());
}

} // namespace latchkey::wire::wingspan
