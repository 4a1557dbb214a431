#pragma once

#include <QByteArray>

namespace latchkey::wire {

/// The OpenAPI 3.1 description of our own wire, generated from the operations and their routes.
QByteArray openApi();

} // namespace latchkey::wire
