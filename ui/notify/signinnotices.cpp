#include "notify/signinnotices.h"

#include "account/accounts.h"
#include "account/preferences.h"
#include "account/sessionstore.h"
#include "notify/desktopnotices.h"
#include "sessions/sessionwords.h"

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::ProfileId;
using account::SessionStore;

namespace {

const QString mine = u"mine"_s;
const QString notMine = u"notMine"_s;

} // namespace

SignInNotices::SignInNotices(account::Accounts &accounts,
                             const account::PreferencesStore &preferences, DesktopNotices &desktop,
                             QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_preferences(preferences)
    , m_desktop(desktop)
{
    connect(&desktop, &DesktopNotices::acted, this, &SignInNotices::act);
    connect(&desktop, &DesktopNotices::gone, this, [this](const QString &key) {
        m_shown.remove(key); // it still stands on Home
    });
    connect(&accounts, &account::Accounts::accountAdded, this, &SignInNotices::follow);
    connect(&accounts, &account::Accounts::accountRemoved, this, &SignInNotices::settle);
    connect(&preferences, &account::PreferencesStore::changed, this, [this] {
        for (const ProfileId &id : m_accounts.ids())
            settle(id);
    });
    for (const ProfileId &id : accounts.ids())
        follow(id);
}

void SignInNotices::follow(const ProfileId &id)
{
    const SessionStore *store = m_accounts.sessions(id);
    connect(store, &SessionStore::began, this,
            [this, id](const api::SessionId &session) { take({id, session}); });
    for (auto told : {&SessionStore::changed, &SessionStore::removed})
        connect(store, told, this, [this, id] { settle(id); });
    connect(m_accounts.account(id), &account::Account::stateChanged, this,
            [this, id] { settle(id); });
}

/// Still to be answered, as far as is known here.
bool SignInNotices::isOpen(const About &about) const
{
    const SessionStore *store = m_accounts.sessions(about.profile);
    if (!store || !m_preferences.current().signInNotices ||
        m_accounts.account(about.profile)->state().isSignedOut())
        return false;
    const auto session = store->find(about.session);
    return session && store->answersFor(*session) == SessionStore::Answers::YesOrNo;
}

void SignInNotices::take(const About &about)
{
    if (!isOpen(about))
        return;
    const QString key = about.profile.text() + u'/' + about.session.text();
    m_shown.insert(key, about);
    m_desktop.show(noticeOf(key, about));
}

void SignInNotices::settle(const ProfileId &id)
{
    for (const QString &key : m_shown.keys()) {
        const About about = m_shown.value(key);
        if (about.profile != id || isOpen(about))
            continue;
        m_shown.remove(key);
        m_desktop.withdraw(key);
    }
}

void SignInNotices::setVeiled(bool isVeiled)
{
    if (std::exchange(m_isVeiled, isVeiled) != isVeiled)
        retranslate();
}

void SignInNotices::retranslate()
{
    for (auto each = m_shown.cbegin(); each != m_shown.cend(); ++each)
        m_desktop.show(noticeOf(each.key(), *each));
}

void SignInNotices::act(const QString &key, const QString &act, const QByteArray &activation)
{
    const auto found = m_shown.constFind(key);
    if (found == m_shown.cend())
        return;
    const About about = *found;
    const bool isAnswer = !m_isVeiled && (act == mine || act == notMine);
    if (isAnswer) {
        Q_EMIT answered(about.profile, about.session,
                        act == mine ? api::Verdict::Mine : api::Verdict::NotMine, activation);
    } else {
        Q_EMIT openRequested(about.profile, activation);
    }
}

Notice SignInNotices::noticeOf(const QString &key, const About &about) const
{
    if (m_isVeiled) {
        return {.key = key,
                .title = u"Latchkey"_s,
                .text = tr("There is news. Unlock Latchkey to see it."),
                .acts = {}};
    }
    const api::Session session =
        m_accounts.sessions(about.profile)->find(about.session).value_or(api::Session());
    QStringList lines{tr("Somebody signed in as %1.", "%1 is an e-mail address")
                          .arg(m_accounts.account(about.profile)->profile().email),
                      sessionwords::title(session), sessionwords::detail(session)};
    lines.removeAll(QString());
    return {.key = key,
            .title = tr("Was it you?"),
            .text = lines.join(u'\n'),
            .acts = {{mine, tr("It was me")}, {notMine, tr("It wasn't me")}}};
}

} // namespace latchkey::ui
