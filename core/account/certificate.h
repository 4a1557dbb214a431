#pragma once

#include "account/connections.h"

#include <optional>

class QSslCertificate;

namespace latchkey::account {

ServerCertificate described(const QSslCertificate &certificate);
/// Nothing where the text holds none.
std::optional<ServerCertificate> certificateFrom(const QByteArray &pem);

} // namespace latchkey::account
