#pragma once

#include <memory>
#include <utility>

namespace latchkey {

/// A value whose type its holder does not know.
using Erased = std::shared_ptr<const void>;

/// The control block is the same for every type, where `make_shared` compiles one for each.
template <class T>
Erased erased(T value)
{
    void (*const drop)(const void *) = [](const void *held) {
        delete static_cast<const T *>(held);
    };
    return Erased(static_cast<const void *>(new T(std::move(value))), drop);
}

} // namespace latchkey
