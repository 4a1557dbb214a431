#include "targets.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    latchkey::test::LATCHKEY_FUZZED({reinterpret_cast<const char *>(bytes), size});
    return 0;
}
