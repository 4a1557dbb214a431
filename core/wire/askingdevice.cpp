#include "wire/askingdevice.h"

#include "base/textsafety.h"

namespace latchkey::wire {

using namespace Qt::StringLiterals;

api::Device askingDevice(const HttpHeaders &headers, const QString &wire)
{
    constexpr qsizetype longest = 100;
    const QString program = QString::fromUtf8(headers.value("User-Agent"));
    const QString said = isBlank(program) ? wire : wire + u": "_s + program;
    return {.label = {}, .program = withoutMisleading(said.left(longest)).trimmed(), .system = {}};
}

} // namespace latchkey::wire
