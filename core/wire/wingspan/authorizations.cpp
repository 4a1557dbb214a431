#include "api/authorizations.h"

#include "wire/wingspan/parts.h"
#include "wire/wingspan/requests.h"

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

using api::AccessAction;
using api::AccessScope;
using api::AccessScopes;

enum class AllowedAction : std::uint8_t { Read, Write };
constexpr auto namesOf(AllowedAction)
{
    return std::array{Name{AllowedAction::Read, "Read"}, Name{AllowedAction::Write, "Write"}};
}

AllowedAction actionValue(AccessAction action)
{
    return action == AccessAction::Write ? AllowedAction::Write : AllowedAction::Read;
}

AccessAction actionOf(AllowedAction action)
{
    return action == AllowedAction::Write ? AccessAction::Write : AccessAction::Read;
}

/// What is asked for, of which a change gives a part. Each of our scopes is a group of its own.
struct AuthorizationEdit
{
    std::optional<AllowedAction> allowedAction;
    std::optional<AccessScope> allowedScope;
    std::optional<AccessScope> allowedScopeGroupId;
    std::optional<QString> requestingUserId;
    std::optional<Unread> scopeModifications;

    static constexpr auto fields()
    {
        return allFields(
            field("allowedAction", &AuthorizationEdit::allowedAction),
            field("allowedScope", &AuthorizationEdit::allowedScope),
            field("allowedScopeGroupId", &AuthorizationEdit::allowedScopeGroupId),
            field("requestingUserId", &AuthorizationEdit::requestingUserId, api::Limits{1, 100}),
            field("scopeModifications", &AuthorizationEdit::scopeModifications));
    }
};

/// What would be less than it says is refused, and not given whole.
Result<AuthorizationEdit> readEdit(const HttpRequest &request)
{
    return valueOf<AuthorizationEdit>(request).and_then(
        [](AuthorizationEdit read) -> Result<AuthorizationEdit> {
            if (read.scopeModifications)
                return failure(Error::rejected(u"notSupported"_s, u"scopeModifications"_s));
            const auto group = std::exchange(read.allowedScopeGroupId, {});
            if (group && group != read.allowedScope.value_or(*group))
                return failure(Error::rejected(u"notTogether"_s, u"allowedScopeGroupId"_s));
            if (group)
                read.allowedScope = group;
            return read;
        });
}

struct AuthorizationValue
{
    std::optional<AllowedAction> allowedAction;
    std::optional<AccessScope> allowedScope;
    std::optional<AccessScope> allowedScopeGroupId;
    std::optional<QString> authorizationId;
    Timestamp createdAt{};
    Unread eventActors;
    Unread labels;
    RedactedMember principalMember;
    RedactedUser principalUser;
    RedactedMember requestingMember;
    RedactedUser requestingUser;
    std::optional<QString> requestingUserId;
    Timestamp updatedAt{};
    QString userId;
    Roles userRoles;

    static constexpr auto fields()
    {
        return allFields(field("allowedAction", &AuthorizationValue::allowedAction),
                         field("allowedScope", &AuthorizationValue::allowedScope),
                         field("allowedScopeGroupId", &AuthorizationValue::allowedScopeGroupId),
                         field("authorizationId", &AuthorizationValue::authorizationId),
                         field("createdAt", &AuthorizationValue::createdAt),
                         field("eventActors", &AuthorizationValue::eventActors),
                         field("labels", &AuthorizationValue::labels),
                         field("principalMember", &AuthorizationValue::principalMember),
                         field("principalUser", &AuthorizationValue::principalUser),
                         field("requestingMember", &AuthorizationValue::requestingMember),
                         field("requestingUser", &AuthorizationValue::requestingUser),
                         field("requestingUserId", &AuthorizationValue::requestingUserId),
                         field("updatedAt", &AuthorizationValue::updatedAt),
                         field("userId", &AuthorizationValue::userId),
                         field("userRoles", &AuthorizationValue::userRoles));
    }
};

