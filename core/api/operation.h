#pragma once

// moc can't read <concepts> of libstdc++ 12 before it has seen a header of Qt.
#include <QtGlobal>

#include "api/field.h"

#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

namespace latchkey::api {

/// Who may ask for an operation. Each role may also do what the ones before it may.
enum class Scope : std::uint8_t {
    Public,  ///< anybody, without a session
    Self,    ///< whoever has a session, on their own account
    Support, ///< people who help others
    Admin,
};

/// Whether an operation may be sent again when its answer got lost.
enum class Repeat : std::uint8_t {
    Never,   ///< a second time would do a second thing
    Safe,    ///< reads, and changes whose second time changes nothing
    WithKey, ///< a change that the server recognises by its idempotency key
};

/// What somebody proved who they are with. A level is worth as much as those before it.
enum class Level : std::uint8_t { Unknown, Password, SecondFactor };

constexpr auto namesOf(Level)
{
    return std::array{Name{Level::Password, "password"}, Name{Level::SecondFactor, "secondFactor"}};
}

/// How well, and how recently, the session must have been proven. An account without a second
/// factor proves as well as it can.
struct Freshness
{
    Level level = Level::Password;
    std::chrono::seconds within = std::chrono::minutes(5);

    bool operator==(const Freshness &) const = default;
};

/// What is true of an operation on every wire. Guards read it, nobody repeats it.
struct Traits
{
    const char *name;    ///< stable, camelCase
    const char *summary; ///< one line for the generated description
    Scope scope;
    Repeat repeat;
    std::optional<Freshness> freshness = {}; ///< without, it does not matter
    /// Also takes the token that the last proof replaced: its answer may have been lost.
    bool proves = false;
    bool personal = false;    ///< for its owner alone, though nothing needs to be proven
    bool byOwner = false;     ///< ... or for programs of theirs
    bool streams = false;     ///< the reply comes again and again until somebody hangs up
    bool mustHaveKey = false; ///< where the way that it comes by has keys, it needs one
};

/// Nothing that an API session may do: a program can't be asked who it is, and its owner's rank is
/// none of its. And nothing for whoever acts on somebody's behalf, who can't prove to be them.
constexpr bool isForPeople(const Traits &traits)
{
    return traits.personal || traits.proves || traits.freshness || traits.scope > Scope::Self;
}

/// Nor does whoever acts on somebody's behalf give and take in their name.
constexpr bool isForActing(const Traits &traits)
{
    return !isForPeople(traits) && !traits.byOwner;
}

template <class T>
concept Operation = requires {
    typename T::Reply;
    { T::traits } -> std::convertible_to<Traits>;
    T::fields();
};

/// Whether it depends on what is asked how the session must have been proven.
template <Operation Op>
constexpr bool choosesFreshness = requires(const Op &op) { op.freshness(); };

template <Operation Op>
std::optional<Freshness> freshnessOf(const Op &op)
{
    static_assert(!choosesFreshness<Op> || isForPeople(Op::traits),
                  "who can't be asked for a proof is known by the traits alone");
    if constexpr (choosesFreshness<Op>)
        return op.freshness();
    else
        return Op::traits.freshness;
}

/// A list of types, to be walked.
template <class... Types>
struct TypeList
{
    static constexpr std::size_t size = sizeof...(Types);

    template <class T>
    static constexpr bool contains = (std::same_as<T, Types> || ...);

    /// How many stand before it; all where it is none of them.
    template <class T>
    static constexpr std::size_t placeOf = [] {
        std::size_t place = 0;
        static_cast<void>(((std::is_same_v<T, Types> || (++place, false)) || ...));
        return place;
    }();

    /// Calls `visit.template operator()<T>()` for each type in order.
    template <class Visit>
    static void forEach(Visit &&visit)
    {
        (visit.template operator()<Types>(), ...);
    }
};

} // namespace latchkey::api
