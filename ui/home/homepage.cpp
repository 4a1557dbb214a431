#include "home/homepage.h"

#include "account/account.h"
#include "account/apisessionstore.h"
#include "account/factorstore.h"
#include "account/identitystore.h"
#include "account/sessionstore.h"
#include "home/recentcard.h"
#include "home/signinquestions.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/foldingpair.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/wirewords.h"
#include "sessions/accountbody.h"
#include "sessions/sessionacts.h"
#include "sessions/sessionwords.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestCard = 300; ///< a line of it has words and a button

} // namespace

HomePage::HomePage(account::Account &account, account::SessionStore &store,
                   account::FactorStore &factors, account::IdentityStore &identities,
                   const Clock &clock, Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_store(store)
    , m_factors(factors)
    , m_identities(identities)
    , m_clock(clock)
    , m_acts(new SessionActs(store, clock, toast))
    , m_header(new PageHeader)
    , m_scroll(new PageScroll)
    , m_body(new AccountBody(account, m_scroll))
    , m_admin(new MessageBar)
    , m_message(new MessageBar)
    , m_questions(new SignInQuestions(store, clock))
    , m_protection(new ProtectionCard)
    , m_recent(new RecentCard(account, store, clock))
    , m_deviceCard(new Card)
    , m_device(new QLabel)
    , m_deviceDetail(new SubtleText)
    , m_signOut(new QPushButton)
{
    build();
    listen();
    retranslate();
}

void HomePage::build()
{
    buildThisDevice();
    QVBoxLayout *const column = m_scroll->column();
    column->addWidget(m_admin);
    column->addWidget(m_message);
    column->addWidget(m_questions);
    auto *pair = new FoldingPair(FoldingPair::Shares::Halves, narrowestCard);
    pair->setSpacing(space::large);
    pair->addWidget(m_protection);
    pair->addWidget(m_deviceCard);
    column->addLayout(pair);
    column->addWidget(m_recent);
    column->addStretch();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
}

void HomePage::buildThisDevice()
{
    m_device->setTextFormat(Qt::PlainText);
    m_device->setWordWrap(true);
    m_deviceDetail->setTextFormat(Qt::PlainText);
    m_deviceDetail->setWordWrap(true);
    m_deviceCard->body()->addWidget(m_device);
    m_deviceCard->body()->addWidget(m_deviceDetail);
    m_deviceCard->body()->addStretch();
    m_deviceCard->body()->addWidget(m_signOut, 0, Qt::AlignLeft);
}

void HomePage::listen()
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &HomePage::tellTimes);
    connect(&m_store, &account::SessionStore::loadingChanged, this, &HomePage::follow);
    connect(&m_store, &account::SessionStore::inserted, this, &HomePage::follow);
    connect(&m_store, &account::SessionStore::changed, this, &HomePage::follow);
    connect(&m_store, &account::SessionStore::removed, this, &HomePage::follow);
    connect(&m_store, &account::SessionStore::pendingChanged, m_questions,
            &SignInQuestions::follow);
    connect(&m_account, &account::Account::userChanged, this, &HomePage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &HomePage::follow);
    connect(m_questions, &SignInQuestions::answered, this,
            [this](const api::SessionId &id, api::Verdict verdict) {
                // Else the next one's button had it, and the key that was pressed twice meant that.
                setFocus(Qt::OtherFocusReason);
                m_acts->review(id, verdict);
            });
    connect(m_questions, &SignInQuestions::showRequested, this, &HomePage::sessionRequested);
    connect(m_message, &MessageBar::acted, this, &HomePage::refresh);
    connect(m_body, &AccountBody::retried, this, &HomePage::refresh);
    connect(&m_factors, &account::FactorStore::changed, this, &HomePage::follow);
    connect(&m_identities, &account::IdentityStore::changed, this, &HomePage::follow);
    connect(m_protection, &ProtectionCard::securityRequested, this, &HomePage::securityRequested);
    connect(m_protection, &ProtectionCard::apiSessionsRequested, this,
            &HomePage::apiSessionsRequested);
    connect(m_protection, &ProtectionCard::emailRequested, this, &HomePage::emailRequested);
    connect(m_protection, &ProtectionCard::phoneRequested, this, &HomePage::phoneRequested);
    connect(m_signOut, &QPushButton::clicked, this, &HomePage::signOutRequested);
    connect(m_recent, &RecentCard::allRequested, this, &HomePage::accessRequested);
}

void HomePage::refresh()
{
    m_factors.want();
    m_identities.want();
    if (!m_account.state().isSignedIn())
        return;
    m_loads.add(m_store.load());
    m_loads.add(m_account.ask(api::Me{}));
    if (m_factors.isOffered())
        m_loads.add(m_factors.load());
    if (m_identities.isOffered())
        m_loads.add(m_identities.load());
}

void HomePage::showQuestions()
{
    // What has the focus further down would be fetched back, also when the window comes to the
    // front.
    if (const QWidget *focus = window()->focusWidget(); focus && isAncestorOf(focus))
        setFocus(Qt::OtherFocusReason);
    m_scroll->verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMinimum);
}

