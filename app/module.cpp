#include "module.h"

#include <dlfcn.h>

#include <cstdio>
#include <filesystem>

namespace latchkey::app {

void *loadModule(const char *name)
{
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto path =
        program.parent_path().parent_path() / "lib/latchkey" / (std::string(name) + ".so");
    void *module = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
    void *entry = module ? dlsym(module, "latchkey_module") : nullptr;
    if (!entry)
        std::fprintf(stderr, "latchkey: a part of the program can't be loaded: %s\n", dlerror());
    return entry;
}

} // namespace latchkey::app
