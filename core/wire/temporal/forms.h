#pragma once

#include "api/user.h"
#include "wire/formbody.h"
#include "wire/temporal/members.h"

/// What is asked of Temporal: a form, or JSON.
namespace latchkey::wire::temporal {

/// One that is too short is there all the same, and no address.
inline constexpr api::Limits emailLimits{1, api::emailLimits.max};

inline Error unread(const Error &error)
{
    const bool isAbsent = error.code == "missingField"_L1 || error.code == "empty"_L1 ||
                          error.code == "wrongType"_L1 || error.code == "malformedRequest"_L1;
    return isAbsent ? Error::rejected(absent, error.field) : error;
}

/// Of a body that can't be read at all, the first member is missed.
template <class Members>
Error unreadBody(const Members &members)
{
    return Error::rejected(absent, QLatin1StringView(std::get<0>(members).name));
}

template <class Op, class Members>
Result<Op> readForm(const HttpRequest &request, const Members &members, Op op = {})
{
    const auto node = hasForm(request) ? formOf(request) : JsonNode::parse(request.body);
    if (!node)
        return failure(unreadBody(members));
    return readBody(*node, members, std::move(op), Speaker::Asker).map_error(unread);
}

template <class Op, class Members>
HttpRequest formRequest(const QByteArray &path, const Op &op, const Members &members)
{
    HttpRequest request = jsonRequest(HttpMethod::Post, path);
    putForm(request, bodyOf(op, members));
    return request;
}

} // namespace latchkey::wire::temporal
