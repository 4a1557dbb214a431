#pragma once

#include "base/call.h"

#include <vector>

namespace latchkey {

/// Ends with its owner what the owner started: a page that closes cancels its loads.
/// Changes are not put in a scope: they go on after the page is gone.
class CallScope
{
public:
    CallScope() = default;
    ~CallScope();
    CallScope(const CallScope &) = delete;
    CallScope &operator=(const CallScope &) = delete;

    template <class T>
    const Call<T> &add(const Call<T> &call)
    {
        keep(call);
        return call;
    }

    void cancelAll();

private:
    void keep(const AnyCall &call);

    std::vector<AnyCall> m_calls;
};

} // namespace latchkey
