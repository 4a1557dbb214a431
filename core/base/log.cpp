#include "base/log.h"

namespace latchkey {

Q_LOGGING_CATEGORY(logNet, "latchkey.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logSecrets, "latchkey.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "latchkey.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logAccount, "latchkey.account", QtInfoMsg)
Q_LOGGING_CATEGORY(logServer, "latchkey.server", QtInfoMsg)
Q_LOGGING_CATEGORY(logAccess, "latchkey.access", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "latchkey.ui", QtInfoMsg)

} // namespace latchkey
