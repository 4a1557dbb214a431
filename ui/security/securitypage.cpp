#include "security/securitypage.h"

#include "account/account.h"
#include "account/editing.h"
#include "account/factorenrolment.h"
#include "account/factorstore.h"
#include "account/identitystore.h"
#include "kit/busystate.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/relativetime.h"
#include "kit/toast.h"
#include "security/enrolmentcard.h"
#include "security/factorscard.h"
#include "security/factorwords.h"
#include "security/identitiescard.h"
#include "security/passwordcard.h"
#include "security/recoverycard.h"
#include "security/trustedcard.h"
#include "sessions/accountbody.h"

#include <QEvent>
#include <QPointer>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::FactorEnrolment;
using Step = FactorEnrolment::Step;

SecurityPage::SecurityPage(const SecurityParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_account(parts.account)
    , m_store(parts.factors)
    , m_identityStore(parts.identities)
    , m_clock(parts.clock)
    , m_toast(parts.toast)
    , m_printing(parts.printing)
    , m_header(new PageHeader)
    , m_message(new MessageBar)
    , m_password(new PasswordCard)
    , m_factors(new FactorsCard(m_store, m_clock, m_toast))
    , m_recovery(new RecoveryCard(m_store, m_clock, m_printing))
    , m_trusted(new TrustedCard(m_store, m_clock, m_toast))
    , m_identities(new IdentitiesCard(m_identityStore, m_clock, m_toast))
    , m_loadingFactors(new BusyState)
    , m_scroll(new PageScroll)
    , m_body(new AccountBody(m_account, m_scroll))
{
    build();
    listen();
    m_factors->setCodesOffered(m_account.can<api::EnrolCodes>());
    retranslate();
}

SecurityPage::~SecurityPage() = default;

void SecurityPage::build()
{
    QVBoxLayout *const cards = m_scroll->column();
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_message, m_factors, m_recovery, m_trusted,
                                          m_loadingFactors, m_password, m_identities})
        cards->addWidget(part);
    cards->addStretch();
    m_message->hide();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
}

void SecurityPage::listen()
{
    connect(&m_account, &account::Account::userChanged, this, &SecurityPage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &SecurityPage::follow);
    connect(&m_store, &account::FactorStore::changed, this, &SecurityPage::follow);
    connect(&m_store, &account::FactorStore::loadingChanged, this, &SecurityPage::follow);
    connect(&m_identityStore, &account::IdentityStore::changed, this, &SecurityPage::follow);
    connect(m_factors, &FactorsCard::addRequested, this, &SecurityPage::addFactor);
    connect(m_password, &PasswordCard::submitted, this, &SecurityPage::changePassword);
    connect(m_message, &MessageBar::acted, this, &SecurityPage::refresh);
    connect(m_body, &AccountBody::retried, this, &SecurityPage::refresh);
}

void SecurityPage::refresh()
{
    m_store.want();
    if (!m_account.state().isSignedIn())
        return;
    if (!m_account.user())
        m_loads.add(m_account.ask(api::Me{})).then(this, [this](const Result<api::User> &user) {
            m_loadError = user ? std::nullopt : std::optional(user.error());
            follow();
        });
    if (m_store.isOffered())
        m_loads.add(m_store.load());
    m_identityStore.want();
    if (m_identityStore.isOffered())
        m_loads.add(m_identityStore.load());
    describe();
    follow();
}

void SecurityPage::describe()
{
    m_loads.add(m_account.ask(api::DescribeServer{}))
        .then(this, [this](const Result<api::ServerDescription> &server) {
            // Without it the usual rules hold here, and the server's own in the end.
            if (!server)
                return;
            m_password->setPolicy(server->passwords);
            m_identities->setProviders(server->providers);
            follow();
        });
}

bool SecurityPage::hasUnsavedChanges() const
{
    return m_recovery->isShowingCodes() || (m_enrolment && m_enrolment->step() == Step::Codes);
}

void SecurityPage::follow()
{
    const auto &user = m_account.user();
    if (!m_body->follow(user.has_value(), m_loadError, false))
        return;
    m_password->setVisible(account::canChangePassword(m_account));
    m_password->setCurrentAsked(account::asksForPresentPassword(m_account));
    m_password->setOthersOffered(knowsOthers());
    m_password->setAboutThePerson({user->name, user->email});
    m_password->setPassword(m_identityStore.hasPassword(), canSetPassword());
    followFactors();
    followIdentities();
    Q_EMIT unsavedChanged();
}

/// As whoever forgot theirs does.
bool SecurityPage::canSetPassword() const
{
    return m_account.can<api::RequestPasswordReset>() && m_account.can<api::ResetPassword>();
}

/// Where the wire has no word for other sessions, nothing is asked or said about them.
bool SecurityPage::knowsOthers() const
{
    return m_account.can<api::EndOtherSessions>();
}

void SecurityPage::followIdentities()
{
    m_identities->follow(m_account.state().isUsable());
    const bool isKnown = m_identityStore.isOffered() && m_identityStore.isLoaded();
    m_identities->setVisible(isKnown && m_identities->isNeeded());
    const auto &error = m_identityStore.lastError();
    if (error && m_message->isHidden() && m_account.state().isOnline() &&
        !m_identityStore.isLoading())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try aga&in"));
}

