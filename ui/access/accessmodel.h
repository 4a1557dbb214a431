#pragma once

#include "access/sessiongroup.h"
#include "account/sessionstore.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <optional>

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class SessionCells;

/// The sessions of a store as rows under their groups. Rows follow the store one by one: a refresh
/// never resets, so what is selected, open or being edited stays so.
class AccessModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Device, Status, Program, Address, Started, LastActive, Expires, SignedInBy };
    static constexpr int columnTotal = SignedInBy + 1;

    enum Role {
        IdRole = Qt::UserRole + 1, ///< the session's id as text; empty for a group
        SortRole,                  ///< the raw value; of a group, its place
        SearchRole,                ///< everything that can be read in the row
        PendingRole,               ///< a change of it is under way
        QuestionRole,              ///< it is asked whose sign-in it was
        EndedRole,
    };

    AccessModel(account::SessionStore &store, const Clock &clock, QObject *parent = nullptr);
    ~AccessModel() override;

    std::optional<api::Session> session(const QModelIndex &index) const;
    /// The session that ended this one, where it is known.
    std::optional<api::Session> endedBy(const api::Session &session) const;
    account::SessionStore::Answers answersFor(const api::Session &session) const;
    bool canEnd() const;
    QModelIndex indexOf(const api::SessionId &id, int column = Device) const;
    static QModelIndex groupIndex(const AccessModel &model, SessionGroup group);
    static std::optional<SessionGroup> groupAt(const QModelIndex &index);

    /// Time has passed: "3 min ago" is told anew.
    void retellTimes();
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// The person typed another name into the row.
    void renameRequested(const latchkey::api::SessionId &id, const QString &label);

private:
    struct Place
    {
        SessionGroup group = SessionGroup::ThisDevice;
        int row = 0;
    };

    void insert(const QList<api::SessionId> &ids);
    void update(const QList<api::SessionId> &ids);
    void remove(const QList<api::SessionId> &ids);
    void tell(const QList<api::SessionId> &ids, const QList<int> &roles = {});
    void tellColumns(int first, int last, const QList<int> &roles);

    QList<api::SessionId> &rows(SessionGroup group);
    const QList<api::SessionId> &rows(SessionGroup group) const;
    std::optional<Place> placeOf(const api::SessionId &id) const;
    QVariant groupValue(SessionGroup group, int column, int role) const;

    account::SessionStore &m_store;
    std::unique_ptr<SessionCells> m_cells;
    std::array<QList<api::SessionId>, sessionGroups.size()> m_rows;
    QHash<api::SessionId, api::Session> m_sessions;
};

} // namespace latchkey::ui
