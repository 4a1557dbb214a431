#include "accounts/accountspage.h"

#include "account/account.h"
#include "account/accountdirectory.h"
#include "accounts/accountdelegate.h"
#include "accounts/accountpane.h"
#include "accounts/accountsearch.h"
#include "kit/emptystate.h"
#include "kit/errorwords.h"
#include "kit/pageheader.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "sessions/accountbody.h"

#include <QAction>
#include <QListView>
#include <QSplitter>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::AccountDirectory;

namespace {

constexpr int listWidth = 320;
constexpr int narrowestList = 200;

} // namespace

AccountsPage::AccountsPage(account::Account &account, const Clock &clock, Toast &toast,
                           QWidget *parent)
    : AccountPage(account, parent, Body::Stands)
    , m_directory(new AccountDirectory(account, this))
    , m_model(*m_directory, clock)
    , m_search(new AccountSearch)
    , m_list(new QListView)
    , m_count(new SubtleText)
    , m_pane(new AccountPane(account, *m_directory, clock, toast))
    , m_both(new QWidget)
    , m_none(new EmptyState)
    , m_find(new QAction(this))
{
    body()->goWithSession();
    m_none->setIcon(u"search"_s);
    buildList();
    build({m_search, m_both, m_none});
    column()->setStretchFactor(m_both, 1);
    column()->setStretchFactor(m_none, 1);
    setFocusProxy(m_list);
    m_find->setShortcut(QKeySequence::Find);
    m_find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_find);
    listen();
    retranslate();
}

void AccountsPage::buildList()
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new AccountDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(true);
    auto *listed = new QWidget;
    listed->setMinimumWidth(narrowestList);
    auto *lines = new QVBoxLayout(listed);
    lines->setContentsMargins({});
    lines->setSpacing(space::small);
    lines->addWidget(m_list, 1);
    lines->addWidget(m_count);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::medium);
    splitter->addWidget(listed);
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({listWidth, 2 * listWidth});
    auto *both = new QVBoxLayout(m_both);
    both->setContentsMargins({});
    both->addWidget(splitter);
}

void AccountsPage::listen()
{
    connect(m_directory, &AccountDirectory::changed, this, &AccountsPage::follow);
    connect(m_search, &AccountSearch::findRequested, m_directory, &AccountDirectory::find);
    connect(m_search, &AccountSearch::allRequested, m_directory, [this] { m_directory->find({}); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AccountsPage::choose);
    connect(m_pane, &AccountPane::helpRequested, this, &AccountsPage::helpRequested);
    connect(m_find, &QAction::triggered, m_search, [this] { m_search->setFocus(); });
}

void AccountsPage::refresh()
{
    if (!account().state().isSignedIn())
        return;
    m_directory->load();
    m_pane->lookAgain();
}

void AccountsPage::tryAgain()
{
    if (m_directory->findError())
        m_directory->find(m_directory->wanted());
    else
        refresh();
}

/// That nobody has what was looked for is none.
const std::optional<Error> &AccountsPage::problem() const
{
    const auto &error = m_directory->findError();
    return error && error->kind != Error::Kind::NotFound ? error : m_directory->lastError();
}

bool AccountsPage::hasUnsavedChanges() const
{
    return m_pane->isTyped();
}

void AccountsPage::follow()
{
    const bool isShown = followLoad(m_directory->isLoaded(), problem(), m_directory->isLoading());
    m_model.retell();
    m_find->setEnabled(isShown && m_directory->canFind());
    if (isShown)
        followList();
    Q_EMIT unsavedChanged();
}

void AccountsPage::followList()
{
    const bool isNarrowed = !m_directory->wanted().isEmpty();
    m_search->setVisible(m_directory->canFind());
    m_search->follow(m_directory->isFinding(), isNarrowed, isUsable());
    if (m_directory->found() && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    const bool isNobody = isNarrowed && !m_directory->found() && !m_directory->isFinding();
    m_both->setVisible(!isNobody);
    m_none->setVisible(isNobody);
    choose();
    tellCount();
    tellNone();
}

void AccountsPage::choose()
{
    m_pane->show(m_model.userAt(m_list->currentIndex()));
}

void AccountsPage::tellCount()
{
    const int count = static_cast<int>(m_directory->users().size());
    m_count->setVisible(m_directory->wanted().isEmpty());
    if (m_directory->isLoadingMore())
        m_count->setText(tr("Loading more…"));
    else if (m_directory->hasMore())
        m_count->setText(tr("The first %n account(s). Scroll down for more.", nullptr, count));
    else
        m_count->setText(tr("%n account(s) in all.", nullptr, count));
}

void AccountsPage::tellNone()
{
    const auto &error = m_directory->findError();
    const bool isKnown = !error || error->kind == Error::Kind::NotFound;
    m_none->setTitle(isKnown ? tr("Nobody is found") : tr("Nobody could be looked for"));
    m_none->setText(isKnown ? tr("No account here has %1 as its whole e-mail address, user name "
                                 "or tag.")
                                  .arg(m_directory->wanted())
                            : wordsOf(*error));
}

void AccountsPage::retranslate()
{
    body()->setWords(tr("Loading the accounts…"), tr("The accounts could not be loaded"));
    header()->setTitle(tr("Accounts"));
    header()->setSubtitle(tr("Everybody who has an account on this server."));
    m_list->setAccessibleName(tr("Accounts"));
    m_find->setText(tr("Find an account"));
    follow();
}

} // namespace latchkey::ui
