#include "access/sessiontree.h"

#include "access/accessdelegate.h"
#include "access/accessmodel.h"
#include "access/sessionheader.h"
#include "kit/scale.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

namespace latchkey::ui {

using Answers = account::SessionStore::Answers;

SessionTree::SessionTree(AccessModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_columns(new SessionHeader(this))
    , m_rename(new QAction(this))
    , m_end(new QAction(this))
    , m_mine(new QAction(this))
    , m_notMine(new QAction(this))
{
    m_order.setSourceModel(&m_model);
    setHeader(m_columns);
    setModel(&m_order);
    setItemDelegate(new AccessDelegate(this));
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setExpandsOnDoubleClick(false);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::DoubleClicked);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setIndentation(space::medium);
    setSortingEnabled(true);
    sortByColumn(AccessModel::LastActive, Qt::DescendingOrder);
    m_columns->build();
    makeActions();
    listen();
    retranslate();
    settle();
}

void SessionTree::makeActions()
{
    m_rename->setShortcut(Qt::Key_F2);
    m_end->setShortcut(QKeySequence::Delete);
    for (QAction *action : {m_rename, m_end, m_mine, m_notMine}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    for (QMenu *menu : {m_columns->sortMenu(), m_columns->columnMenu()})
        addAction(menu->menuAction());
    connect(m_rename, &QAction::triggered, this, &SessionTree::startRename);
    connect(m_end, &QAction::triggered, this, [this] {
        if (const auto session = selectedSession())
            Q_EMIT endRequested(session->id);
    });
    connect(m_mine, &QAction::triggered, this, [this] { review(api::Verdict::Mine); });
    connect(m_notMine, &QAction::triggered, this, [this] { review(api::Verdict::NotMine); });
}

void SessionTree::listen()
{
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SessionTree::selectedChanged);
    connect(m_columns, &SessionHeader::arranged, this, &SessionTree::arrangementChanged);
    connect(&m_order, &QAbstractItemModel::rowsInserted, this, &SessionTree::settle);
    connect(&m_order, &QAbstractItemModel::rowsRemoved, this, &SessionTree::settle);
    connect(&m_order, &QAbstractItemModel::rowsMoved, this, &SessionTree::settle);
    // So it tells of a group that has its first row: by way of another group.
    connect(&m_order, &QAbstractItemModel::layoutChanged, this, &SessionTree::openGroups);
    connect(&m_order, &QAbstractItemModel::dataChanged, this, &SessionTree::selectedChanged);
    connect(&m_order, &QAbstractItemModel::dataChanged, this, &SessionTree::fitColumns);
    connect(this, &SessionTree::selectedChanged, this, &SessionTree::settleActions);
}

void SessionTree::openGroups()
{
    for (int row = 0; row < m_order.rowCount(); ++row) {
        const QModelIndex group = m_order.index(row, 0);
        if (!isExpanded(group))
            expand(group);
        setFirstColumnSpanned(row, {}, true);
    }
}

void SessionTree::settle()
{
    openGroups();
    // Something is always chosen, so that the details beside the list have something to tell.
    if (!selectedSession() && !isEmpty())
        setCurrentIndex(m_order.index(0, 0, m_order.index(0, 0)));
    settleActions();
    fitColumns();
    Q_EMIT rowsChanged();
}

void SessionTree::fitColumns()
{
    m_columns->fitStatus(sizeHintForColumn(AccessModel::Status));
}

void SessionTree::setWords(const QString &typed)
{
    m_order.setWords(typed);
    settle();
}

bool SessionTree::isEmpty() const
{
    return m_order.rowCount() == 0;
}

std::optional<api::Session> SessionTree::selectedSession() const
{
    return m_model.session(m_order.mapToSource(currentIndex()));
}

bool SessionTree::isSelectedPending() const
{
    return currentIndex().data(AccessModel::PendingRole).toBool();
}

void SessionTree::select(const api::SessionId &id)
{
    const QModelIndex index = m_order.mapFromSource(m_model.indexOf(id));
    if (index.isValid())
        setCurrentIndex(index);
}

void SessionTree::settleActions()
{
    const auto session = selectedSession();
    const bool isAlive = session && !session->end && !isSelectedPending();
    const bool isOther = isAlive && !session->current;
    m_rename->setEnabled(isAlive);
    m_end->setEnabled(isOther);
    const Answers answers = isOther ? m_model.answersFor(*session) : Answers::None;
    m_mine->setEnabled(answers == Answers::YesOrNo);
    m_notMine->setEnabled(answers != Answers::None);
}

void SessionTree::startRename()
{
    const QModelIndex index = currentIndex().siblingAtColumn(AccessModel::Device);
    if (!index.isValid() || !m_rename->isEnabled())
        return;
    scrollTo(index);
    setFocus();
    edit(index);
}

void SessionTree::review(api::Verdict verdict)
{
    if (const auto session = selectedSession())
        Q_EMIT reviewRequested(session->id, verdict);
}

QByteArray SessionTree::arrangement() const
{
    return m_columns->arrangement();
}

void SessionTree::arrange(const QByteArray &arrangement)
{
    m_columns->arrange(arrangement);
}

const QList<QAction *> &SessionTree::sortActions() const
{
    return m_columns->sortActions();
}

void SessionTree::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeView::changeEvent(event);
}

void SessionTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void SessionTree::retranslate()
{
    setAccessibleName(tr("Sessions"));
    m_rename->setText(tr("&Rename"));
    m_end->setText(tr("&End session"));
    m_mine->setText(tr("It &was me"));
    m_notMine->setText(tr("It was&n't me"));
    m_model.retranslate();
    m_order.retranslate();
    m_columns->retranslate();
    settle();
}

} // namespace latchkey::ui
