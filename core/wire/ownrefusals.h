#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace latchkey::wire {

/// What only one operation refuses, as its handler alone knows.
struct OwnRefusal
{
    std::vector<std::string_view> operations;
    QString status;
    QString about;
    bool isToRetry = false;
};

std::vector<OwnRefusal> ownRefusals();

} // namespace latchkey::wire
