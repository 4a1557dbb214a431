#pragma once

#include "base/clock.h"

#include <QByteArray>

#include <cstdio>

namespace latchkey::test {

/// An authenticator that is nobody's of ours. Not by QProcess: the thread sanitizer doesn't survive
/// how that one forks beside a server's threads.
inline QByteArray oathtool(const QByteArray &secret, Timestamp when)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(when).time_since_epoch().count();
    const QByteArray command =
        "oathtool --totp --base32 --now=@" + QByteArray::number(qint64(seconds)) + ' ' + secret;
    FILE *shown = ::popen(command.constData(), "re");
    QByteArray code(16, '\0');
    if (!shown || !std::fgets(code.data(), static_cast<int>(code.size()), shown) ||
        ::pclose(shown) != 0)
        qFatal("oathtool does not tell a code");
    return QByteArray(code.constData()).trimmed();
}

} // namespace latchkey::test
