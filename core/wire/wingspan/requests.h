#pragma once

#include "wire/translation.h"
#include "wire/wingspan/values.h"

/// How Wingspan asks and is answered, whatever it is asked for.
namespace latchkey::wire::wingspan {

// What a client can't fill in until it is known which session asks.
inline constexpr auto ownAccount = "/users/user/me"; ///< with what may follow it
inline constexpr auto ownAccounts = "/users/authorization/accounts/me";
inline constexpr auto ownToken = "{token}";

/// Why somebody acts in another's account: its pages ask for no reason.
inline constexpr QLatin1StringView
    noReason("Asked for through the Wingspan API, which knows no reasons");

/// The token that a request comes with; empty where there is none.
QByteArray bearer(const HttpHeaders &headers);
/// What a token tells of its session to whoever holds it.
SessionValue sessionOfToken(QByteArrayView token);

/// The account that stands in a path below `/users/user`.
QString accountInPath(const HttpRequest &request, const PathParameters &parameters = {});
/// The one that a request is to be made in.
QString accountInHeader(const HttpHeaders &headers);

/// Whoever names JSON gets the session; whoever takes anything gets its token in a header and no
/// body, as its own program wants it.
bool namesJson(const HttpRequest &request);
HttpReply sessionReply(const SessionValue &value, const HttpRequest &asked);
Result<SessionValue> readSession(const HttpReply &reply);
/// ... of one that begins here: nobody would have it without its token.
Result<SessionValue> readHeldSession(const HttpReply &reply);

/// Whoever says more than nothing is another: a hotel's network, for one.
Result<Nothing> readNothing(const HttpReply &reply);

inline HttpReply nothing()
{
    return {.status = 204};
}

/// A translation's answer, written from a value and read into one.
template <api::Operation Op, class Value, class ToValue, class FromValue>
void answers(Translation<Op> &how, ToValue toValue, FromValue fromValue)
{
    how.writeReply = [toValue](const typename Op::Reply &reply, const HttpRequest &asked) {
        return jsonReply(200, jsonOf(Value(toValue(reply, asked))));
    };
    how.readReply = [fromValue](const HttpReply &reply, const Op &asked) {
        return valueOf<Value>(reply).map(
            [&](const Value &value) { return typename Op::Reply(fromValue(value, asked)); });
    };
}

/// ... and one of nothing.
template <api::Operation Op>
void answersNothing(Translation<Op> &how)
{
    how.writeReply = [](const typename Op::Reply &, const HttpRequest &) { return nothing(); };
    how.readReply = [](const HttpReply &reply, const Op &) {
        return readNothing(reply).map([](Nothing) { return typename Op::Reply(); });
    };
}

/// One that is asked for by its path alone.
template <api::Operation Op>
void asksNothing(Translation<Op> &how, const QByteArray &path)
{
    how.writeRequest = [method = how.routes.first().method, path](const Op &) {
        return jsonRequest(method, path);
    };
    how.readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); };
}

/// Of operations that name a thing of theirs in the path, and say nothing else.
template <api::Operation Op, class Id>
Translation<Op> aboutOne(const Route &route)
{
    Translation<Op> how{.routes = {route}};
    how.writeRequest = [route](const Op &op) {
        return jsonRequest(route.method, route.fill({{QStringLiteral("id"), op.id.text()}}));
    };
    how.readRequest = [](const HttpRequest &, const PathParameters &parameters) {
        return Op{Id(parameters.value(QStringLiteral("id")))};
    };
    return how;
}

} // namespace latchkey::wire::wingspan
