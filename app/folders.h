#pragma once

#include <QString>

namespace latchkey::app {

/// Where this person's things are; made when first asked for, for their eyes only.
QString dataFolder();
QString configFolder();
QString cacheFolder();

} // namespace latchkey::app
