#include "server/http/descriptors.h"

#include <sys/resource.h>

#include <algorithm>

namespace latchkey::server::http {

std::size_t allowDescriptors(std::size_t wanted)
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit))
        return 0;
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = std::max<rlim_t>(before, std::min<rlim_t>(wanted, limit.rlim_max));
    return setrlimit(RLIMIT_NOFILE, &limit) ? before : limit.rlim_cur;
}

} // namespace latchkey::server::http
