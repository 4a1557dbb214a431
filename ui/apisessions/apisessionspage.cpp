#include "apisessions/apisessionspage.h"

#include "account/account.h"
#include "account/apisessionstore.h"
#include "account/sessionstore.h"
#include "apisessions/apisessionform.h"
#include "apisessions/endedcard.h"
#include "apisessions/livingcard.h"
#include "apisessions/secretcard.h"
#include "kit/errorwords.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "sessions/accountbody.h"
#include "sessions/sessionacts.h"

#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

ApiSessionsPage::ApiSessionsPage(account::Account &account, account::ApiSessionStore &store,
                                 account::SessionStore &all, const Clock &clock, Toast &toast,
                                 QWidget *parent)
    : ListPage(account, u"terminal"_s, toast, parent)
    , m_store(store)
    , m_clock(clock)
    , m_acts(new SessionActs(all, clock, toast))
    , m_secret(new SecretCard)
    , m_form(new ApiSessionForm(clock))
    , m_living(new LivingCard(store, clock))
    , m_ended(new EndedCard(all))
{
    build(m_form, {m_secret, adding(), none(), m_living, m_ended});
    listen();
    retranslate();
}

void ApiSessionsPage::listen()
{
    connect(&m_store, &account::ApiSessionStore::changed, this, &ApiSessionsPage::follow);
    connect(&m_store, &account::ApiSessionStore::loadingChanged, this, &ApiSessionsPage::follow);
    connect(m_form, &ApiSessionForm::createRequested, this, &ApiSessionsPage::create);
    connect(m_living, &LivingCard::rotateRequested, this, &ApiSessionsPage::rotate);
    connect(m_living, &LivingCard::endRequested, m_acts, &SessionActs::end);
    connect(m_secret, &SecretCard::done, this, [this] {
        follow();
        addButton()->setFocus(Qt::OtherFocusReason);
    });
}

void ApiSessionsPage::refresh()
{
    if (account().state().isSignedIn())
        m_loads.add(m_store.load());
}

bool ApiSessionsPage::hasUnsavedChanges() const
{
    return m_secret->isShowing() || ListPage::hasUnsavedChanges();
}

void ApiSessionsPage::follow()
{
    const bool isShown = followLoad(m_store.isLoaded(), m_store.lastError(), m_store.isLoading());
    QList<api::ApiSession> living;
    QList<api::ApiSession> ended;
    for (const api::ApiSession &session : m_store.sessions())
        (session.end ? ended : living) << session;
    const bool isSecretShown = m_secret->isShowing();
    followAdding(isShown, living.isEmpty() && !isSecretShown, !isSecretShown);
    m_living->setVisible(!living.isEmpty());
    m_living->follow(living, isUsable(), !isSecretShown);
    m_ended->setVisible(!ended.isEmpty());
    m_ended->follow(ended, m_clock.now());
    Q_EMIT unsavedChanged();
}

void ApiSessionsPage::create(const api::CreateApiSession &wanted)
{
    m_form->setBusy(true);
    m_store.create(wanted).then(&toast(), [page = QPointer(this), &toast = toast()](
                                              const Result<api::ApiSessionSecret> &made) {
        if (page)
            page->m_form->setBusy(false);
        if (page && made) {
            page->closeForm();
            page->showSecret(*made);
        } else if (page && page->isAdding()) {
            page->m_form->showError(made.error());
        } else if (made) {
            toast.say(tr("An API session was made, but its secret could not be shown. Make a new "
                         "secret for it, or end it."));
        } else if (made.error().kind != Error::Kind::Cancelled) {
            toast.say(wordsOf(made.error()));
        }
    });
}

void ApiSessionsPage::rotate(const api::SessionId &id)
{
    m_store.rotate(id).then(&toast(), [page = QPointer(this), &toast = toast()](
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
    scroll()->ensureWidgetVisible(m_secret);
}

void ApiSessionsPage::retranslate()
{
    body()->setWords(tr("Loading your API sessions…"), tr("Your API sessions could not be loaded"));
    header()->setTitle(tr("API sessions"));
    header()->setSubtitle(
        tr("For scripts and other programs that use your account by themselves."));
    setWords({.add = tr("&New API session"),
              .adding = tr("New API session"),
              .none = tr("No program uses your account by itself"),
              .why = tr("Make an API session for a script, a backup or another program. It works "
                        "without your password, can't change what protects your account, and you "
                        "can end each one by itself.")});
    follow();
}

} // namespace latchkey::ui
