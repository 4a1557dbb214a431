#include "home/recentmodel.h"

#include "account/sessionstore.h"
#include "kit/relativetime.h"
#include "sessions/sessionwords.h"

#include <algorithm>

namespace latchkey::ui {

RecentModel::RecentModel(account::SessionStore &store, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_clock(clock)
{
    follow();
    connect(&store, &account::SessionStore::inserted, this, &RecentModel::follow);
    connect(&store, &account::SessionStore::changed, this, &RecentModel::follow);
    connect(&store, &account::SessionStore::removed, this, &RecentModel::follow);
}

void RecentModel::follow()
{
    QList<api::Session> wanted = m_store.sessions();
    wanted.removeIf([](const api::Session &one) { return one.kind == api::SessionKind::Api; });
    std::ranges::sort(wanted, std::greater(),
                      [](const api::Session &one) { return std::pair(one.startedAt, one.id); });
    wanted.resize(std::min(wanted.size(), rowsAtMost));

    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(wanted, m_rows.at(row).id, &api::Session::id) != wanted.end())
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < wanted.size(); ++row)
        moveOrInsert(wanted.at(row), row);
}

void RecentModel::moveOrInsert(const api::Session &session, int row)
{
    const auto found = std::ranges::find(m_rows, session.id, &api::Session::id);
    const int present = static_cast<int>(found - m_rows.begin());
    if (found == m_rows.end()) {
        beginInsertRows({}, row, row);
        m_rows.insert(row, session);
        endInsertRows();
        return;
    }
    if (present != row) {
        beginMoveRows({}, present, present, {}, row);
        m_rows.move(present, row);
        endMoveRows();
    }
    if (m_rows.at(row) != session) {
        m_rows[row] = session;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void RecentModel::retell()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

QString RecentModel::ending(const api::Session &session) const
{
    if (!session.end)
        return {};
    return sessionwords::ending(*session.end,
                                session.end->by ? m_store.find(*session.end->by) : std::nullopt);
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const api::Session &session = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return sessionwords::title(session);
    case WhenRole:
        return relativeTime(session.startedAt, m_clock.now());
    case DetailRole:
        return sessionwords::detail(session);
    case EndingRole:
        return ending(session);
    case CurrentRole:
        return session.current && !session.end ? tr("This device") : QString();
    case Qt::ToolTipRole:
        return exactTime(session.startedAt);
    case Qt::AccessibleTextRole:
        return session.end
                   ? tr("%1, %2, %3, %4", "a device, its address, when it signed in, "
                                          "how it ended")
                         .arg(sessionwords::title(session), session.address,
                              relativeTime(session.startedAt, m_clock.now()), ending(session))
               : session.current
                   ? tr("%1, %2, %3, this device", "a device, its address, when it signed in")
                         .arg(sessionwords::title(session), session.address,
                              relativeTime(session.startedAt, m_clock.now()))
                   : tr("%1, %2, %3", "a device, its address, when it signed in")
                         .arg(sessionwords::title(session), session.address,
                              relativeTime(session.startedAt, m_clock.now()));
    default:
        return {};
    }
}

} // namespace latchkey::ui
