#include "targets.h"

#include <array>

namespace latchkey::test {

std::span<const FuzzTarget> fuzzTargets()
{
    static constexpr std::array<FuzzTarget, 8> all{{{"head", fuzzHead},
                                                    {"chunked", fuzzChunked},
                                                    {"json", fuzzJson},
                                                    {"events", fuzzEvents},
                                                    {"request", fuzzRequest},
                                                    {"reply", fuzzReply},
                                                    {"form", fuzzForm},
                                                    {"provider", fuzzProvider}}};
    return all;
}

} // namespace latchkey::test
