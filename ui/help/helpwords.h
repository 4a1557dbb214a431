#pragma once

#include "api/helping.h"

#include <QString>

/// What those who help others read.
namespace latchkey::ui::helpwords {

/// "43 seconds", "12 minutes": how long something still lasts.
QString lasting(std::chrono::seconds time);
/// How a reset stands.
QString state(const api::StartedReset &reset, Timestamp now);

} // namespace latchkey::ui::helpwords
