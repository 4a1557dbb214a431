#pragma once

#include <cstdio>

#include <dlfcn.h>

namespace latchkey {

/// What few starts of the program come to need: loaded by whoever does, so that nobody else waits
/// for it. It stays loaded.
class LateLibrary final
{
public:
    /// By its file's name, which CMake's `latchkey_late_library` tells. What can't be loaded is
    /// told where the program's errors go.
    explicit LateLibrary(const char *file)
        : m_library(dlopen(file, RTLD_LAZY | RTLD_LOCAL))
    {
        if (!m_library)
            std::fprintf(stderr, "latchkey: a part of the program can't be loaded: %s\n",
                         dlerror());
    }

    /// By its declaration: `find<decltype(compress)>("compress")`. Nothing where it is missing.
    template <class Function>
    Function *find(const char *name) const
    {
        return reinterpret_cast<Function *>(m_library ? dlsym(m_library, name) : nullptr);
    }

private:
    void *m_library;
};

} // namespace latchkey
