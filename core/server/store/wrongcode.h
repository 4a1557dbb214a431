#pragma once

#include "base/error.h"

namespace latchkey::server {

/// Whatever is wrong with a code, it is told alike.
inline Error wrongCode()
{
    return Error::rejected(QStringLiteral("wrongCode"), QStringLiteral("code"));
}

} // namespace latchkey::server
