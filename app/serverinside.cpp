#include "serverinside.h"

#include "module.h"

namespace latchkey::app {

Result<std::unique_ptr<ServerInside>> ServerInside::make(const Clock &clock)
{
    using Make = ServerInside *(*)(const Clock &);
    const auto made = entryOf<Make>("server");
    if (!made)
        return failure(Error::of(Error::Kind::Server, QStringLiteral("moduleMissing")));
    return std::unique_ptr<ServerInside>(made(clock));
}

} // namespace latchkey::app
