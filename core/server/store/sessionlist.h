#pragma once

#include "server/store/sessions.h"

namespace latchkey::server {

/// The sessions of an account as they are shown to it, page by page.
class SessionList
{
public:
    SessionList(storage::Database &database, const Clock &clock, SessionPolicy policy);

    /// Living ones first, then ended ones of the last 90 days; each newest first. Rejected
    /// `cursorInvalid` (field `after`).
    Result<api::SessionPage> page(const Asker &asker, const std::optional<QString> &after,
                                  qint64 limit);

private:
    storage::Database &m_database;
    const Clock &m_clock;
    SessionPolicy m_policy;
};

} // namespace latchkey::server
