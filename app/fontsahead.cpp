#include "fontsahead.h"

#include "base/latelibrary.h"
#include "quitset.h"

#include <system_error>

#include <fontconfig/fontconfig.h>

namespace latchkey::app {

// Whoever asks fontconfig first has it read its files; whoever comes later finds them read.
FontsAhead::FontsAhead()
{
    auto *const look = LateLibrary(LATCHKEY_FONTCONFIG).find<decltype(FcInit)>("FcInit");
    if (!look)
        return;
    // These are the window's: see QuitSignals.
    const sigset_t quitting = quitSet();
    sigset_t before{};
    pthread_sigmask(SIG_BLOCK, &quitting, &before);
    try {
        m_looking = std::jthread(look);
    } catch (const std::system_error &) {
        // No thread to be had: whoever needs fonts looks for them.
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

} // namespace latchkey::app
