#pragma once

namespace latchkey::ui {

/// From where a subscription that somebody gave is seen.
enum class GrantSide { Received, Given };

} // namespace latchkey::ui
