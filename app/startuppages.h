#pragma once

namespace latchkey::app {

/// What only the start needed (relocations, symbol tables, the code that runs once) is most of what
/// a small server has in memory, and stays there until something else presses. Gives it back at
/// once; what is touched again comes from the page cache.
void giveBackStartUpPages();

} // namespace latchkey::app
