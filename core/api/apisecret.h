#pragma once

#include "api/sessionterms.h"

#include <QByteArrayView>

namespace latchkey::api {

/// Begins like the secret of an API session, and can't be one: it was mistyped, cut off or made up.
bool isBrokenApiSecret(QByteArrayView token);

} // namespace latchkey::api
