#include "shell/mainwindow.h"

#include "account/accounts.h"
#include "kit/surface.h"
#include "kit/toast.h"
#include "shell/actingturns.h"
#include "shell/barstack.h"
#include "shell/commands.h"
#include "shell/curtain.h"
#include "shell/desks.h"
#include "shell/floor.h"
#include "shell/leaving.h"
#include "shell/profileswitcher.h"
#include "shell/sidebar.h"
#include "shell/windowactions.h"

#include <QApplication>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::ProfileId;

namespace {

constexpr int sidebarWidth = 220;
constexpr QSize firstSize(1160, 760);

} // namespace

MainWindow::MainWindow(WindowParts parts, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(std::move(parts))
{
    build();
    makeActions();
    listenToAccounts();
    // Not every end closes the window first.
    connect(qApp, &QCoreApplication::aboutToQuit, this, &MainWindow::remember);
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_sidebar = new Sidebar(this);
    m_bars = new BarStack(this);
    m_floor = new Floor(m_parts, this);
    m_leaving = new Leaving(*this, m_floor->desks());
    connect(m_floor, &Floor::firstStartEnded, this, &MainWindow::endFirstStart);
    const Desks *desks = &m_floor->desks();
    connect(desks, &Desks::pageChanged, this, &MainWindow::showPages);
    connect(desks, &Desks::accountChanged, this, [this] {
        showProfiles();
        showPages(); // some are there for some roles alone
    });
    connect(desks, &Desks::messagesWanted, this, &MainWindow::messagesWanted);

    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bars);
    column->addWidget(m_floor, 1);

    m_splitter = new QSplitter(this);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({sidebarWidth, firstSize.width() - sidebarWidth});
    m_surface = new Surface;
    auto *whole = new QVBoxLayout(m_surface);
    whole->setContentsMargins({});
    whole->addWidget(m_splitter);
    auto *layers = new QStackedWidget(this);
    layers->addWidget(m_surface);
    m_curtain = new Curtain(*layers, *m_surface);
    setCentralWidget(layers);
    resize(firstSize);

    m_toast = new Toast(m_surface);

    connect(m_sidebar, &Sidebar::pageRequested, this, &MainWindow::openPage);
    ProfileSwitcher *switcher = m_sidebar->switcher();
    connect(switcher, &ProfileSwitcher::profileRequested, this,
            [this](const QString &id) { openProfile(ProfileId(id)); });
    connect(switcher, &ProfileSwitcher::addRequested, this, &MainWindow::openFirstStart);
}

void MainWindow::makeActions()
{
    // The surface's, so that none of them works while that is covered; but who leaves may leave.
    m_actions = std::make_unique<WindowActions>(m_surface);
    addAction(m_actions->quit);
    m_commands = new Commands(*this, m_parts.accounts, *m_sidebar, *m_actions);
    connect(m_actions->palette, &QAction::triggered, this,
            [this] { m_commands->openPalette(m_floor->frontPage()); });
    connect(m_actions->refresh, &QAction::triggered, this, &MainWindow::refresh);
    connect(m_actions->settings, &QAction::triggered, this, [this] { openPage(u"settings"_s); });
    connect(m_actions->addAccount, &QAction::triggered, this, &MainWindow::openFirstStart);
    connect(m_actions->signOut, &QAction::triggered, this, &MainWindow::signOut);
    m_acting = new ActingTurns(*this, m_parts.accounts, *m_actions->endActing);
    connect(m_actions->lock, &QAction::triggered, this, &MainWindow::lockRequested);
    connect(m_sidebar->switcher(), &ProfileSwitcher::signOutRequested, this, &MainWindow::signOut);
    // In a field Ctrl+Z goes on to belong to what is typed there.
    connect(m_actions->undo, &QAction::triggered, m_toast, &Toast::act);
    connect(m_actions->news, &QAction::triggered, m_toast, &Toast::takeFocus);
    connect(m_toast, &Toast::changed, this, &MainWindow::settleNews);
    connect(&m_floor->desks(), &Desks::signedOut, m_toast, [this](const ProfileId &id) {
        if (id == m_profile)
            m_toast->dropNews();
    });
    m_toast->setActionKeys(m_actions->undo->shortcut());
    settleNews();
    connect(m_actions->sidebar, &QAction::triggered, this, &MainWindow::switchSides);
    connect(m_actions->shortcuts, &QAction::triggered, this,
            [this] { m_commands->openShortcuts(m_floor->frontPage()); });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    for (qsizetype i = 0; i < m_actions->numbered.size(); ++i) {
        connect(m_actions->numbered.at(i), &QAction::triggered, this,
                [this, i] { openNumbered(i); });
    }
}

void MainWindow::listenToAccounts()
{
    account::Accounts &accounts = m_parts.accounts;
    connect(&accounts, &account::Accounts::accountAdded, this, &MainWindow::showProfiles);
    connect(&accounts, &account::Accounts::accountAboutToBeRemoved, this, &MainWindow::removeDesk);
    connect(&accounts, &account::Accounts::accountRemoved, this, [this] {
        showProfiles();
        if (m_profile.isEmpty())
            openWhereItWas();
    });
    connect(&accounts.profiles(), &account::Profiles::profileChanged, this,
            &MainWindow::showProfiles);
    // Another version of an API can do other things. Its account hears of it by the same signal.
    connect(&accounts.profiles(), &account::Profiles::profileChanged, this, &MainWindow::showPages,
            Qt::QueuedConnection);
}

} // namespace latchkey::ui
