#include "apisessions/apisessionspage.h"

#include "account/account.h"
#include "account/apisessionstore.h"
#include "account/sessionstore.h"
#include "apisessions/apisessionform.h"
#include "apisessions/endedcard.h"
#include "apisessions/livingcard.h"
#include "apisessions/secretcard.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/emptystate.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/toast.h"
#include "sessions/accountbody.h"
#include "sessions/sessionacts.h"

#include <QEvent>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ApiSessionsPage::ApiSessionsPage(account::Account &account, account::ApiSessionStore &store,
                                 account::SessionStore &all, const Clock &clock, Toast &toast,
                                 QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_store(store)
    , m_clock(clock)
    , m_toast(toast)
    , m_acts(new SessionActs(all, clock, toast))
    , m_header(new PageHeader)
    , m_add(new QPushButton)
    , m_message(new MessageBar)
    , m_secret(new SecretCard)
    , m_adding(new Card)
    , m_form(new ApiSessionForm(clock))
    , m_none(new EmptyState)
    , m_living(new LivingCard(store, clock))
    , m_ended(new EndedCard(all))
    , m_scroll(new PageScroll)
    , m_body(new AccountBody(account, m_scroll))
{
    build();
    listen();
    retranslate();
}

void ApiSessionsPage::build()
{
    setKind(m_add, ButtonKind::Primary);
    m_header->addAction(m_add);
    m_adding->body()->addWidget(m_form);
    m_none->setIcon(u"terminal"_s);
    QVBoxLayout *const column = m_scroll->column();
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_message, m_secret, m_adding, m_none, m_living, m_ended})
        column->addWidget(part);
    column->addStretch();
    m_message->hide();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
}

void ApiSessionsPage::listen()
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &ApiSessionsPage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &ApiSessionsPage::follow);
    connect(&m_store, &account::ApiSessionStore::changed, this, &ApiSessionsPage::follow);
    connect(&m_store, &account::ApiSessionStore::loadingChanged, this, &ApiSessionsPage::follow);
    connect(m_add, &QPushButton::clicked, this, &ApiSessionsPage::add);
    connect(m_none, &EmptyState::acted, this, &ApiSessionsPage::add);
    connect(m_form, &ApiSessionForm::createRequested, this, &ApiSessionsPage::create);
    connect(m_form, &ApiSessionForm::cancelled, this, &ApiSessionsPage::leaveForm);
    connect(m_living, &LivingCard::rotateRequested, this, &ApiSessionsPage::rotate);
    connect(m_living, &LivingCard::endRequested, m_acts, &SessionActs::end);
    connect(m_secret, &SecretCard::done, this, [this] {
        follow();
        m_add->setFocus(Qt::OtherFocusReason);
    });
    connect(m_message, &MessageBar::acted, this, &ApiSessionsPage::refresh);
    connect(m_body, &AccountBody::retried, this, &ApiSessionsPage::refresh);
}

void ApiSessionsPage::refresh()
{
    if (m_account.state().isSignedIn())
        m_loads.add(m_store.load());
}

bool ApiSessionsPage::hasUnsavedChanges() const
{
    return m_secret->isShowing() || (m_isAdding && m_form->isTyped());
}

void ApiSessionsPage::follow()
{
    const bool isShown =
        m_body->follow(m_store.isLoaded(), m_store.lastError(), m_store.isLoading());
    const bool hasLiving = std::ranges::any_of(
        m_store.sessions(), [](const api::ApiSession &session) { return !session.end; });
    m_add->setVisible(isShown && hasLiving && !m_isAdding && !m_secret->isShowing());
    if (isShown)
        followSessions();
    Q_EMIT unsavedChanged();
}

void ApiSessionsPage::followSessions()
{
    QList<api::ApiSession> living;
    QList<api::ApiSession> ended;
    for (const api::ApiSession &session : m_store.sessions())
        (session.end ? ended : living) << session;
    const bool isUsable = m_account.state().isUsable();
    const bool isNone = living.isEmpty() && !m_isAdding && !m_secret->isShowing();
    m_none->setVisible(isNone);
    m_none->actionButton()->setEnabled(isUsable);
    m_add->setEnabled(isUsable);
    m_adding->setVisible(m_isAdding);
    m_form->setUsable(isUsable);
    m_living->setVisible(!living.isEmpty());
    m_living->follow(living, isUsable, !m_secret->isShowing());
    m_ended->setVisible(!ended.isEmpty());
    m_ended->follow(ended, m_clock.now());
    tellMessage();
}

void ApiSessionsPage::tellMessage()
{
    const auto &error = m_store.lastError();
    // While offline the window says so once, above every page.
    if (error && m_account.state().isOnline() && !m_store.isLoading())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try aga&in"));
    else
        m_message->hide();
}

void ApiSessionsPage::add()
{
    if (m_secret->isShowing())
        return;
    if (!m_isAdding) {
        m_isAdding = true;
        m_form->begin();
        follow();
    }
    m_form->focusFirst();
}

void ApiSessionsPage::leaveForm()
{
    m_isAdding = false;
    follow();
    (m_add->isVisibleTo(this) ? m_add : m_none->actionButton())->setFocus(Qt::OtherFocusReason);
}

void ApiSessionsPage::create(const api::CreateApiSession &wanted)
{
    m_form->setBusy(true);
    m_store.create(wanted).then(&m_toast, [page = QPointer(this), &toast = m_toast](
                                              const Result<api::ApiSessionSecret> &made) {
        if (page)
            page->m_form->setBusy(false);
        if (page && made) {
            page->m_isAdding = false;
            page->showSecret(*made);
        } else if (page) {
            page->m_form->showError(made.error());
        } else if (made) {
            toast.say(tr("An API session was made, but its secret could not be shown. Make a new "
                         "secret for it, or end it."));
        }
    });
}

void ApiSessionsPage::rotate(const api::SessionId &id)
{
    m_store.rotate(id).then(&m_toast, [page = QPointer(this), &toast = m_toast](
                                          const Result<api::ApiSessionSecret> &made) {
        if (page && made)
            page->showSecret(*made);
        else if (made)
            toast.say(tr("There is a new secret, but it could not be shown. Make another one."));
        else if (made.error().kind != Error::Kind::Cancelled)
            toast.say(tr("There is no new secret; the one before still works. %1", "%1 says why")
                          .arg(wordsOf(made.error())));
    });
}

void ApiSessionsPage::showSecret(const api::ApiSessionSecret &made)
{
    m_secret->show(made);
    follow();
    m_scroll->ensureWidgetVisible(m_secret);
}

void ApiSessionsPage::showEvent(QShowEvent *event)
{
    if (!m_isVisited)
        refresh();
    m_isVisited = true;
    m_minute.start();
    follow();
    QWidget::showEvent(event);
}

void ApiSessionsPage::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void ApiSessionsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ApiSessionsPage::retranslate()
{
    m_body->setWords(tr("Loading your API sessions…"), tr("Your API sessions could not be loaded"));
    m_header->setTitle(tr("API sessions"));
    m_header->setSubtitle(
        tr("For scripts and other programs that use your account by themselves."));
    m_add->setText(tr("&New API session"));
    m_adding->setTitle(tr("New API session"));
    m_none->setTitle(tr("No program uses your account by itself"));
    m_none->setText(tr("Make an API session for a script, a backup or another program. It works "
                       "without your password, can't change what protects your account, and you "
                       "can end each one by itself."));
    m_none->setAction(tr("&New API session"));
    follow();
}

} // namespace latchkey::ui
