#include "access/sessiontree.h"

#include "access/accessdelegate.h"
#include "access/accessmodel.h"
#include "kit/scale.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>

namespace latchkey::ui {

SessionTree::SessionTree(AccessModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_rename(new QAction(this))
    , m_end(new QAction(this))
    , m_mine(new QAction(this))
    , m_notMine(new QAction(this))
{
    m_order.setSourceModel(&m_model);
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
    buildColumns();
    makeActions();
    listen();
    retranslate();
    settle();
}

void SessionTree::buildColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(18 * letter); // the first column gives way only so far
    header()->setSectionResizeMode(AccessModel::Device, QHeaderView::Stretch);
    header()->resizeSection(AccessModel::Status, 20 * letter);
    header()->resizeSection(AccessModel::Program, 26 * letter);
    for (const int column : {AccessModel::Address, AccessModel::Started, AccessModel::LastActive,
                             AccessModel::Expires, AccessModel::SignedInBy})
        header()->resizeSection(column, 19 * letter);
    header()->resizeSection(AccessModel::Expires, 22 * letter);
    // The details tell these as well.
    for (const int column : {AccessModel::Program, AccessModel::Address, AccessModel::Started,
                             AccessModel::SignedInBy})
        header()->setSectionHidden(column, true);
    header()->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = AccessModel::Device + 1; column < AccessModel::columnTotal; ++column) {
        auto *shown = new QAction(header());
        shown->setCheckable(true);
        shown->setChecked(!header()->isSectionHidden(column));
        header()->addAction(shown);
        connect(shown, &QAction::toggled, this, [this, column](bool isShown) {
            header()->setSectionHidden(column, !isShown);
            Q_EMIT arrangementChanged();
        });
    }
}

void SessionTree::tellColumns()
{
    const QList<QAction *> actions = header()->actions();
    for (int column = AccessModel::Device + 1; column < AccessModel::columnTotal; ++column) {
        QAction *const shown = actions.at(column - 1);
        const QSignalBlocker quiet(shown);
        shown->setText(m_model.headerData(column, Qt::Horizontal).toString());
        shown->setChecked(!header()->isSectionHidden(column));
    }
}

void SessionTree::makeActions()
{
    m_rename->setShortcut(Qt::Key_F2);
    m_end->setShortcut(QKeySequence::Delete);
    for (QAction *action : {m_rename, m_end, m_mine, m_notMine}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
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
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &SessionTree::arrangementChanged);
    connect(header(), &QHeaderView::sectionResized, this, &SessionTree::arrangementChanged);
    connect(&m_order, &QAbstractItemModel::rowsInserted, this, &SessionTree::settle);
    connect(&m_order, &QAbstractItemModel::rowsRemoved, this, &SessionTree::settle);
    connect(&m_order, &QAbstractItemModel::rowsMoved, this, &SessionTree::settle);
    connect(&m_order, &QAbstractItemModel::dataChanged, this, &SessionTree::selectedChanged);
    connect(this, &SessionTree::selectedChanged, this, &SessionTree::settleActions);
}

void SessionTree::settle()
{
    for (int row = 0; row < m_order.rowCount(); ++row) {
        const QModelIndex group = m_order.index(row, 0);
        if (!isExpanded(group))
            expand(group);
        setFirstColumnSpanned(row, {}, true);
    }
    // Something is always chosen, so that the details beside the list have something to tell.
    if (!selectedSession() && !isEmpty())
        setCurrentIndex(m_order.index(0, 0, m_order.index(0, 0)));
    settleActions();
    Q_EMIT rowsChanged();
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
    m_mine->setEnabled(isOther && !session->reviewed);
    m_notMine->setEnabled(isOther && !session->reviewed);
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
    return header()->saveState();
}

void SessionTree::arrange(const QByteArray &arrangement)
{
    header()->restoreState(arrangement);
    tellColumns();
}

void SessionTree::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeView::changeEvent(event);
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
    tellColumns();
    settle();
}

} // namespace latchkey::ui
