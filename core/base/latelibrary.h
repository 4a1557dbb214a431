#pragma once

#include <cstdio>

#include <dlfcn.h>

namespace latchkey {

/// What is loaded by whoever needs it, so that nobody else waits for it. It stays loaded. What is
/// missing is told where the program's errors go.
class LateLibrary final
{
public:
    /// By its path, or by its file's name, which CMake's `latchkey_late_library` tells.
    explicit LateLibrary(const char *file)
        : m_library(dlopen(file, RTLD_LAZY | RTLD_LOCAL))
    {
        if (!m_library)
            tell();
    }

    /// By its declaration: `find<decltype(compress)>("compress")`. Nothing where it is missing.
    template <class Function>
    Function *find(const char *name) const
    {
        void *found = m_library ? dlsym(m_library, name) : nullptr;
        if (m_library && !found)
            tell();
        return reinterpret_cast<Function *>(found);
    }

private:
    static void tell()
    {
        std::fprintf(stderr, "latchkey: a part of the program can't be loaded: %s\n", dlerror());
    }

    void *m_library;
};

} // namespace latchkey
