#pragma once

#include <QByteArrayView>

namespace latchkey::wire {

/// The token in a field `Authorization: Bearer …` (RFC 6750); empty where there is none.
QByteArrayView bearerToken(QByteArrayView field);

} // namespace latchkey::wire
