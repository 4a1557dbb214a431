#include "firststart/firststartpage.h"

#include "account/accounts.h"
#include "firststart/choicepanel.h"
#include "firststart/connectpanel.h"
#include "firststart/entrypanel.h"
#include "firststart/formscroll.h"
#include "firststart/snugstack.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/taborder.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

/// A step that is as tall as what it shows.
QVBoxLayout *column(QWidget *step)
{
    auto *layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    return layout;
}

} // namespace

FirstStartPage::FirstStartPage(FirstStartParts parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(std::move(parts))
    , m_connect(m_parts.accounts.connectFlow())
    , m_scroll(new FormScroll(this))
    , m_steps(new SnugStack(this))
    , m_toConnect(new QAction(this))
    , m_toOwnServer(new QAction(this))
    , m_choice(new ChoicePanel(this))
    , m_own(new QWidget(this))
    , m_ownProgress(new QLabel(m_own))
    , m_ownFailed(new MessageBar(m_own))
    , m_enter(new QWidget(this))
    , m_entries(new SnugStack(m_enter))
    , m_other(new QPushButton(this))
    , m_back(new QPushButton(this))
{
    build();
    makeActions();
    listen();
    goTo(Step::Choice);
}

FirstStartPage::~FirstStartPage()
{
    m_starting.cancel();
    // It looks at the flow, which is a member and would go first.
    delete m_connectPanel;
}

void FirstStartPage::build()
{
    m_ownProgress->setWordWrap(true);
    QVBoxLayout *own = column(m_own);
    own->addWidget(m_ownProgress);
    own->addWidget(m_ownFailed);
    own->addStretch(1);

    QVBoxLayout *enter = column(m_enter);
    enter->addWidget(m_entries);
    enter->addStretch(1);
    setKind(m_other, ButtonKind::Flat);

    for (QWidget *step : QList<QWidget *>{m_choice, m_own, m_enter})
        m_steps->addWidget(step);
    auto *ways = new QHBoxLayout;
    ways->addWidget(m_back);
    ways->addWidget(m_other);
    ways->addStretch(1);
    m_scroll->column()->addWidget(m_steps);
    m_scroll->column()->addLayout(ways);
    m_scroll->column()->addStretch(1);
    column(this)->addWidget(m_scroll);
    setFocusProxy(m_steps);
}

/// The choices are found in the palette too.
void FirstStartPage::makeActions()
{
    connect(m_toConnect, &QAction::triggered, this, [this] {
        m_isOwn = false;
        goTo(Step::Connect);
    });
    connect(m_toOwnServer, &QAction::triggered, this, &FirstStartPage::startOwnServer);
    addActions({m_toConnect, m_toOwnServer});
}

void FirstStartPage::listen()
{
    connect(m_choice, &ChoicePanel::connectRequested, m_toConnect, &QAction::trigger);
    connect(m_choice, &ChoicePanel::ownServerRequested, m_toOwnServer, &QAction::trigger);
    connect(m_ownFailed, &MessageBar::acted, this, &FirstStartPage::startOwnServer);
    connect(m_back, &QPushButton::clicked, this, &FirstStartPage::back);
    connect(m_other, &QPushButton::clicked, this,
            [this] { showEntry(shownEntry() == m_signIn ? m_signUp : m_signIn); });
    connect(m_connect.get(), &account::ConnectFlow::changed, this, [this] {
        if (m_step != Step::OwnServer)
            return;
        if (m_connect->step() == account::ConnectFlow::Step::Found)
            enter();
        else if (m_connect->error())
            failOwnServer(*m_connect->error());
    });
}

/// Made when it is wanted: the first frame doesn't wait for it.
void FirstStartPage::makeConnectPanel()
{
    m_connectPanel = new ConnectPanel(*m_connect, this);
    connect(m_connectPanel, &ConnectPanel::chosen, this, &FirstStartPage::enter);
    m_steps->addWidget(m_connectPanel);
    tabAfter(m_choice, {m_connectPanel});
}

void FirstStartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FirstStartPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_back->isEnabled() && !m_back->isHidden())
        back();
    else
        QWidget::keyPressEvent(event);
}

void FirstStartPage::back()
{
    switch (m_step) {
    case Step::Choice:
        if (!m_parts.accounts.ids().isEmpty())
            Q_EMIT left();
        return;
    case Step::OwnServer:
        m_starting.cancel();
        m_connect->back();
        [[fallthrough]];
    case Step::Connect:
        goTo(Step::Choice);
        return;
    case Step::Enter:
        // Nobody wants to be signed in after leaving.
        if (shownEntry()->isBusy())
            shownEntry()->cancel();
        else
            leaveEntry();
        return;
    }
}

void FirstStartPage::leaveEntry()
{
    // The address of the own server is none that the person typed.
    if (m_isOwn)
        m_connect->back();
    goTo(m_isOwn ? Step::Choice : Step::Connect);
}

void FirstStartPage::goTo(Step step)
{
    m_step = step;
    m_toConnect->setEnabled(step == Step::Choice);
    m_toOwnServer->setEnabled(step == Step::Choice);
    QWidget *shown = nullptr;
    switch (step) {
    case Step::Choice:
        shown = m_choice;
        break;
    case Step::Connect:
        if (!m_connectPanel)
            makeConnectPanel();
        shown = m_connectPanel;
        break;
    case Step::OwnServer:
        shown = m_own;
        break;
    case Step::Enter:
        shown = m_enter;
        break;
    }
    m_steps->setCurrentWidget(shown);
    m_steps->setFocusProxy(step == Step::Enter ? m_entries->currentWidget() : shown);
    m_steps->setFocus();
    retranslate();
}

