#pragma once

#include "base/alarm.h"

#include <algorithm>

namespace latchkey::test {

/// Time passes when the test says so.
class ManualAlarm final : public Alarm
{
public:
    Call<Nothing> after(std::chrono::milliseconds delay) override
    {
        m_waits.push_back({m_now + delay, CallSource<Nothing>()});
        return m_waits.back().source.call();
    }

    void advance(std::chrono::milliseconds by)
    {
        m_now += by;
        for (const Wait &wait : m_waits) {
            if (wait.due <= m_now)
                wait.source.finish(Nothing());
        }
        forgetFinished();
    }

    /// How long each of those still wanted has to wait, shortest first.
    QList<std::chrono::milliseconds> pending()
    {
        forgetFinished();
        QList<std::chrono::milliseconds> left;
        for (const Wait &wait : m_waits)
            left.append(wait.due - m_now);
        std::ranges::sort(left);
        return left;
    }

private:
    struct Wait
    {
        std::chrono::milliseconds due;
        CallSource<Nothing> source;
    };

    void forgetFinished()
    {
        std::erase_if(m_waits, [](const Wait &wait) { return !wait.source.isWanted(); });
    }

    std::chrono::milliseconds m_now{0};
    std::vector<Wait> m_waits;
};

} // namespace latchkey::test