void SecurityPage::followFactors()
{
    const bool isUsable = m_account.state().isUsable();
    const bool isKnown = m_store.isOffered() && m_store.isLoaded();
    const bool hasFactor = !m_store.factors().isEmpty();
    const auto &user = m_account.user();
    m_factors->follow(user, isUsable);
    m_factors->setWaysIn(m_identityStore.hasPassword(), m_identityStore.providerNames());
    m_recovery->follow(isUsable);
    m_trusted->follow(isUsable);
    m_factors->setVisible(isKnown && !m_adding);
    m_recovery->setVisible(isKnown && (hasFactor || m_recovery->isShowingCodes()) && !m_adding);
    m_trusted->setVisible(isKnown && (hasFactor || !m_store.devices().isEmpty()));
    const codespaper::Heading heading{.account = user->email,
                                      .server = m_account.profile().serverName,
                                      .made = exactTime(m_clock.now())};
    m_recovery->setHeading(heading);
    if (m_adding) {
        m_adding->setHeading(heading);
        m_adding->setTarget(factorwords::target(m_enrolment->kind(), *user));
    }

    const bool isFirstLoad = m_store.isLoading() && !m_store.isLoaded();
    m_loadingFactors->setVisible(isFirstLoad);
    m_loadingFactors->setBusy(isFirstLoad);
    const auto &error = m_store.lastError();
    if (error && m_account.state().isOnline() && !m_store.isLoading())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try aga&in"));
    else if (m_store.isOffered() && !isKnown && !isFirstLoad && m_account.state().isOffline())
        m_message->show(MessageBar::Kind::Notice,
                        tr("Your second factors are shown as soon as the server can be reached."));
    else
        m_message->hide();
}

void SecurityPage::choosePassword()
{
    m_scroll->ensureWidgetVisible(m_password);
    m_password->focusFirst();
}

void SecurityPage::addFactor(api::Factor kind)
{
    if (m_enrolment) {
        m_adding->focusFirst();
        return;
    }
    m_enrolment = std::make_unique<FactorEnrolment>(m_account, m_store, kind);
    connect(m_enrolment.get(), &FactorEnrolment::changed, this, &SecurityPage::followEnrolment,
            Qt::QueuedConnection);
    m_adding = new EnrolmentCard(*m_enrolment, m_clock, m_printing);
    m_adding->setMessagesOffered(m_account.profile().onOwnServer);
    connect(m_adding, &EnrolmentCard::messagesWanted, this, &SecurityPage::messagesWanted);
    connect(m_adding, &EnrolmentCard::targetRequested, this, [this, kind] {
        if (kind == api::Factor::EmailCode)
            Q_EMIT emailRequested();
        else
            Q_EMIT phoneRequested();
    });
    m_scroll->column()->insertWidget(m_scroll->column()->indexOf(m_factors), m_adding);
    follow();
    m_adding->focusFirst();
}

void SecurityPage::followEnrolment()
{
    if (!m_enrolment)
        return;
    const Step step = m_enrolment->step();
    Q_EMIT unsavedChanged();
    if (step == Step::Done)
        m_toast.say(tr("Added. Signing in asks for a second factor."));
    if (step == Step::Done || step == Step::Cancelled)
        endEnrolment();
}

void SecurityPage::endEnrolment()
{
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = !focus || focus == this || m_adding->isAncestorOf(focus);
    delete std::exchange(m_adding, nullptr);
    m_enrolment.reset();
    follow();
    if (hadFocus)
        m_factors->focusAdd();
}

void SecurityPage::changePassword(const Secret &current, const Secret &next, bool keepOthers)
{
    m_password->setBusy(true);
    account::changePassword(m_account, {.current = current, .next = next, .keepOthers = keepOthers})
        .then(&m_toast, [page = QPointer(this), &toast = m_toast,
                         endsOthers = knowsOthers() && !keepOthers](const Result<Nothing> &result) {
            if (page)
                page->m_password->setBusy(false);
            if (result) {
                toast.say(endsOthers
                              ? tr("Your password is changed. Other devices were signed out, and "
                                   "API sessions have ended.")
                              : tr("Your password is changed."));
                if (page) {
                    page->m_password->clear();
                    Q_EMIT page->passwordChanged();
                }
            } else if (page) {
                page->m_password->showError(result.error());
            } else if (result.error().kind != Error::Kind::Cancelled) {
                toast.say(tr("Your password was not changed. %1", "%1 says why")
                              .arg(wordsOf(result.error())));
            }
        });
}

void SecurityPage::showEvent(QShowEvent *event)
{
    if (!m_isVisited)
        refresh();
    m_isVisited = true;
    QWidget::showEvent(event);
}

void SecurityPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SecurityPage::retranslate()
{
    m_body->setWords(tr("Loading what protects your account…"),
                     tr("What protects your account could not be loaded"));
    m_loadingFactors->setText(tr("Loading your second factors…"));
    m_header->setTitle(tr("Security"));
    m_header->setSubtitle(tr("What keeps strangers out of your account."));
    follow();
}

} // namespace latchkey::ui
