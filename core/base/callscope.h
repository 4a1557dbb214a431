#pragma once

#include "base/call.h"

#include <functional>
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
        forgetFinished();
        m_entries.push_back({[call] { call.cancel(); }, [call] { return call.isUnderWay(); }});
        return call;
    }

    void cancelAll();

private:
    struct Entry
    {
        std::function<void()> cancel;
        std::function<bool()> isUnderWay;
    };

    void forgetFinished();

    std::vector<Entry> m_entries;
};

} // namespace latchkey
