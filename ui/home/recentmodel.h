#pragma once

#include "api/session.h"

#include <QAbstractListModel>
#include <QHash>

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class SessionStore;
}

namespace latchkey::ui {

/// The last few sign-ins of an account, newest first. Follows the store row by row.
class RecentModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { WhenRole = Qt::UserRole + 1, DetailRole, EndingRole, CurrentRole };
    /// EndingRole: how it ended, in words; empty while it lives. CurrentRole: that it is the one
    /// here, in words; else empty.
    static constexpr qsizetype rowsAtMost = 5;

    RecentModel(account::SessionStore &store, const Clock &clock, QObject *parent = nullptr);

    /// Time has passed, or the language has changed.
    void retell();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void follow();
    QString ending(const api::Session &session) const;
    void moveOrInsert(const api::Session &session, int row);

    account::SessionStore &m_store;
    const Clock &m_clock;
    QList<api::Session> m_rows;
};

} // namespace latchkey::ui
