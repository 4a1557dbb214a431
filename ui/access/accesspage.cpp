#include "access/accesspage.h"

#include "access/accessview.h"
#include "account/account.h"
#include "account/sessionstore.h"
#include "kit/errorwords.h"
#include "sessions/sessionacts.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

using namespace std::chrono_literals;
using Showing = AccessView::Showing;

AccessPage::AccessPage(account::Account &account, account::SessionStore &store, const Clock &clock,
                       Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_store(store)
    , m_acts(new SessionActs(store, clock, toast))
    , m_model(store, clock)
    , m_view(new AccessView(m_model, clock))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    addActions(m_view->sortActions());
    listen();
    follow();
}

void AccessPage::listen()
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, m_view, &AccessView::retellTimes);
    connect(&m_store, &account::SessionStore::loadingChanged, this, &AccessPage::follow);
    connect(&m_store, &account::SessionStore::inserted, this, &AccessPage::follow);
    connect(&m_store, &account::SessionStore::changed, this, &AccessPage::follow);
    connect(&m_store, &account::SessionStore::removed, this, &AccessPage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &AccessPage::follow);
    connect(&m_model, &AccessModel::renameRequested, m_acts, &SessionActs::rename);
    connect(m_view, &AccessView::endRequested, m_acts, &SessionActs::end);
    connect(m_view, &AccessView::reviewRequested, m_acts, &SessionActs::review);
    connect(m_view, &AccessView::reinstateRequested, m_acts,
            [this](const api::SessionId &id) { m_acts->reinstate({id}); });
    connect(m_view, &AccessView::resendRequested, m_acts, &SessionActs::resend);
    connect(m_view, &AccessView::forgetRequested, m_acts, &SessionActs::forget);
    connect(m_acts, &SessionActs::unsentChanged, m_view,
            [this] { m_view->setUnsent(m_acts->unsent()); });
    connect(m_view, &AccessView::endOthersRequested, m_acts, &SessionActs::endOthers);
    connect(m_view, &AccessView::changeRequested, this, &AccessPage::apiSessionRequested);
    connect(m_view, &AccessView::reloadRequested, this, &AccessPage::refresh);
    connect(m_view, &AccessView::arrangementChanged, this, &AccessPage::arrangementChanged);
}

void AccessPage::refresh()
{
    if (m_account.state().isSignedIn())
        m_loads.add(m_store.load());
}

void AccessPage::follow()
{
    const auto &error = m_store.lastError();
    const bool hasRows = !m_store.ids().isEmpty();
    const bool isOver = m_account.state().isOver();
    const bool isHidden = isOver || m_account.isLocked();
    const bool isOffline = m_account.state().isOffline();
    m_view->setBusy(m_store.isLoading() && hasRows);
    const auto others = std::ranges::count_if(m_store.sessions(), [](const api::Session &one) {
        return groupOf(one) == SessionGroup::OtherDevices;
    });
    const int count = isHidden ? 0 : static_cast<int>(others);
    m_view->setOtherCount(m_account.can<api::EndOtherSessions>() ? std::optional(count)
                                                                 : std::nullopt);
    // While offline the window says so once, above every page.
    m_view->setMessage(hasRows && !isHidden && error && !isOffline ? wordsOf(*error) : QString());
    if (m_account.isLocked())
        m_view->setShowing(Showing::Locked);
    else if (hasRows && !isOver)
        m_view->setShowing(Showing::List);
    else if (m_account.state().isSignedOut())
        m_view->setShowing(Showing::SignedOut);
    else if (m_store.isLoading())
        m_view->setShowing(Showing::Loading);
    else if (error && error->kind == Error::Kind::Forbidden)
        m_view->setShowing(Showing::NotAllowed, wordsOf(*error));
    else if (isOffline || (error && error->kind == Error::Kind::Network))
        m_view->setShowing(Showing::Offline, tr("Your sessions are shown as soon as the server can "
                                                "be reached."));
    else if (error)
        m_view->setShowing(Showing::Failed, wordsOf(*error));
    else
        m_view->setShowing(m_store.isLoaded() ? Showing::NoneYet : Showing::Loading);
}

void AccessPage::select(const api::SessionId &id)
{
    m_view->select(id);
}

QByteArray AccessPage::arrangement() const
{
    return m_view->arrangement();
}

void AccessPage::arrange(const QByteArray &arrangement)
{
    m_view->arrange(arrangement);
}

void AccessPage::showEvent(QShowEvent *event)
{
    if (!m_isVisited)
        refresh();
    m_isVisited = true;
    m_minute.start();
    m_view->retellTimes();
    QWidget::showEvent(event);
}

void AccessPage::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void AccessPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        follow();
    QWidget::changeEvent(event);
}

} // namespace latchkey::ui
