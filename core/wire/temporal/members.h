#pragma once

#include "wire/members.h"
#include "wire/temporal/words.h"
#include "wire/words.h"

/// What Temporal's answers are made of: an object of a code and a response.
namespace latchkey::wire::temporal {

inline constexpr auto done = told(
    "code", [](const auto &) { return qint64(200); },
    [](auto &, qint64 read) { return read == 200; });

inline constexpr auto answerBody = api::fieldList(done, api::field("response", &Words::text));

/// A member that is written and, where it is read, makes nothing known.
template <class Tell>
constexpr auto said(const char *name, Tell tell)
{
    return told(name, tell, [](auto &, const auto &) { return true; });
}

constexpr auto same(const char *name, auto value)
{
    return said(name, [value](const auto &) { return value; });
}

inline HttpReply answer(const QString &text)
{
    return reply(200, bodyOf(Words{text}, answerBody));
}

/// Of an answer that says that it is done, and nothing that anybody needs to know.
template <class T>
Result<T> readDone(const HttpReply &reply, T value = {})
{
    return readBody<Words>(reply, answerBody).map([&](const Words &) { return value; });
}

} // namespace latchkey::wire::temporal
