#pragma once

#include "base/clock.h"

#include <QString>

namespace latchkey::ui {

/// How long ago, or in how long, in words: "2 minutes ago".
QString relativeTime(Timestamp moment, Timestamp now);
/// The exact time, as the person's language and zone have it; for hovering over the other.
QString exactTime(Timestamp moment);

} // namespace latchkey::ui