void FirstStartPage::startOwnServer()
{
    m_isOwn = true;
    m_ownError.reset();
    goTo(Step::OwnServer);
    m_starting = m_parts.startOwnServer();
    m_starting.then(this, [this](const Result<QUrl> &started) {
        if (m_step != Step::OwnServer)
            return;
        if (started)
            m_connect->check(started->toString());
        else if (started.error().kind != Error::Kind::Cancelled)
            failOwnServer(started.error());
    });
}

void FirstStartPage::failOwnServer(const Error &error)
{
    m_ownError = error;
    retranslate();
    m_ownFailed->setFocus();
}

void FirstStartPage::enter()
{
    const account::ServerAddress &address = m_connect->address();
    const api::ServerDescription description = *m_connect->description();
    if (m_entriesFor != address || !m_signIn) {
        // Another server: nothing that was typed for the one before may go to it.
        dropEntries();
        m_signIn = new EntryPanel(m_parts.accounts.signInFlow(address, {}, description.name),
                                  m_parts, m_entries);
        listenTo(m_signIn);
        if (description.signUpOpen || description.firstAccountPending) {
            m_signUp = new EntryPanel(m_parts.accounts.signUpFlow(address, description), m_parts,
                                      m_entries);
            listenTo(m_signUp);
        }
        QList<QWidget *> order{m_signIn, m_back, m_other};
        if (m_signUp)
            order.insert(1, m_signUp);
        tabAfter(m_connectPanel ? m_connectPanel : static_cast<QWidget *>(m_choice), order);
        m_entriesFor = address;
        const bool isFirst = description.firstAccountPending;
        m_entries->setCurrentWidget(isFirst && m_signUp ? m_signUp : m_signIn);
    }
    goTo(Step::Enter);
}

void FirstStartPage::dropEntries()
{
    // Later: one of them may be what speaks.
    for (EntryPanel *entry : {std::exchange(m_signIn, nullptr), std::exchange(m_signUp, nullptr)}) {
        if (!entry)
            continue;
        m_entries->removeWidget(entry);
        entry->disconnect(this);
        entry->deleteLater();
    }
    Q_EMIT unsavedChanged();
}

bool FirstStartPage::hasUnsaved() const
{
    return m_signUp && m_signUp->hasUnsaved();
}

EntryPanel *FirstStartPage::shownEntry() const
{
    return qobject_cast<EntryPanel *>(m_entries->currentWidget());
}

void FirstStartPage::showEntry(EntryPanel *entry)
{
    if (!entry)
        return;
    m_entries->setCurrentWidget(entry);
    goTo(Step::Enter);
}

void FirstStartPage::listenTo(EntryPanel *entry)
{
    m_entries->addWidget(entry);
    connect(entry, &EntryPanel::unsavedChanged, this, &FirstStartPage::unsavedChanged);
    connect(entry, &EntryPanel::keepingChanged, this, &FirstStartPage::retranslate);
    connect(entry, &EntryPanel::cancelled, this, [this, entry] {
        // A session began and perhaps an account with it: the server is not what it was.
        if (entry->isKeeping())
            m_connect->back();
        leaveEntry();
        dropEntries();
    });
    // Later: whoever hears it takes this page away, with the flow that is just telling.
    connect(entry, &EntryPanel::entered, this, &FirstStartPage::finished, Qt::QueuedConnection);
}

QString FirstStartPage::titleWords() const
{
    switch (m_step) {
    case Step::Choice:
        return m_parts.accounts.ids().isEmpty() ? tr("Welcome to Latchkey") : tr("Add an account");
    case Step::Connect:
        return tr("Connect to a server");
    case Step::OwnServer:
        return tr("Work on this computer");
    case Step::Enter:
        if (shownEntry()->isChoosing())
            return tr("Where shall your session be kept?");
        if (shownEntry()->isKeeping())
            return tr("Almost there");
        // The forms have titles of their own.
        return {};
    }
    Q_UNREACHABLE();
}

QString FirstStartPage::leadWords() const
{
    switch (m_step) {
    case Step::Choice:
        return tr("Where is your account?");
    case Step::Connect:
        return tr("Latchkey finds out by itself what kind of server it is.");
    case Step::OwnServer:
        return {};
    case Step::Enter: // the forms bring their own
        return {};
    }
    Q_UNREACHABLE();
}

void FirstStartPage::retranslate()
{
    m_scroll->setTitle(titleWords());
    m_scroll->setLead(leadWords());
    m_toConnect->setText(tr("Connect to a server"));
    m_toOwnServer->setText(tr("Work on this computer"));

    m_ownProgress->setText(tr("Starting the server inside this program…"));
    m_ownProgress->setVisible(!m_ownError);
    m_ownFailed->setVisible(m_ownError.has_value());
    if (m_ownError)
        m_ownFailed->show(MessageBar::Kind::Danger, wordsOf(*m_ownError), tr("&Try again"));

    const bool isKeeping = m_step == Step::Enter && shownEntry()->isKeeping();
    m_other->setText(m_entries->currentWidget() == m_signUp
                         ? tr("&I have an account already: sign in")
                         : tr("&I have no account yet: create one"));
    m_other->setVisible(m_step == Step::Enter && m_signUp && !isKeeping);
    m_back->setText(m_step == Step::Choice ? tr("Ca&ncel") : tr("&Back"));
    m_back->setVisible(!isKeeping && (m_step != Step::Choice || !m_parts.accounts.ids().isEmpty()));
}

} // namespace latchkey::ui
