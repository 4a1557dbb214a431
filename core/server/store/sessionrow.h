#pragma once

#include "server/store/sessions.h"

namespace latchkey::server::sessionrow {

/// How a session lies in its table, in the order in which `read` takes it.
extern const QString columns;
constexpr int columnCount = 18;

/// As whoever asks sees it. What has expired is ended, also where nobody has written it down yet.
api::Session read(const storage::Statement &row, const Asker &asker, const SessionPolicy &policy,
                  Timestamp now);

} // namespace latchkey::server::sessionrow