AuthorizationValue authorizationValue(const api::Authorization &given)
{
    const RedactedUser giver = publicValue(given.giver).user;
    const RedactedUser receiver = publicValue(given.receiver).user;
    AuthorizationValue value;
    value.allowedAction = actionValue(given.action);
    value.allowedScope = given.scope;
    value.allowedScopeGroupId = given.scope;
    value.authorizationId = given.id.text();
    value.createdAt = given.createdAt;
    value.principalMember = {giver};
    value.principalUser = giver;
    value.requestingMember = {receiver};
    value.requestingUser = receiver;
    value.requestingUserId = given.receiver.id.text();
    value.updatedAt = given.updatedAt;
    value.userId = given.giver.id.text();
    value.userRoles.ownerIds = {given.giver.id.text()};
    value.userRoles.viewerIds = {given.receiver.id.text()};
    return value;
}

api::Authorization authorizationOf(const AuthorizationValue &value)
{
    return {.id = api::AuthorizationId(value.authorizationId.value_or(QString())),
            .giver = cardOf({value.principalUser, value.userId}),
            .receiver = cardOf({value.requestingUser, value.requestingUserId.value_or(QString())}),
            .scope = value.allowedScope.value_or(
                value.allowedScopeGroupId.value_or(AccessScope::Unknown)),
            .action = value.allowedAction ? actionOf(*value.allowedAction) : AccessAction::Unknown,
            .createdAt = value.createdAt,
            .updatedAt = value.updatedAt};
}

struct ScopesValue
{
    std::optional<QList<AccessScope>> read;
    std::optional<QList<AccessScope>> write;

    static constexpr auto fields()
    {
        return allFields(field("Read", &ScopesValue::read), field("Write", &ScopesValue::write));
    }
};

struct GroupValue
{
    AccessScope scopeGroupId = AccessScope::Unknown;

    static constexpr auto fields()
    {
        return allFields(field("scopeGroupId", &GroupValue::scopeGroupId));
    }
};

struct AccountValue
{
    RedactedMember accessibleMember;
    RedactedUser accessibleUser;
    QList<AccessScope> allowedScopeGroupIds;
    QString userId;

    static constexpr auto fields()
    {
        return allFields(field("accessibleMember", &AccountValue::accessibleMember),
                         field("accessibleUser", &AccountValue::accessibleUser),
                         field("allowedScopeGroupIds", &AccountValue::allowedScopeGroupIds),
                         field("userId", &AccountValue::userId));
    }
};

Translation<api::ListAccessScopes> listScopes()
{
    using Op = api::ListAccessScopes;
    const QByteArray path = "/users/authorized-scopes";
    Translation<Op> how{
        .routes = {{HttpMethod::Get, path}, {HttpMethod::Get, "/users/authorized-scope-groups"}}};
    asksNothing(how, path);
    answers<Op, QList<GroupValue>>(
        how,
        [](const AccessScopes &all, const auto &) {
            QList<GroupValue> values;
            for (const AccessScope scope : all.read)
                values << GroupValue{scope};
            return values;
        },
        [](const QList<GroupValue> &values, const auto &) {
            AccessScopes all;
            for (const GroupValue &value : values)
                all.read << value.scopeGroupId;
            return all;
        });
    return how;
}

Translation<api::ShowAccessScopes> showScopes()
{
    using Op = api::ShowAccessScopes;
    auto how = aboutOne<Op, api::UserId>({HttpMethod::Get, "/users/authorized-scopes/{id}"});
    how.routes << Route{HttpMethod::Get, "/users/authorized-scope-groups/{id}"};
    answers<Op, ScopesValue>(
        how,
        [](const AccessScopes &scopes, const auto &) {
            return ScopesValue{scopes.read, scopes.write};
        },
        [](const ScopesValue &value, const auto &) {
            return AccessScopes{value.read.value_or(QList<AccessScope>()),
                                value.write.value_or(QList<AccessScope>())};
        });
    return how;
}

Translation<api::ListOpenAccounts> listAccounts()
{
    using Op = api::ListOpenAccounts;
    Translation<Op> how{.routes = {{HttpMethod::Get, "/users/authorization/accounts/{id}"}}};
    asksNothing(how, ownAccounts);
    answers<Op, QList<AccountValue>>(
        how,
        [](const api::OpenAccounts &all, const auto &) {
            QList<AccountValue> values;
            for (const api::OpenAccount &open : all.accounts) {
                const PublicUser shown = publicValue(open.account);
                values << AccountValue{{shown.user}, shown.user, open.scopes.read, shown.userId};
            }
            return values;
        },
        [](const QList<AccountValue> &values, const auto &) {
            api::OpenAccounts all;
            for (const AccountValue &value : values) {
                all.accounts << api::OpenAccount{cardOf({value.accessibleUser, value.userId}),
                                                 {value.allowedScopeGroupIds, {}}};
            }
            return all;
        });
    how.accountNamed = [](const HttpRequest &, const PathParameters &in) {
        return in.value(u"id"_s);
    };
    return how;
}

