#include "fontsahead.h"

#include <fontconfig/fontconfig.h>

namespace latchkey::app {

// Whoever asks fontconfig first has it read its files; whoever comes later finds them read.
FontsAhead::FontsAhead()
    : m_looking(FcInit)
{}

} // namespace latchkey::app
