#pragma once

#include "net/network.h"

#include <optional>

class QSslCertificate;

namespace latchkey::net {

ServerCertificate described(const QSslCertificate &certificate);
/// Nothing where the text holds none.
std::optional<ServerCertificate> certificateFrom(const QByteArray &pem);

} // namespace latchkey::net
