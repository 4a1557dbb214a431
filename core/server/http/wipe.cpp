#include "server/http/wipe.h"

#include <algorithm>
#include <cstring>

namespace latchkey::server::http {

void wipe(std::string &bytes, std::size_t from, std::size_t count)
{
    explicit_bzero(bytes.data() + from, count);
}

void wipeAll(std::string &bytes)
{
    wipe(bytes, 0, bytes.size());
    bytes.clear();
}

void reserveWiping(std::string &bytes, std::size_t size)
{
    if (size <= bytes.capacity())
        return;
    std::string larger;
    larger.reserve(std::max(size, 2 * bytes.capacity()));
    larger.append(bytes);
    wipeAll(bytes);
    bytes.swap(larger);
}

} // namespace latchkey::server::http
