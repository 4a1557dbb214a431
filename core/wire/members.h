#pragma once

#include "wire/fieldjson.h"
#include "wire/jsonbody.h"

/// The members of a JSON object by the names that a wire has for them, and where each lies in a
/// value of ours. One list, an `api::fieldList`, says how they are written and how they are read;
/// beside `api::field` there may be these in it.
namespace latchkey::wire {

/// One that lies nowhere in a value: it is told and taken by functions. `take` answers false for
/// what can't be taken.
template <class Tell, class Take>
struct Told
{
    const char *name;
    Tell tell;
    Take take;
    api::Limits limits;
};

template <class Tell, class Take>
constexpr Told<Tell, Take> told(const char *name, Tell tell, Take take, api::Limits limits = {})
{
    return {name, tell, take, limits};
}

/// One that must be there, where we could do without.
template <class Owner, class Member>
constexpr auto needed(const char *name, std::optional<Member> Owner::*member,
                      api::Limits limits = {})
{
    return told(
        name, [member](const Owner &value) { return (value.*member).value_or(Member()); },
        [member](Owner &value, Member read) {
            value.*member = std::move(read);
            return true;
        },
        limits);
}

/// One that is always the same; it may be missing.
constexpr auto always(const char *name, bool same)
{
    return told(
        name, [same](const auto &) { return std::optional(same); },
        [same](auto &, bool read) { return read == same; });
}

/// One that nothing is made of here, whatever it says; it may be missing.
template <class Member>
constexpr auto ignored(const char *name, Member said)
{
    return told(
        name, [said](const auto &) { return std::optional(said); },
        [](auto &, const Member &) { return true; });
}

template <class T, class Members>
QByteArray bodyOf(const T &value, const Members &members)
{
    return objectOf(fieldShapes<const T>(members), &value);
}

/// What is not said stays as it is in `value`.
template <class T, class Members>
Result<T> readBody(const JsonNode &node, const Members &members, T value, Speaker speaker)
{
    if (auto read = readFields(node, fieldShapes<T>(members), speaker, &value); !read)
        return failure(std::move(read).error());
    return value;
}

template <class T, class Members>
Result<T> readBody(const HttpRequest &request, const Members &members, T value = {})
{
    const auto node = jsonOf(request);
    if (!node)
        return failure(node.error());
    return readBody(*node, members, std::move(value), Speaker::Asker);
}

template <class T, class Members>
Result<T> readBody(const HttpReply &reply, const Members &members, T value = {})
{
    const auto node = jsonOf(reply);
    if (!node)
        return failure(brokenReply(node.error(), reply));
    auto read = readBody(*node, members, std::move(value), Speaker::Answerer);
    if (!read)
        return failure(brokenReply(read.error(), reply));
    return read;
}

} // namespace latchkey::wire
