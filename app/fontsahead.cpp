#include "fontsahead.h"

#include "base/latelibrary.h"

#include <csignal>

#include <fontconfig/fontconfig.h>

namespace latchkey::app {

// Whoever asks fontconfig first has it read its files; whoever comes later finds them read.
FontsAhead::FontsAhead()
{
    auto *const look = LateLibrary(LATCHKEY_FONTCONFIG).find<decltype(FcInit)>("FcInit");
    if (!look)
        return;
    // Signals are the window's: see QuitSignals.
    sigset_t all{};
    sigset_t before{};
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    m_looking = std::jthread(look);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

} // namespace latchkey::app
