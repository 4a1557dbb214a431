#include "fontsahead.h"

#include <dlfcn.h>

namespace latchkey::app {

FontsAhead::FontsAhead()
{
    // On this thread: the loader's lock would make the other wait for the window's libraries.
    void *library = dlopen("libfontconfig.so.1", RTLD_LAZY | RTLD_LOCAL);
    using Init = int (*)();
    const auto init = library ? reinterpret_cast<Init>(dlsym(library, "FcInit")) : nullptr;
    if (!init || std::thread::hardware_concurrency() < 2)
        return;
    m_forget = reinterpret_cast<void (*)()>(dlsym(library, "FcFini"));
    m_reading = std::thread([init] { init(); });
}

FontsAhead::~FontsAhead()
{
    wait();
    if (m_forget)
        m_forget();
}

void FontsAhead::wait()
{
    if (m_reading.joinable())
        m_reading.join();
}

} // namespace latchkey::app
