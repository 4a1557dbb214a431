#pragma once

#include <QString>

namespace latchkey::server::test {

inline constexpr auto signUpUntilKilledOption = "--sign-up-until-killed";

/// Signs up whoever it can into that database, and prints the number of each that was answered.
[[noreturn]] void signUpUntilKilled(const QString &path);

} // namespace latchkey::server::test
