#pragma once

#include "base/clock.h"

#include <QByteArrayView>

#include <optional>

namespace latchkey {

/// A date as HTTP writes it (RFC 9110, 5.6.7), in the form that is still written.
std::optional<Timestamp> readHttpDate(QByteArrayView text);

} // namespace latchkey
