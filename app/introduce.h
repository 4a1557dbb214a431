#pragma once

namespace latchkey::app {

/// Tells Qt who we are; folders and settings are named after it.
void introduce();

} // namespace latchkey::app
