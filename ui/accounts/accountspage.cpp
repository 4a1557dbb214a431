#include "accounts/accountspage.h"

#include "account/account.h"
#include "account/accountdirectory.h"
#include "accounts/accountdelegate.h"
#include "accounts/accountpane.h"
#include "accounts/accountsearch.h"
#include "kit/emptystate.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "sessions/accountbody.h"

#include <QAction>
#include <QEvent>
#include <QListView>
#include <QSplitter>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using account::AccountDirectory;

namespace {

constexpr int listWidth = 320;
constexpr int narrowestList = 200;

} // namespace

AccountsPage::AccountsPage(account::Account &account, const Clock &clock, Toast &toast,
                           QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_directory(new AccountDirectory(account, this))
    , m_model(*m_directory, clock)
    , m_header(new PageHeader)
    , m_message(new MessageBar)
    , m_search(new AccountSearch)
    , m_list(new QListView)
    , m_count(new SubtleText)
    , m_pane(new AccountPane(account, *m_directory, clock, toast))
    , m_both(new QWidget)
    , m_none(new EmptyState)
    , m_body(new AccountBody(account, content()))
    , m_find(new QAction(this))
{
    build();
    listen();
    retranslate();
}

QWidget *AccountsPage::content()
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
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    column->addWidget(m_message);
    column->addWidget(m_search);
    column->addWidget(m_both, 1);
    column->addWidget(m_none, 1);
    return whole;
}

void AccountsPage::build()
{
    m_message->hide();
    m_body->goWithSession();
    m_none->setIcon(u"search"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    layout->setSpacing(space::large);
    layout->addWidget(m_header);
    layout->addWidget(m_body, 1);
    setFocusProxy(m_list);
    m_find->setShortcut(QKeySequence::Find);
    m_find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_find);
}

void AccountsPage::listen()
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, &m_model, &AccountModel::retell);
    connect(m_directory, &AccountDirectory::changed, this, &AccountsPage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &AccountsPage::follow);
    connect(&m_account, &account::Account::userChanged, this, &AccountsPage::follow);
    connect(m_search, &AccountSearch::findRequested, m_directory, &AccountDirectory::find);
    connect(m_search, &AccountSearch::allRequested, m_directory, [this] { m_directory->find({}); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AccountsPage::choose);
    connect(m_pane, &AccountPane::helpRequested, this, &AccountsPage::helpRequested);
    connect(m_message, &MessageBar::acted, this, &AccountsPage::tryAgain);
    connect(m_body, &AccountBody::retried, this, &AccountsPage::refresh);
    connect(m_find, &QAction::triggered, m_search, [this] { m_search->setFocus(); });
}

void AccountsPage::refresh()
{
    if (!m_account.state().isSignedIn())
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

bool AccountsPage::hasUnsavedChanges() const
{
    return m_pane->isTyped();
}

void AccountsPage::follow()
{
    const bool isShown =
        m_body->follow(m_directory->isLoaded(), m_directory->lastError(), m_directory->isLoading());
    m_find->setEnabled(isShown && m_directory->canFind());
    if (isShown)
        followList();
    Q_EMIT unsavedChanged();
}

void AccountsPage::followList()
{
    const bool isNarrowed = !m_directory->wanted().isEmpty();
    m_search->setVisible(m_directory->canFind());
    m_search->follow(m_directory->isFinding(), isNarrowed, m_account.state().isUsable());
    if (m_directory->found() && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    const bool isNobody = isNarrowed && !m_directory->found() && !m_directory->isFinding();
    m_both->setVisible(!isNobody);
    m_none->setVisible(isNobody);
    choose();
    tellCount();
    tellNone();
    tellMessage();
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

void AccountsPage::tellMessage()
{
    const auto &failed = m_directory->lastError();
    const auto &error = m_directory->findError();
    const bool isNobody = error && error->kind == Error::Kind::NotFound;
    // While offline the window says so once, above every page.
    const bool isOnline = m_account.state().isOnline();
    if (isOnline && error && !isNobody)
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try aga&in"));
    else if (isOnline && failed && !m_directory->isLoading())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*failed), tr("Try aga&in"));
    else
        m_message->hide();
}

void AccountsPage::showEvent(QShowEvent *event)
{
    if (!m_isVisited)
        refresh();
    m_isVisited = true;
    m_minute.start();
    m_model.retell();
    follow();
    QWidget::showEvent(event);
}

void AccountsPage::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void AccountsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AccountsPage::retranslate()
{
    m_body->setWords(tr("Loading the accounts…"), tr("The accounts could not be loaded"));
    m_header->setTitle(tr("Accounts"));
    m_header->setSubtitle(tr("Everybody who has an account on this server."));
    m_list->setAccessibleName(tr("Accounts"));
    m_find->setText(tr("Find an account"));
    m_model.retell();
    follow();
}

} // namespace latchkey::ui
