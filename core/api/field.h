#pragma once

#include <limits>
#include <tuple>

namespace latchkey::api {

/// What a field may hold beyond its type. For texts the limits count code points, for numbers they
/// are the number itself, for lists they count items.
struct Limits
{
    long long min = 0;
    long long max = std::numeric_limits<long long>::max();
    const char *about = ""; ///< one line for the generated description
};

/// One member of a value, with the name that it has wherever values are written down.
template <class Owner, class Member>
struct Field
{
    const char *name;
    Member Owner::*member;
    Limits limits;
};

template <class Owner, class Member>
constexpr Field<Owner, Member> field(const char *name, Member Owner::*member, Limits limits = {})
{
    return {name, member, limits};
}

/// All members of a value, in the order in which they are written: whoever is handed to them gets
/// them all as its arguments. A value that lists its fields can be written and read by every wire
/// that derives its form from the types. No tuple: every source that knows an operation compiles
/// this for each value that there is, and a tuple takes ten times as long.
template <class... Fields>
constexpr auto allFields(Fields... fields)
{
    return [=](const auto &visit) { return visit(fields...); };
}

/// Those that a wire has for a value, by names of its own: lists that may be joined.
template <class... Fields>
constexpr auto fieldList(Fields... fields)
{
    return std::make_tuple(fields...);
}

template <class T>
concept HasFields = requires { T::fields(); };

/// An enum's values with their names: `constexpr auto namesOf(Role)` beside the enum.
template <class Enum>
struct Name
{
    Enum value;
    const char *text;
};

template <class T>
concept NamedEnum = requires(T value) { namesOf(value); };

/// An enum that grows with the server has the value `Unknown`, which has no name: what a newer one
/// tells with a name that this program doesn't know. Nobody asks with it.
template <class T>
concept GrowingEnum = NamedEnum<T> && requires { T::Unknown; };

} // namespace latchkey::api
