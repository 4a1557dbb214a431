#include "account/accounts.h"

#include "account/actingonbehalf.h"
#include "account/departures.h"
#include "account/desk.h"
#include "base/log.h"

namespace latchkey::account {

using StateKind = AccountState::Kind;

namespace {

template <class Part>
Part *partOf(Desk *desk, Part Desk::*part)
{
    return desk ? &(desk->*part) : nullptr;
}

/// As the account is called now. Where its server tells no ids when somebody signs in, it is known
/// by its user name, and whoever takes the one before is somebody else. An id stays, also that of
/// somebody who calls themselves by it.
void name(Profile &profile, const api::User &user)
{
    const bool isId = user.id == profile.userId;
    if (user.userName && !isId && profile.userId.text() == profile.userName)
        profile.userId = api::UserId(*user.userName);
    profile.name = user.name;
    profile.email = user.email;
    profile.userName = user.userName.value_or(QString());
}

} // namespace

Accounts::Accounts(Surroundings surroundings, Profiles &profiles, SecretKeeping &keeping,
                   OfflineCache cache, QObject *parent)
    : QObject(parent)
    , m_surroundings(std::move(surroundings))
    , m_profiles(profiles)
    , m_keeping(keeping)
    , m_cache(std::move(cache))
    , m_departures(std::make_unique<Departures>(m_surroundings, keeping, m_cache))
    , m_acting(std::make_unique<ActingOnBehalf>(*this))
{
    for (const Profile &profile : m_profiles.all())
        open(profile.id);
    connect(&m_profiles, &Profiles::profileAdded, this, [this](const ProfileId &id) {
        open(id);
        Q_EMIT accountAdded(id);
    });
    connect(&m_profiles, &Profiles::profileRemoved, this, &Accounts::closeDesk);
    connect(&m_keeping, &SecretKeeping::fileOpened, this, [this] {
        for (const auto &[id, desk] : m_desks) {
            if (desk->account.profile().keeping == KeepingPlace::File &&
                desk->account.state().kind == StateKind::Locked)
                restore(id);
        }
    });
}

Accounts::~Accounts()
{
    for (const auto &[id, desk] : m_desks) {
        if (desk->isToBeWritten)
            write(id);
    }
}

QList<ProfileId> Accounts::ids() const
{
    QList<ProfileId> ids;
    for (const Profile &profile : m_profiles.all() + m_profiles.passing())
        ids.append(profile.id);
    return ids;
}

Desk *Accounts::desk(const ProfileId &id) const
{
    const auto found = m_desks.find(id);
    return found == m_desks.end() ? nullptr : found->second.get();
}

Account *Accounts::account(const ProfileId &id) const
{
    return partOf(desk(id), &Desk::account);
}

SessionStore *Accounts::sessions(const ProfileId &id) const
{
    return partOf(desk(id), &Desk::sessions);
}

FactorStore *Accounts::factors(const ProfileId &id) const
{
    return partOf(desk(id), &Desk::factors);
}

IdentityStore *Accounts::identities(const ProfileId &id) const
{
    return partOf(desk(id), &Desk::identities);
}

ApiSessionStore *Accounts::apiSessions(const ProfileId &id) const
{
    return partOf(desk(id), &Desk::apiSessions);
}

GrantStore *Accounts::grants(const ProfileId &id) const
{
    return partOf(desk(id), &Desk::grants);
}

AuthorizationStore *Accounts::authorizations(const ProfileId &id) const
{
    return partOf(desk(id), &Desk::authorizations);
}

OrganisationStore *Accounts::organisation(const ProfileId &id) const
{
    return partOf(desk(id), &Desk::organisation);
}

CreditStore *Accounts::credits(const ProfileId &id) const
{
    Desk *found = desk(id);
    return found ? &found->credits : nullptr;
}

void Accounts::open(const ProfileId &id)
{
    auto &desk = m_desks[id];
    desk = std::make_unique<Desk>(id, m_profiles, m_keeping, m_surroundings);
    Account *account = &desk->account;
    SessionStore *sessions = &desk->sessions;
    if (const auto known = m_cache.read(id)) {
        account->learn(known->user);
        sessions->fill(known->sessions, known->asOf);
    }

    connect(account, &Account::stateChanged, this, [this, id, account] {
        if (account->state().isOver())
            m_cache.remove(id);
        if (account->state().reason == AccountState::Reason::Deleted)
            followDeletion(id);
    });
    connect(&desk->feed, &EventFeed::opened, this, [this, id](bool goesOn) {
        if (!goesOn)
            refresh(id);
    });
    connect(&desk->feed, &EventFeed::absent, this, [this, id] { refresh(id); });
    connect(account, &Account::credentialReplaced, this, [this, id, account] {
        // Where there are no events, this is the only moment at which something is known to change.
        if (!account->can<api::Events>())
            refresh(id);
    });
    connect(account, &Account::userChanged, this, [this, id] {
        rename(id);
        remember(id);
    });
    for (auto told : {&SessionStore::inserted, &SessionStore::changed, &SessionStore::removed})
        connect(sessions, told, this, [this, id] { remember(id); });
}

void Accounts::closeDesk(const ProfileId &id)
{
    if (!m_desks.contains(id))
        return;
    Q_EMIT accountAboutToBeRemoved(id);
    // Its own news may be what found out that another program removed it: it goes after them.
    m_gone.push_back(std::move(m_desks.extract(id).mapped()));
    QMetaObject::invokeMethod(this, [this] { m_gone.clear(); }, Qt::QueuedConnection);
    m_cache.remove(id);
    Q_EMIT accountRemoved(id);
}

void Accounts::refresh(const ProfileId &id)
{
    if (Desk *found = desk(id))
        found->refresh();
}

// The list of profiles shows what the account is called now.
void Accounts::rename(const ProfileId &id)
{
    auto profile = m_profiles.find(id);
    Desk *found = desk(id);
    if (!profile || !found || !found->account.user())
        return;
    name(*profile, *found->account.user());
    if (const auto updated = m_profiles.update(*profile); !updated)
        qCWarning(logAccount) << "the profile could not be written:" << updated.error();
}

Profile Accounts::profileFor(const ServerAddress &server, const api::User &user) const
{
    Profile profile = m_profiles.find(server.url, identityOf(user))
                          .value_or(Profile{.id = Profiles::freshId(),
                                            .serverName = server.url.host(),
                                            .userId = identityOf(user)});
    profile.server = server;
    profile.onOwnServer = m_surroundings.isOwnServer(server.url);
    name(profile, api::completed(user, profile.asUser()));
    return profile;
}

// Many signals come in one turn of the event loop; one of them writes.
void Accounts::remember(const ProfileId &id)
{
    Desk *found = desk(id);
    if (!found || std::exchange(found->isToBeWritten, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            if (desk(id))
                write(id);
        },
        Qt::QueuedConnection);
}

void Accounts::write(const ProfileId &id)
{
    Desk *found = desk(id);
    found->isToBeWritten = false;
    const auto &user = found->account.user();
    const auto asOf = found->sessions.isOffered() ? found->sessions.loadedAt()
                                                  : std::optional(m_surroundings.clock.now());
    if (!user || !asOf || found->account.state().isOver() || found->account.isActing())
        return;
    const auto written =
        m_cache.write(id, {.user = *user, .sessions = found->sessions.sessions(), .asOf = *asOf});
    if (!written)
        qCWarning(logAccount) << "the offline cache could not be written:" << written.error();
}

} // namespace latchkey::account
