#include "account/profile.h"

#include <algorithm>

namespace latchkey::account {

RetryChoice bounded(RetryChoice choice)
{
    using namespace std::chrono_literals;
    using std::chrono::milliseconds;
    const auto within = [](milliseconds &time, milliseconds least, milliseconds most) {
        time = std::clamp(time, least, most);
    };
    within(choice.initialInterval, 100ms, 60s);
    within(choice.maxInterval, choice.initialInterval, 10min);
    within(choice.maxElapsedTime, 1s, 1h);
    choice.exponent = std::clamp(choice.exponent, 1.0, 5.0);
    return choice;
}

} // namespace latchkey::account
