#include "module.h"

#include "exitcode.h"

#include <dlfcn.h>

#include <cstdio>
#include <filesystem>

namespace latchkey::app {

int runModule(const char *name, int argc, char **argv)
{
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto path =
        program.parent_path().parent_path() / "lib/latchkey" / (std::string(name) + ".so");
    void *module = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
    using Run = int (*)(int, char **);
    const auto run = module ? reinterpret_cast<Run>(dlsym(module, "latchkey_module_run")) : nullptr;
    if (!run) {
        std::fprintf(stderr, "latchkey: a part of the program can't be loaded: %s\n", dlerror());
        return Failed;
    }
    return run(argc, argv);
}

} // namespace latchkey::app
