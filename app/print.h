#pragma once

#include <QString>

#include <cstdio>

namespace latchkey::app {

/// A line to the shell, at once.
inline void print(FILE *where, const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), where);
    std::fflush(where);
}

} // namespace latchkey::app
