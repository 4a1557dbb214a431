#pragma once

#include "access/accessmodel.h"

namespace latchkey::ui {

/// What stands in each column of a session's row.
class SessionCells final
{
    Q_DECLARE_TR_FUNCTIONS(SessionCells)

public:
    SessionCells(const account::SessionStore &store, const Clock &clock)
        : m_store(store)
        , m_clock(clock)
    {}

    static QString title(int column);

    QString text(const api::Session &session, int column) const;
    /// With the day and the hour instead of "3 min ago".
    QString exactText(const api::Session &session, int column) const;
    /// What rows are ordered by.
    QVariant raw(const api::Session &session, int column) const;
    /// Everything that can be read in the row.
    QString searchText(const api::Session &session) const;

private:
    QString status(const api::Session &session) const;

    const account::SessionStore &m_store;
    const Clock &m_clock;
};

} // namespace latchkey::ui