void HomePage::follow()
{
    const bool isKnown = m_account.user() || m_store.isLoaded();
    if (m_body->follow(isKnown, m_store.lastError(), m_store.isLoading()))
        tellAccount();
    else
        m_header->setSubtitle({});
}

void HomePage::tellAccount()
{
    const auto &user = m_account.user();
    m_header->setSubtitle(user ? whoWords(user->email.isEmpty() ? api::loginOf(*user) : user->email)
                               : QString());
    m_admin->setVisible(user && user->role == api::Role::Admin);
    if (user && user->role == api::Role::Admin)
        m_admin->show(MessageBar::Kind::Notice, tr("You are an administrator of this server."));

    m_protection->tell(protection());
    // Whoever acts for somebody else can mend none of it.
    m_protection->setVisible(m_protection->hasLines() && !m_account.isActing());
    m_recent->setVisible(m_store.isOffered());
    m_questions->follow();
    tellMessage();
    tellThisDevice();

    m_recent->follow();
    m_signOut->setEnabled(m_account.state().isSignedIn());
}

QString HomePage::whoWords(const QString &login) const
{
    return m_account.state().isSignedOut()
               ? tr("You are not signed in. This is what was last seen of %1.",
                    "%1 is an e-mail address")
                     .arg(login)
               : tr("You are signed in as %1.", "%1 is an e-mail address").arg(login);
}

ProtectionCard::State HomePage::protection() const
{
    using Answers = account::SessionStore::Answers;
    ProtectionCard::State state;
    if (m_account.user() && m_account.can<api::StartEmailVerification>())
        state.isEmailVerified = m_account.user()->emailVerified;
    if (m_account.user() && m_account.can<api::StartPhoneVerification>())
        state.hasPhone = m_account.user()->phone.has_value();
    tellFactors(state);
    if (!m_store.isLoaded())
        return state;
    const QList<api::Session> sessions = m_store.sessions();
    const auto count = [&sessions](auto is) {
        return static_cast<int>(std::ranges::count_if(sessions, is));
    };
    state.openReviews = count(
        [this](const api::Session &one) { return m_store.answersFor(one) == Answers::YesOrNo; });
    state.unvouched = count([this](const api::Session &one) { return m_store.isUnvouched(one); });
    state.otherSessions = count([](const api::Session &one) {
        return !one.end && !one.current && one.kind != api::SessionKind::Api;
    });
    state.apiSessions = count(
        [](const api::Session &one) { return !one.end && one.kind == api::SessionKind::Api; });
    state.unusedApiSessions = count(
        [now = m_clock.now()](const api::Session &one) { return account::isLongUnused(one, now); });
    return state;
}

/// Not before it is known whether there is a password: what is said would not be true.
void HomePage::tellFactors(ProtectionCard::State &state) const
{
    const bool isPasswordUnknown = m_identities.isLoading() && !m_identities.isLoaded();
    if (!m_factors.isLoaded() || isPasswordUnknown)
        return;
    const auto &codes = m_factors.recoveryCodes();
    state.factors = static_cast<int>(m_factors.factors().size());
    state.codesLeft = codes ? codes->left : 0;
    state.hasPassword = m_identities.hasPassword();
    state.providers = m_identities.providerNames();
}

void HomePage::tellMessage()
{
    const auto &error = m_store.lastError();
    // While offline the window says so once, above every page.
    if (error && m_account.state().isOnline())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("&Try again"));
    else
        m_message->hide();
}

void HomePage::tellThisDevice()
{
    const auto session = m_store.find(m_store.currentId());
    if (!m_store.isOffered()) {
        m_deviceCard->setVisible(!m_account.state().isSignedOut());
        m_device->setText(tr("You are signed in on this device."));
        m_deviceDetail->setText(
            tr("The account API of this server, %1, tells nothing of other devices.")
                .arg(wirewords::title(m_account.profile().server.wire.name)));
        return;
    }
    const bool isThere = session && !m_account.state().isSignedOut();
    m_deviceCard->setVisible(isThere);
    if (!isThere)
        return;
    m_device->setText(sessionwords::title(*session));
    const Timestamp now = m_clock.now();
    m_deviceDetail->setText(tr("Signed in: %1", "a time like '5 minutes ago', or a date")
                                .arg(relativeTime(session->startedAt, now)) +
                            u'\n' +
                            tr("Ends: %1", "a time like 'in 3 days', or a date")
                                .arg(relativeTime(session->expiresAt, now)));
    m_deviceDetail->setToolTip(exactTime(session->expiresAt));
}

void HomePage::tellTimes()
{
    m_recent->retell();
    m_questions->retell();
    tellThisDevice();
}

void HomePage::showEvent(QShowEvent *event)
{
    if (!m_isVisited)
        refresh();
    m_isVisited = true;
    m_minute.start();
    tellTimes();
    QWidget::showEvent(event);
}

void HomePage::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void HomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HomePage::retranslate()
{
    m_header->setTitle(tr("Home"));
    m_body->setWords(tr("Loading your account…"), tr("Your account could not be loaded"));
    m_deviceCard->setTitle(tr("This device"));
    m_signOut->setText(tr("Sign &out"));
    follow();
    tellTimes();
}

} // namespace latchkey::ui