const auto toValue = [](const api::Authorization &given, const HttpRequest &) {
    return authorizationValue(given);
};
const auto fromValue = [](const AuthorizationValue &value, const auto &) {
    return authorizationOf(value);
};

Translation<api::ListAuthorizations> listAuthorizations()
{
    using Op = api::ListAuthorizations;
    const Route route{HttpMethod::Get, "/users/authorization"};
    Translation<Op> how{.routes = {route}};
    asksNothing(how, route.path);
    answers<Op, QList<AuthorizationValue>>(
        how,
        [](const api::Authorizations &all, const auto &) {
            QList<AuthorizationValue> values;
            for (const api::Authorization &given : all.authorizations)
                values << authorizationValue(given);
            return values;
        },
        [](const QList<AuthorizationValue> &values, const auto &) {
            api::Authorizations all;
            for (const AuthorizationValue &value : values)
                all.authorizations << authorizationOf(value);
            return all;
        });
    return how;
}

Translation<api::CreateAuthorization> createAuthorization()
{
    using Op = api::CreateAuthorization;
    const Route route{HttpMethod::Post, "/users/authorization"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        AuthorizationEdit body;
        body.allowedAction = actionValue(op.action);
        body.allowedScope = op.scope;
        body.requestingUserId = op.receiver.text();
        return jsonRequest(route.method, route.path, jsonOf(body));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return readEdit(request).and_then([](const AuthorizationEdit &read) -> Result<Op> {
            if (!read.requestingUserId)
                return failure(Error::rejected(u"missingField"_s, u"requestingUserId"_s));
            if (!read.allowedScope)
                return failure(Error::rejected(u"missingField"_s, u"allowedScope"_s));
            return Op{api::UserId(*read.requestingUserId), *read.allowedScope,
                      actionOf(read.allowedAction.value_or(AllowedAction::Read))};
        });
    };
    answers<Op, AuthorizationValue>(how, toValue, fromValue);
    return how;
}

Translation<api::UpdateAuthorization> updateAuthorization()
{
    using Op = api::UpdateAuthorization;
    const Route route{HttpMethod::Patch, "/users/authorization/{id}"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        AuthorizationEdit body;
        if (op.action)
            body.allowedAction = actionValue(*op.action);
        body.allowedScope = op.scope;
        return jsonRequest(route.method, route.fill({{u"id"_s, op.id.text()}}), jsonOf(body));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &parameters) {
        return readEdit(request).map([&](const AuthorizationEdit &read) {
            Op op{.id = api::AuthorizationId(parameters.value(u"id"_s)),
                  .scope = read.allowedScope,
                  .action = {}};
            if (read.allowedAction)
                op.action = actionOf(*read.allowedAction);
            if (read.requestingUserId)
                op.receiver = api::UserId(*read.requestingUserId);
            return op;
        });
    };
    answers<Op, AuthorizationValue>(how, toValue, fromValue);
    return how;
}

template <api::Operation Op>
Translation<Op> aboutAuthorization(HttpMethod method)
{
    auto how = aboutOne<Op, api::AuthorizationId>({method, "/users/authorization/{id}"});
    answers<Op, AuthorizationValue>(how, toValue, fromValue);
    return how;
}

} // namespace

void knowAuthorizations(Wire &wire)
{
    wire.knows<api::ListAccessScopes>(listScopes());
    wire.knows<api::ShowAccessScopes>(showScopes());
    wire.knows<api::ListOpenAccounts>(listAccounts());
    wire.knows<api::ListAuthorizations>(listAuthorizations());
    wire.knows<api::ShowAuthorization>(aboutAuthorization<api::ShowAuthorization>(HttpMethod::Get));
    wire.knows<api::CreateAuthorization>(createAuthorization());
    wire.knows<api::UpdateAuthorization>(updateAuthorization());
    wire.knows<api::RevokeAuthorization>(
        aboutAuthorization<api::RevokeAuthorization>(HttpMethod::Delete));
}

} // namespace latchkey::wire::wingspan
