#include "api/apisessions.h"
#include "api/sessions.h"
#include "wire/wingspan/parts.h"
#include "wire/wingspan/requests.h"

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

struct ApiSessionEdit
{
    std::optional<Timestamp> expiration;
    std::optional<bool> isUnlimitedExpiration;
    std::optional<TextMap> labels;

    static constexpr auto fields()
    {
        return allFields(field("expiration", &ApiSessionEdit::expiration),
                         field("isUnlimitedExpiration", &ApiSessionEdit::isUnlimitedExpiration),
                         field("labels", &ApiSessionEdit::labels));
    }
};

const auto toApiSession = [](const api::ApiSession &session, const HttpRequest &) {
    return apiSessionValue(session);
};
const auto fromApiSession = [](const ApiSessionValue &value, const auto &) {
    return apiSessionOf(value);
};

ApiSessionEdit editOf(const std::optional<QList<QString>> &labels,
                      const std::optional<Timestamp> &expiresAt,
                      const std::optional<bool> &unlimited)
{
    ApiSessionEdit edit{expiresAt, unlimited, {}};
    if (labels)
        edit.labels = mapOf(*labels);
    return edit;
}

template <class Op>
void fill(Op &op, const ApiSessionEdit &read)
{
    op.unlimited = read.isUnlimitedExpiration;
    if (!op.unlimited.value_or(false))
        op.expiresAt = read.expiration;
    if (read.labels)
        op.labels = labelsOf(*read.labels);
}

Translation<api::ListApiSessions> listApiSessions()
{
    using Op = api::ListApiSessions;
    const Route route{HttpMethod::Get, "/users/session/api"};
    Translation<Op> how{.routes = {route}};
    asksNothing(how, route.path);
    answers<Op, QList<ApiSessionValue>>(
        how,
        [](const api::ApiSessions &all, const auto &) {
            QList<ApiSessionValue> values;
            for (const api::ApiSession &session : all.sessions) {
                if (!session.end)
                    values << apiSessionValue(session);
            }
            return values;
        },
        [](const QList<ApiSessionValue> &values, const auto &) {
            api::ApiSessions all;
            for (const ApiSessionValue &value : values)
                all.sessions << apiSessionOf(value);
            return all;
        });
    return how;
}

Translation<api::CreateApiSession> createApiSession()
{
    using Op = api::CreateApiSession;
    const Route route{HttpMethod::Post, "/users/session/api"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        return jsonRequest(route.method, route.path,
                           jsonOf(editOf(op.labels, op.expiresAt, op.unlimited)));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &) {
        return valueOf<ApiSessionEdit>(request).map([](const ApiSessionEdit &read) {
            Op op;
            op.lifeUnlessSaid = std::chrono::days(90);
            fill(op, read);
            return op;
        });
    };
    how.writeReply = [](const api::ApiSessionSecret &made, const HttpRequest &) {
        ApiSessionValue value = apiSessionValue(made.session);
        value.token = made.secret;
        return jsonReply(200, jsonOf(value));
    };
    how.readReply = [](const HttpReply &reply, const Op &) {
        return valueOf<ApiSessionValue>(reply).and_then(
            [&](const ApiSessionValue &value) -> Result<api::ApiSessionSecret> {
                if (!value.token) // nobody would ever have it
                    return failure(
                        brokenReply(Error::rejected(u"missingField"_s, u"token"_s), reply));
                return api::ApiSessionSecret{apiSessionOf(value), *value.token};
            });
    };
    return how;
}

Translation<api::ShowApiSession> showApiSession()
{
    auto how =
        aboutOne<api::ShowApiSession, api::SessionId>({HttpMethod::Get, "/users/session/api/{id}"});
    answers<api::ShowApiSession, ApiSessionValue>(how, toApiSession, fromApiSession);
    return how;
}

Translation<api::UpdateApiSession> updateApiSession()
{
    using Op = api::UpdateApiSession;
    const Route route{HttpMethod::Patch, "/users/session/api/{id}"};
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        return jsonRequest(route.method, route.fill({{u"id"_s, op.id.text()}}),
                           jsonOf(editOf(op.labels, op.expiresAt, op.unlimited)));
    };
    how.readRequest = [](const HttpRequest &request, const PathParameters &parameters) {
        return valueOf<ApiSessionEdit>(request).map([&](const ApiSessionEdit &read) {
            Op op{.id = api::SessionId(parameters.value(u"id"_s))};
            fill(op, read);
            return op;
        });
    };
    answers<Op, ApiSessionValue>(how, toApiSession, fromApiSession);
    return how;
}

/// Its answer is the session, of which ending tells us less than it shows.
Translation<api::EndSession> endApiSession()
{
    using Op = api::EndSession;
    auto how = aboutOne<Op, api::SessionId>({HttpMethod::Delete, "/users/session/api/{id}"});
    answers<Op, ApiSessionValue>(
        how,
        [](const api::Session &session, const HttpRequest &) {
            ApiSessionValue value{.expiration = session.expiresAt,
                                  .isUnlimitedExpiration = session.expiresAt == api::never,
                                  .labels = {},
                                  .sessionId = session.id.text(),
                                  .sessionType = SessionType::Api,
                                  .token = {}};
            if (!session.device.label.isEmpty())
                value.labels = mapOf(session.device.label.split(u", "_s));
            return value;
        },
        [](const ApiSessionValue &value, const auto &) {
            api::Session session;
            session.id = api::SessionId(value.sessionId);
            session.kind = api::SessionKind::Api;
            session.expiresAt = value.expiration;
            session.end = api::SessionEnd{{}, api::EndReason::EndedByOwner, {}, {}};
            return session;
        });
    return how;
}

} // namespace

void knowApiSessions(Wire &wire)
{
    wire.knows<api::ListApiSessions>(listApiSessions());
    wire.knows<api::CreateApiSession>(createApiSession());
    wire.knows<api::ShowApiSession>(showApiSession());
    wire.knows<api::UpdateApiSession>(updateApiSession());
    wire.knows<api::EndSession>(endApiSession());
}

} // namespace latchkey::wire::wingspan
