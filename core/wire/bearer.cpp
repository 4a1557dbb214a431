#include "wire/bearer.h"

namespace latchkey::wire {

QByteArrayView bearerToken(QByteArrayView field)
{
    constexpr QByteArrayView scheme = "Bearer ";
    if (field.size() <= scheme.size() ||
        field.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return field.sliced(scheme.size()).trimmed();
}

} // namespace latchkey::wire
