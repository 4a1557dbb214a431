#include "access/accessmodel.h"

#include "access/sessioncells.h"

#include <QFont>

namespace latchkey::ui {

namespace {

constexpr quintptr groupLevel = 0; // a session's internal id is its group's place plus one

QString titleOf(SessionGroup group)
{
    switch (group) {
    case SessionGroup::ThisDevice:
        return AccessModel::tr("This device");
    case SessionGroup::OtherDevices:
        return AccessModel::tr("Other devices");
    case SessionGroup::ApiSessions:
        return AccessModel::tr("API sessions");
    case SessionGroup::Ended:
        return AccessModel::tr("Ended");
    }
    Q_UNREACHABLE();
}

} // namespace

AccessModel::AccessModel(account::SessionStore &store, const Clock &clock, QObject *parent)
    : QAbstractItemModel(parent)
    , m_store(store)
    , m_cells(std::make_unique<SessionCells>(store, clock))
{
    insert(store.ids());
    connect(&store, &account::SessionStore::inserted, this, &AccessModel::insert);
    connect(&store, &account::SessionStore::changed, this, &AccessModel::update);
    connect(&store, &account::SessionStore::removed, this, &AccessModel::remove);
    connect(&store, &account::SessionStore::pendingChanged, this,
            [this](const QList<api::SessionId> &ids) { tell(ids); });
}

AccessModel::~AccessModel() = default;

QList<api::SessionId> &AccessModel::rows(SessionGroup group)
{
    return m_rows.at(static_cast<size_t>(group));
}

const QList<api::SessionId> &AccessModel::rows(SessionGroup group) const
{
    return m_rows.at(static_cast<size_t>(group));
}

std::optional<AccessModel::Place> AccessModel::placeOf(const api::SessionId &id) const
{
    const auto found = m_sessions.constFind(id);
    if (found == m_sessions.constEnd())
        return std::nullopt;
    const SessionGroup group = groupOf(*found);
    return Place{group, static_cast<int>(rows(group).indexOf(id))};
}

QModelIndex AccessModel::groupIndex(const AccessModel &model, SessionGroup group)
{
    return model.index(static_cast<int>(group), 0);
}

std::optional<SessionGroup> AccessModel::groupAt(const QModelIndex &index)
{
    if (!index.isValid() || index.internalId() != groupLevel)
        return std::nullopt;
    return sessionGroups.at(static_cast<size_t>(index.row()));
}

std::optional<api::Session> AccessModel::session(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupLevel)
        return std::nullopt;
    const QList<api::SessionId> &ids = m_rows.at(index.internalId() - 1);
    return m_sessions.value(ids.at(index.row()));
}

std::optional<api::Session> AccessModel::endedBy(const api::Session &session) const
{
    return session.end && session.end->by ? m_store.find(*session.end->by) : std::nullopt;
}

account::SessionStore::Answers AccessModel::answersFor(const api::Session &session) const
{
    return m_store.answersFor(session);
}

bool AccessModel::canEnd() const
{
    return m_store.canEnd();
}

QModelIndex AccessModel::indexOf(const api::SessionId &id, int column) const
{
    const auto place = placeOf(id);
    if (!place)
        return {};
    return createIndex(place->row, column, static_cast<quintptr>(place->group) + 1);
}

void AccessModel::insert(const QList<api::SessionId> &ids)
{
    for (const SessionGroup group : sessionGroups) {
        QList<api::Session> fresh;
        for (const api::SessionId &id : ids) {
            const auto session = m_store.find(id);
            if (session && !m_sessions.contains(id) && groupOf(*session) == group)
                fresh.append(*session);
        }
        if (fresh.isEmpty())
            continue;
        const int first = static_cast<int>(rows(group).size());
        const int last = first + static_cast<int>(fresh.size()) - 1;
        beginInsertRows(groupIndex(*this, group), first, last);
        for (const api::Session &session : std::as_const(fresh)) {
            rows(group).append(session.id);
            m_sessions.insert(session.id, session);
        }
        endInsertRows();
    }
    // What is asked of the others depends on when this program's own began.
    if (ids.contains(m_store.currentId()))
        tellColumns(Status, Status, {});
}

