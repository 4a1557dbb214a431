#pragma once

#include "api/user.h"

#include <QAbstractListModel>

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class AccountDirectory;
}

namespace latchkey::ui {

/// The accounts of a server as far as they were read, in the order in which they came, and more of
/// them once somebody scrolls there; or the one that was looked for. Follows them row by row.
class AccountModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RoleRole = Qt::UserRole + 1, WhenRole, DetailRole };

    /// Both outlive it.
    AccountModel(account::AccountDirectory &directory, const Clock &clock,
                 QObject *parent = nullptr);

    /// Time has passed, or the language has changed.
    void retell();
    /// Nothing where there is no such row.
    std::optional<api::User> userAt(const QModelIndex &index) const;
    /// -1: it is not there.
    int rowOf(const api::UserId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    QList<api::User> wanted() const;
    void follow();
    void removeOthers(const QList<api::User> &wanted);
    void insertBefore(int row, const QList<api::User> &wanted);
    QString inOneSentence(const api::User &user) const;

    account::AccountDirectory &m_directory;
    const Clock &m_clock;
    QList<api::User> m_rows;
};

} // namespace latchkey::ui
