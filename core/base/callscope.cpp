#include "base/callscope.h"

namespace latchkey {

CallScope::~CallScope()
{
    cancelAll();
}

void CallScope::cancelAll()
{
    for (const Entry &entry : std::exchange(m_entries, {}))
        entry.cancel();
}

void CallScope::forgetFinished()
{
    std::erase_if(m_entries, [](const Entry &entry) { return !entry.isUnderWay(); });
}

} // namespace latchkey
