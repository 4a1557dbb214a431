#pragma once

#include "base/ipaddress.h"

#include <QString>

namespace latchkey::server {

/// Who has a /64 changes addresses in it all day.
inline QString customerOf(const QString &address)
{
    const auto parsed = IpAddress::parse(address.toStdString());
    return parsed ? QString::fromStdString(parsed->customer().text()) : address;
}

} // namespace latchkey::server
