#pragma once

#include "api/field.h"
#include "base/secret.h"

#include <QList>

#include <optional>

namespace latchkey::api {

namespace detail {

template <class T>
struct InnerOf
{
    using Type = T;
};
template <class T>
struct InnerOf<std::optional<T>> : InnerOf<T>
{};
template <class T>
struct InnerOf<QList<T>> : InnerOf<T>
{};

} // namespace detail

/// Whether a secret is somewhere in a value: itself, in a field, in a list or below those.
template <class T>
consteval bool holdsSecret()
{
    using Inner = typename detail::InnerOf<T>::Type;
    if constexpr (std::same_as<Inner, Secret>) {
        return true;
    } else if constexpr (HasFields<Inner>) {
        return Inner::fields()([]<class... Members>(const Field<Inner, Members> &...) {
            return (holdsSecret<Members>() || ...);
        });
    } else {
        return false;
    }
}

} // namespace latchkey::api