void AccessModel::update(const QList<api::SessionId> &ids)
{
    for (const api::SessionId &id : ids) {
        const auto place = placeOf(id);
        const auto session = m_store.find(id);
        if (!place || !session)
            continue;
        const SessionGroup group = groupOf(*session);
        if (group == place->group) {
            m_sessions.insert(id, *session);
            tell({id});
            continue;
        }
        const int target = static_cast<int>(rows(group).size());
        beginMoveRows(groupIndex(*this, place->group), place->row, place->row,
                      groupIndex(*this, group), target);
        rows(place->group).removeAt(place->row);
        rows(group).append(id);
        m_sessions.insert(id, *session);
        endMoveRows();
        tell({id});
    }
}

void AccessModel::remove(const QList<api::SessionId> &ids)
{
    for (const api::SessionId &id : ids) {
        const auto place = placeOf(id);
        if (!place)
            continue;
        beginRemoveRows(groupIndex(*this, place->group), place->row, place->row);
        rows(place->group).removeAt(place->row);
        m_sessions.remove(id);
        endRemoveRows();
    }
}

void AccessModel::tell(const QList<api::SessionId> &ids, const QList<int> &roles)
{
    for (const api::SessionId &id : ids) {
        if (placeOf(id))
            Q_EMIT dataChanged(indexOf(id, Device), indexOf(id, SignedInBy), roles);
    }
}

void AccessModel::tellColumns(int first, int last, const QList<int> &roles)
{
    for (const SessionGroup group : sessionGroups) {
        const QModelIndex parent = groupIndex(*this, group);
        const int count = rowCount(parent);
        if (count > 0)
            Q_EMIT dataChanged(index(0, first, parent), index(count - 1, last, parent), roles);
    }
}

void AccessModel::retellTimes()
{
    tellColumns(Started, Expires, {Qt::DisplayRole, Qt::AccessibleTextRole});
}

void AccessModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
    Q_EMIT dataChanged(groupIndex(*this, SessionGroup::ThisDevice),
                       groupIndex(*this, SessionGroup::Ended));
    tellColumns(Device, SignedInBy, {});
}

QModelIndex AccessModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, groupLevel);
    return createIndex(row, column, static_cast<quintptr>(parent.row()) + 1);
}

QModelIndex AccessModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, groupLevel);
}

int AccessModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(sessionGroups.size());
    if (parent.internalId() != groupLevel || parent.column() != 0)
        return 0;
    return static_cast<int>(m_rows.at(static_cast<size_t>(parent.row())).size());
}

int AccessModel::columnCount(const QModelIndex &) const
{
    return columnTotal;
}

QVariant AccessModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const auto group = groupAt(index))
        return groupValue(*group, index.column(), role);

    const api::Session session = *this->session(index);
    switch (role) {
    case Qt::DisplayRole:
        return m_cells->text(session, index.column());
    case Qt::EditRole:
        return index.column() == Device ? session.device.label : QVariant();
    case Qt::ToolTipRole:
        return m_cells->exactText(session, index.column());
    case IdRole:
        return session.id.text();
    case SortRole:
        return m_cells->raw(session, index.column());
    case SearchRole:
        return m_cells->searchText(session);
    case PendingRole:
        return m_store.isPending(session.id);
    case QuestionRole:
        return answersFor(session) == account::SessionStore::Answers::YesOrNo;
    case EndedRole:
        return session.end.has_value();
    default:
        return {};
    }
}

QVariant AccessModel::groupValue(SessionGroup group, int column, int role) const
{
    if (role == SortRole)
        return static_cast<int>(group);
    if (column != Device)
        return {};
    if (role == Qt::DisplayRole)
        return titleOf(group);
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return {};
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? SessionCells::title(section)
                                                                    : QVariant();
}

Qt::ItemFlags AccessModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (groupAt(index))
        return Qt::ItemIsEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const auto shown = session(index);
    if (index.column() == Device && !shown->end && shown->kind == api::SessionKind::Device)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool AccessModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto edited = session(index);
    if (!edited || role != Qt::EditRole || index.column() != Device)
        return false;
    const QString label = value.toString().trimmed();
    if (label != edited->device.label)
        Q_EMIT renameRequested(edited->id, label);
    return true;
}

} // namespace latchkey::ui
