#include "access/accessview.h"

#include "access/accessdelegate.h"
#include "access/accessmodel.h"
#include "access/endothersbar.h"
#include "access/sessiondetails.h"
#include "kit/busyindicator.h"
#include "kit/busystate.h"
#include "kit/button.h"
#include "kit/emptystate.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/scale.h"

#include <QAction>
#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

AccessView::AccessView(AccessModel &model, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_header(new PageHeader)
    , m_busy(new BusyIndicator)
    , m_filter(new QLineEdit)
    , m_endOthers(new QPushButton)
    , m_confirm(new EndOthersBar)
    , m_message(new MessageBar)
    , m_splitter(new QSplitter)
    , m_tree(new QTreeView)
    , m_details(new SessionDetails(clock))
    , m_empty(new EmptyState)
    , m_loading(new BusyState)
    , m_renameAction(new QAction(this))
    , m_endAction(new QAction(this))
    , m_mineAction(new QAction(this))
    , m_notMineAction(new QAction(this))
{
    buildTree();
    buildHeader();
    buildPlaces();
    makeActions();
    listen();
    retranslate();
    expandGroups();
    settleActions();
}

void AccessView::buildTree()
{
    m_order.setSourceModel(&m_model);
    m_tree->setModel(&m_order);
    m_tree->setItemDelegate(new AccessDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setIndentation(space::medium);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(AccessModel::LastActive, Qt::DescendingOrder);
    buildColumns();
}

void AccessView::buildColumns()
{
    QHeaderView *const header = m_tree->header();
    const int letter = fontMetrics().averageCharWidth();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(18 * letter); // the first column gives way only so far
    header->setSectionResizeMode(AccessModel::Device, QHeaderView::Stretch);
    header->resizeSection(AccessModel::Status, 20 * letter);
    header->resizeSection(AccessModel::Program, 26 * letter);
    for (const int column : {AccessModel::Address, AccessModel::Started, AccessModel::LastActive,
                             AccessModel::Expires, AccessModel::SignedInBy})
        header->resizeSection(column, 19 * letter);
    header->resizeSection(AccessModel::Expires, 22 * letter);
    // The details tell these as well.
    for (const int column : {AccessModel::Program, AccessModel::Address, AccessModel::Started,
                             AccessModel::SignedInBy})
        header->setSectionHidden(column, true);
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = AccessModel::Device + 1; column < AccessModel::columnTotal; ++column) {
        auto *shown = new QAction(header);
        shown->setCheckable(true);
        shown->setChecked(!header->isSectionHidden(column));
        header->addAction(shown);
        connect(shown, &QAction::toggled, this, [this, column](bool isShown) {
            m_tree->header()->setSectionHidden(column, !isShown);
            Q_EMIT arrangementChanged();
        });
    }
}

void AccessView::tellColumns()
{
    const QList<QAction *> actions = m_tree->header()->actions();
    for (int column = AccessModel::Device + 1; column < AccessModel::columnTotal; ++column) {
        QAction *const shown = actions.at(column - 1);
        const QSignalBlocker quiet(shown);
        shown->setText(m_model.headerData(column, Qt::Horizontal).toString());
        shown->setChecked(!m_tree->header()->isSectionHidden(column));
    }
}

void AccessView::buildHeader()
{
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(180);
    m_filter->installEventFilter(this);
    m_header->addAction(m_busy);
    m_header->addAction(m_filter);
    m_header->addAction(m_endOthers);
}

void AccessView::buildPlaces()
{
    m_splitter->setOrientation(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({700, 270});
    m_details->setMinimumWidth(260);
    auto *places = new QWidget;
    m_places = new QStackedLayout(places);
    m_places->addWidget(m_splitter);
    m_places->addWidget(m_empty);
    m_places->addWidget(m_loading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    layout->setSpacing(space::large);
    layout->addWidget(m_header);
    layout->addWidget(m_message);
    layout->addWidget(m_confirm);
    layout->addWidget(places, 1);
    setFocusProxy(m_tree);
}

void AccessView::makeActions()
{
    m_renameAction->setShortcut(Qt::Key_F2);
    m_endAction->setShortcut(QKeySequence::Delete);
    for (QAction *action : {m_renameAction, m_endAction, m_mineAction, m_notMineAction}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(action);
    }
    connect(m_renameAction, &QAction::triggered, this, &AccessView::startRename);
    connect(m_endAction, &QAction::triggered, this, &AccessView::endSelected);
    connect(m_mineAction, &QAction::triggered, this, [this] { review(api::Verdict::Mine); });
    connect(m_notMineAction, &QAction::triggered, this, [this] { review(api::Verdict::NotMine); });
}

void AccessView::listen()
{
    connect(m_filter, &QLineEdit::textChanged, this, &AccessView::filter);
    connect(m_endOthers, &QPushButton::clicked, m_confirm, &EndOthersBar::open);
    connect(m_confirm, &EndOthersBar::confirmed, this, &AccessView::endOthersRequested);
    connect(m_details, &SessionDetails::renameRequested, this, &AccessView::startRename);
    connect(m_details, &SessionDetails::resendRequested, this, &AccessView::resendRequested);
    connect(m_details, &SessionDetails::forgetRequested, this, &AccessView::forgetRequested);
    connect(m_details, &SessionDetails::endRequested, this, &AccessView::endRequested);
    connect(m_details, &SessionDetails::reinstateRequested, this, &AccessView::reinstateRequested);
    connect(m_details, &SessionDetails::reviewRequested, this, &AccessView::reviewRequested);
    connect(m_message, &MessageBar::acted, this, &AccessView::reloadRequested);
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (m_showing == Showing::List)
            m_filter->clear();
        else
            Q_EMIT reloadRequested();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AccessView::tellSelected);
    connect(m_tree->header(), &QHeaderView::sortIndicatorChanged, this,
            &AccessView::arrangementChanged);
    connect(m_tree->header(), &QHeaderView::sectionResized, this, &AccessView::arrangementChanged);
    connect(m_splitter, &QSplitter::splitterMoved, this, &AccessView::arrangementChanged);
    connect(&m_order, &QAbstractItemModel::rowsInserted, this, &AccessView::settlePlace);
    connect(&m_order, &QAbstractItemModel::rowsRemoved, this, &AccessView::settlePlace);
    connect(&m_order, &QAbstractItemModel::rowsMoved, this, &AccessView::settlePlace);
    connect(&m_order, &QAbstractItemModel::dataChanged, this, &AccessView::tellSelected);
}

void AccessView::setShowing(Showing showing, const QString &why)
{
    m_showing = showing;
    m_why = why;
    settlePlace();
}

void AccessView::settlePlace()
{
    const bool isNoMatch = m_showing == Showing::List && m_order.rowCount() == 0;
    const bool isList = m_showing == Showing::List && !isNoMatch;
    const bool isLoading = m_showing == Showing::Loading;
    m_loading->setBusy(isLoading);
    if (!isList)
        tellEmpty();
    QWidget *place = m_empty;
    if (isList)
        place = m_splitter;
    else if (isLoading)
        place = m_loading;
    m_places->setCurrentWidget(place);
    m_filter->setEnabled(m_showing == Showing::List);
    expandGroups();
    tellSelected();
}

void AccessView::expandGroups()
{
    for (int row = 0; row < m_order.rowCount(); ++row) {
        const QModelIndex group = m_order.index(row, 0);
        if (!m_tree->isExpanded(group))
            m_tree->expand(group);
        m_tree->setFirstColumnSpanned(row, {}, true);
    }
}

void AccessView::tellEmpty()
{
    m_empty->setAction({});
    switch (m_showing) {
    case Showing::List:
        m_empty->setIcon(u"search"_s);
        m_empty->setTitle(tr("No session matches"));
        m_empty->setText(tr("Nothing here holds all of these words: %1").arg(m_filter->text()));
        m_empty->setAction(tr("&Show all"));
        return;
    case Showing::Loading:
        return;
    case Showing::NoneYet:
        m_empty->setIcon(u"devices"_s);
        m_empty->setTitle(tr("No sessions yet"));
        m_empty->setText(tr("Wherever you sign in, it will be listed here."));
        return;
    case Showing::SignedOut:
        m_empty->setIcon(u"devices"_s);
        m_empty->setTitle(tr("You are signed out"));
        m_empty->setText(tr("Sign in again, and your sessions are listed here."));
        return;
    case Showing::Locked:
        m_empty->setIcon(u"key"_s);
        m_empty->setTitle(tr("Your session is locked"));
        m_empty->setText(tr("Unlock it above, and your sessions are listed here."));
        return;
    case Showing::Offline:
        m_empty->setIcon(u"offline"_s);
        m_empty->setTitle(tr("You are offline"));
        break;
    case Showing::NotAllowed:
        m_empty->setIcon(u"shield"_s);
        m_empty->setTitle(tr("You can't see the sessions"));
        m_empty->setText(m_why);
        return;
    case Showing::Failed:
        m_empty->setIcon(u"warning"_s);
        m_empty->setTitle(tr("The sessions could not be loaded"));
        break;
    }
    m_empty->setText(m_why);
    m_empty->setAction(tr("&Try again"));
}

void AccessView::setBusy(bool isBusy)
{
    m_busy->setBusy(isBusy);
}

void AccessView::setMessage(const QString &words)
{
    if (words.isEmpty())
        m_message->hide();
    else
        m_message->show(MessageBar::Kind::Danger, words, tr("&Try again"));
}

void AccessView::setOtherCount(int count)
{
    m_confirm->setCount(count);
    m_endOthers->setEnabled(count > 0);
}

void AccessView::setUnsent(const QHash<api::SessionId, QString> &labels)
{
    m_unsent = labels;
    tellSelected();
}

void AccessView::retellTimes()
{
    m_model.retellTimes();
    m_details->retellTimes();
}

api::SessionId AccessView::selected() const
{
    return api::SessionId(m_tree->currentIndex().data(AccessModel::IdRole).toString());
}

void AccessView::select(const api::SessionId &id)
{
    const QModelIndex index = m_order.mapFromSource(m_model.indexOf(id));
    if (index.isValid())
        m_tree->setCurrentIndex(index);
}

void AccessView::tellSelected()
{
    const QModelIndex index = m_order.mapToSource(m_tree->currentIndex());
    const auto session = m_model.session(index);
    m_details->setSession(session, index.data(AccessModel::PendingRole).toBool(),
                          session ? m_model.endedBy(*session) : std::nullopt);
    m_details->setUnsent(session ? m_unsent.value(session->id) : QString());
    settleActions();
}

void AccessView::settleActions()
{
    const auto session = m_model.session(m_order.mapToSource(m_tree->currentIndex()));
    const bool isPending = m_tree->currentIndex().data(AccessModel::PendingRole).toBool();
    const bool isAlive = session && !session->end && !isPending;
    const bool isOther = isAlive && !session->current;
    m_renameAction->setEnabled(isAlive);
    m_endAction->setEnabled(isOther);
    m_mineAction->setEnabled(isOther && !session->reviewed);
    m_notMineAction->setEnabled(isOther && !session->reviewed);
}

void AccessView::startRename()
{
    const QModelIndex index = m_tree->currentIndex().siblingAtColumn(AccessModel::Device);
    if (!index.isValid() || !m_renameAction->isEnabled())
        return;
    m_tree->scrollTo(index);
    m_tree->setFocus();
    m_tree->edit(index);
}

void AccessView::endSelected()
{
    if (m_endAction->isEnabled())
        Q_EMIT endRequested(selected());
}

void AccessView::review(api::Verdict verdict)
{
    Q_EMIT reviewRequested(selected(), verdict);
}

void AccessView::filter()
{
    m_order.setWords(m_filter->text());
    settlePlace();
}

bool AccessView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QByteArray AccessView::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_tree->header()->saveState() << m_splitter->saveState();
    return bytes;
}

void AccessView::arrange(const QByteArray &arrangement)
{
    QDataStream stream(arrangement);
    QByteArray header;
    QByteArray splitter;
    stream >> header >> splitter;
    if (stream.status() != QDataStream::Ok)
        return;
    m_tree->header()->restoreState(header);
    m_splitter->restoreState(splitter);
    tellColumns();
}

void AccessView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AccessView::retranslate()
{
    m_header->setTitle(tr("Access"));
    m_header->setSubtitle(tr("Every place where your account is signed in, or was lately."));
    m_filter->setAccessibleName(tr("Filter sessions"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_endOthers->setText(tr("End all &others"));
    m_loading->setText(tr("Loading your sessions…"));
    m_tree->setAccessibleName(tr("Sessions"));
    m_renameAction->setText(tr("&Rename"));
    m_endAction->setText(tr("&End session"));
    m_mineAction->setText(tr("It &was me"));
    m_notMineAction->setText(tr("It was&n't me"));
    m_model.retranslate();
    m_order.retranslate();
    tellColumns();
    settlePlace();
}

} // namespace latchkey::ui
