#include "module.h"

#include "base/latelibrary.h"

#include <filesystem>

namespace latchkey::app {

void *loadModule(const char *name)
{
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto path =
        program.parent_path().parent_path() / "lib/latchkey" / (std::string(name) + ".so");
    return LateLibrary(path.c_str()).find<void>("latchkey_module");
}

} // namespace latchkey::app
