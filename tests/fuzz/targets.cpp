#include "targets.h"

#include <array>

namespace latchkey::test {

std::span<const FuzzTarget> fuzzTargets()
{
    static constexpr std::array<FuzzTarget, 7> all{{{"head", fuzzHead},
                                                    {"chunked", fuzzChunked},
                                                    {"json", fuzzJson},
                                                    {"events", fuzzEvents},
                                                    {"request", fuzzRequest},
                                                    {"reply", fuzzReply},
                                                    {"form", fuzzForm}}};
    return all;
}

} // namespace latchkey::test
