#include "accounts/accountmodel.h"

#include "account/accountdirectory.h"
#include "kit/relativetime.h"
#include "people/rolewords.h"

#include <QSet>

#include <algorithm>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::AccountDirectory;

namespace {

/// Most have none worth a word.
QString roleWord(const api::User &user)
{
    return user.role == api::Role::User ? QString() : rolewords::role(user.role);
}

/// What it signs in with, besides what the person is called.
QString detailOf(const api::User &user)
{
    if (user.email.isEmpty() || user.email == user.name)
        return user.userName.value_or(QString());
    return user.email;
}

} // namespace

AccountModel::AccountModel(AccountDirectory &directory, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_directory(directory)
    , m_clock(clock)
{
    follow();
    connect(&directory, &AccountDirectory::changed, this, &AccountModel::follow);
}

QList<api::User> AccountModel::wanted() const
{
    if (m_directory.wanted().isEmpty())
        return m_directory.users();
    return m_directory.found() ? QList{*m_directory.found()} : QList<api::User>();
}

/// While somebody is looked for, what was there stays.
void AccountModel::follow()
{
    if (m_directory.isFinding())
        return;
    const QList<api::User> all = wanted();
    removeOthers(all);
    for (int row = 0; row < all.size(); ++row) {
        if (row == m_rows.size() || m_rows.at(row).id != all.at(row).id)
            insertBefore(row, all);
        if (m_rows.at(row) == all.at(row))
            continue;
        m_rows[row] = all.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
    const int count = static_cast<int>(all.size());
    if (m_rows.size() == count)
        return;
    // Another order than before, which no server should have.
    beginRemoveRows({}, count, static_cast<int>(m_rows.size()) - 1);
    m_rows.resize(count);
    endRemoveRows();
}

void AccountModel::removeOthers(const QList<api::User> &wanted)
{
    QSet<api::UserId> ids;
    for (const api::User &user : wanted)
        ids.insert(user.id);
    for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
        int first = last + 1;
        while (first > 0 && !ids.contains(m_rows.at(first - 1).id))
            --first;
        if (first > last)
            continue;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

/// All that come before the one that stands there, at once.
void AccountModel::insertBefore(int row, const QList<api::User> &wanted)
{
    int end = row + 1;
    while (end < wanted.size() && (row == m_rows.size() || m_rows.at(row).id != wanted.at(end).id))
        ++end;
    beginInsertRows({}, row, end - 1);
    for (int each = row; each < end; ++each)
        m_rows.insert(each, wanted.at(each));
    endInsertRows();
}

void AccountModel::retell()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

std::optional<api::User> AccountModel::userAt(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index))
        return std::nullopt;
    return m_rows.at(index.row());
}

int AccountModel::rowOf(const api::UserId &id) const
{
    const auto found = std::ranges::find(m_rows, id, &api::User::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int AccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AccountModel::data(const QModelIndex &index, int role) const
{
    const auto user = userAt(index);
    if (!user)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return user->name;
    case Qt::AccessibleTextRole:
        return inOneSentence(*user);
    case Qt::ToolTipRole:
        return exactTime(user->createdAt);
    case RoleRole:
        return roleWord(*user);
    case WhenRole:
        return relativeTime(user->createdAt, m_clock.now());
    case DetailRole:
        return detailOf(*user);
    default:
        return {};
    }
}

QString AccountModel::inOneSentence(const api::User &user) const
{
    const QString since = relativeTime(user.createdAt, m_clock.now());
    if (user.role == api::Role::User)
        return tr("%1, %2, since %3", "name, e-mail address, time")
            .arg(user.name, detailOf(user), since);
    return tr("%1, %2, %3, since %4", "name, e-mail address, role, time")
        .arg(user.name, detailOf(user), roleWord(user), since);
}

/// What failed isn't asked for again by scrolling, but by whoever says so.
bool AccountModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_directory.wanted().isEmpty() && m_directory.hasMore() &&
           !m_directory.isLoading() && !m_directory.isLoadingMore() && !m_directory.lastError();
}

void AccountModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_directory.loadMore();
}

} // namespace latchkey::ui
