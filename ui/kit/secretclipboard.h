#pragma once

#include "base/secret.h"

#include <chrono>

namespace latchkey::ui {

/// Puts a secret on the clipboard. It is taken off it after a while, or when the program ends,
/// where nothing else was put there meanwhile.
void copySecret(const Secret &secret,
                std::chrono::milliseconds patience = std::chrono::seconds(30));

} // namespace latchkey::ui
