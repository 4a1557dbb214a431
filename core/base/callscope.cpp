#include "base/callscope.h"

namespace latchkey {

CallScope::~CallScope()
{
    cancelAll();
}

void CallScope::cancelAll()
{
    for (const AnyCall &call : std::exchange(m_calls, {}))
        call.cancel();
}

void CallScope::keep(const AnyCall &call)
{
    std::erase_if(m_calls, [](const AnyCall &each) { return !each.isUnderWay(); });
    m_calls.push_back(call);
}

} // namespace latchkey
