#include "api/finding.h"
#include "api/profile.h"
#include "wire/wingspan/parts.h"
#include "wire/wingspan/requests.h"

#include <QUrl>

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

const auto toPublic = [](const api::UserCard &card, const HttpRequest &) {
    return publicValue(card);
};
const auto fromPublic = [](const PublicUser &value, const auto &) { return cardOf(value); };

const Route byEmail{HttpMethod::Get, "/users/user/email/{email}"};
const Route byTag{HttpMethod::Get, "/users/user/tag/{id}"};

Translation<api::ShowUser> publicUser()
{
    auto how = aboutOne<api::ShowUser, api::UserId>({HttpMethod::Get, "/users/user/public/{id}"});
    answers<api::ShowUser, PublicUser>(how, toPublic, fromPublic);
    return how;
}

Translation<api::FindByEmail> userByEmail()
{
    using Op = api::FindByEmail;
    Translation<Op> how{.routes = {byEmail}};
    how.writeRequest = [](const Op &op) {
        return jsonRequest(byEmail.method, byEmail.fill({{u"email"_s, op.email}}));
    };
    how.readRequest = [](const HttpRequest &, const PathParameters &parameters) {
        return Op{.email = parameters.value(u"email"_s), .tellsAnybody = true};
    };
    answers<Op, PublicUser>(how, toPublic, fromPublic);
    return how;
}

/// Whoever asks by a tag knows it.
PublicUser taggedValue(const api::UserCard &card, const HttpRequest &asked)
{
    PublicUser value = publicValue(card);
    value.user.tag = QUrl::fromPercentEncoding(asked.path.split('/').last());
    return value;
}

Translation<api::FindByTag> userByTag()
{
    using Op = api::FindByTag;
    Translation<Op> how{.routes = {byTag}};
    how.writeRequest = [](const Op &op) {
        return jsonRequest(byTag.method, byTag.fill({{u"id"_s, op.tag}}));
    };
    how.readRequest = [](const HttpRequest &, const PathParameters &parameters) {
        return Op{parameters.value(u"id"_s)};
    };
    answers<Op, PublicUser>(how, taggedValue, fromPublic);
    return how;
}

} // namespace

void knowOthers(Wire &wire)
{
    wire.knows<api::ShowUser>(publicUser());
    wire.knows<api::FindByEmail>(userByEmail());
    wire.knows<api::FindByTag>(userByTag());
}

} // namespace latchkey::wire::wingspan
