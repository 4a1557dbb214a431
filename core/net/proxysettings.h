#pragma once

#include "base/secret.h"

#include <QString>

namespace latchkey::net {

struct ProxySettings
{
    enum class Kind { System, None, Http, Socks5 };

    Kind kind = Kind::System;
    QString host = {}; ///< this and the rest with Http and Socks5 only
    quint16 port = 0;
    QString user = {};
    Secret password = {};
};

} // namespace latchkey::net
