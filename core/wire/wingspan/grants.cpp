#include "api/grants.h"
#include "wire/wingspan/parts.h"
#include "wire/wingspan/requests.h"

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

struct GrantCreate
{
    QString granteeId;
    GrantPackage package = GrantPackage::None;
    GrantTier packageTier = GrantTier::Basic;

    static constexpr auto fields()
    {
        return allFields(field("granteeId", &GrantCreate::granteeId, api::Limits{1, 100}),
                         field("package", &GrantCreate::package),
                         field("packageTier", &GrantCreate::packageTier));
    }
};

struct GrantUpdate
{
    std::optional<GrantPackage> package;
    std::optional<GrantTier> packageTier;

    static constexpr auto fields()
    {
        return allFields(field("package", &GrantUpdate::package),
                         field("packageTier", &GrantUpdate::packageTier));
    }
};

template <api::Operation Op, class Value>
Translation<Op> listGrants(const QByteArray &path, Value (*toValue)(const api::Grant &))
{
    Translation<Op> how{.routes = {{HttpMethod::Get, path}}};
    asksNothing(how, path);
    answers<Op, QList<Value>>(
        how,
        [toValue](const api::Grants &all, const auto &) {
            QList<Value> values;
            for (const api::Grant &grant : all.grants)
                values << toValue(grant);
            return values;
        },
        [](const QList<Value> &values, const auto &) {
            api::Grants all;
            for (const Value &value : values)
                all.grants << grantOf(value);
            return all;
        });
    return how;
}

const auto toGiven = [](const api::Grant &grant, const HttpRequest &) { return givenValue(grant); };
const auto fromGiven = [](const GivenGrant &value, const auto &) { return grantOf(value); };

Translation<api::CreateGrant> createGrant()
{
    using Op = api::CreateGrant;
    const Route route{HttpMethod::Post, "/users/subscription-grant"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        return jsonRequest(
            route.method, route.path,
            jsonOf(GrantCreate{op.receiver.text(), packageValue(op.package), tierValue(op.tier)}));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<GrantCreate>(request).map([](const GrantCreate &read) {
            return Op{api::UserId(read.granteeId), packageOf(read.package),
                      tierOf(read.packageTier)};
        });
    };
    answers<Op, GivenGrant>(how, toGiven, fromGiven);
    return how;
}

Translation<api::UpdateGrant> updateGrant()
{
    using Op = api::UpdateGrant;
    const Route route{HttpMethod::Patch, "/users/subscription-grant/{id}"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        GrantUpdate body;
        if (op.package)
            body.package = packageValue(*op.package);
        if (op.tier)
            body.packageTier = tierValue(*op.tier);
        return jsonRequest(route.method, route.fill({{u"id"_s, op.id.text()}}), jsonOf(body));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &parameters) {
        return valueOf<GrantUpdate>(request).map([&](const GrantUpdate &read) {
            Op op{.id = api::GrantId(parameters.value(u"id"_s))};
            if (read.package)
                op.package = packageOf(*read.package);
            if (read.packageTier)
                op.tier = tierOf(*read.packageTier);
            return op;
        });
    };
    answers<Op, GivenGrant>(how, toGiven, fromGiven);
    return how;
}

template <api::Operation Op>
Translation<Op> aboutGrant(HttpMethod method)
{
    auto how = aboutOne<Op, api::GrantId>({method, "/users/subscription-grant/{id}"});
    answers<Op, GivenGrant>(how, toGiven, fromGiven);
    return how;
}

} // namespace

void knowGrants(Wire &wire)
{
    wire.knows<api::ListReceivedGrants>(listGrants<api::ListReceivedGrants>(
        "/users/granted-subscriber/subscription-grant", receivedValue));
    wire.knows<api::ListGivenGrants>(
        listGrants<api::ListGivenGrants>("/users/subscription-grant", givenValue));
    wire.knows<api::ShowGrant>(aboutGrant<api::ShowGrant>(HttpMethod::Get));
    wire.knows<api::CreateGrant>(createGrant());
    wire.knows<api::UpdateGrant>(updateGrant());
    wire.knows<api::EndGrant>(aboutGrant<api::EndGrant>(HttpMethod::Delete));
}

} // namespace latchkey::wire::wingspan
