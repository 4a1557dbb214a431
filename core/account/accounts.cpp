#include "account/accounts.h"

#include "account/actingonbehalf.h"
#include "account/departures.h"
#include "account/desk.h"
#include "base/log.h"
#include "wire/wire.h"

#include <QEventLoopLocker>

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using StateKind = AccountState::Kind;

namespace {

/// Somebody ended the session, so nothing of the account stays on this disk; also not where it was
/// ended from elsewhere, perhaps because this computer is in wrong hands. A token that is not there
/// ends nothing.
bool isOver(const AccountState &state)
{
    return state.isSignedOut() && state.reason != AccountState::Reason::NoToken;
}

Call<Nothing> noSuchProfile()
{
    return Call<Nothing>::finished(failure(Error::of(Kind::NotFound, u"noSuchProfile"_s)));
}

template <class Part>
Part *partOf(Desk *desk, Part Desk::*part)
{
    return desk ? &(desk->*part) : nullptr;
}

/// As the account is called now. Where its server tells no ids when somebody signs in, it is known
/// by its user name, and whoever takes the one before is somebody else.
void name(Profile &profile, const api::User &user)
{
    if (user.userName && profile.userId.text() == profile.userName)
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
        if (isOver(account->state()))
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
    if (!user || !asOf || isOver(found->account.state()) || found->account.isActing())
        return;
    const auto written =
        m_cache.write(id, {.user = *user, .sessions = found->sessions.sessions(), .asOf = *asOf});
    if (!written)
        qCWarning(logAccount) << "the offline cache could not be written:" << written.error();
}

void Accounts::restoreAll()
{
    for (const ProfileId &id : ids())
        restore(id);
}

void Accounts::restoreUnvouched()
{
    for (const ProfileId &id : ids()) {
        const AccountState &state = account(id)->state();
        if (state.kind == StateKind::Locked && state.why &&
            !SecretKeeping::isAboutKeeping(*state.why))
            restore(id);
    }
}

void Accounts::restore(const ProfileId &id)
{
    Desk *found = desk(id);
    if (!found || found->account.state().isSignedIn())
        return;
    found->account.restoring();
    const QUrl server = found->account.profile().server.url;
    m_surroundings.vouch(server).then(&found->account, [this, id, server](const auto &vouched) {
        Desk *still = desk(id);
        if (!still || still->account.state().kind != StateKind::Restoring)
            return; // the person was faster and signed in anew
        Account &account = still->account;
        if (account.profile().server.url != server)
            restore(id); // it moved meanwhile
        else if (vouched)
            fetch(id);
        else
            account.locked(vouched.error());
    });
}

void Accounts::fetch(const ProfileId &id)
{
    Desk *found = desk(id);
    m_keeping.fetch(id, found->account.profile().keeping)
        .then(&found->account, [account = &found->account](const Result<Secret> &token) {
            if (account->state().kind != StateKind::Restoring)
                return; // the person was faster and signed in anew
            if (token)
                account->open(*token);
            else if (token.error().kind == Kind::NotFound)
                account->close(AccountState::Reason::NoToken);
            else
                account->locked(token.error());
        });
}

void Accounts::retryAll()
{
    for (const ProfileId &id : ids()) {
        if (Desk *found = desk(id))
            found->account.retryNow();
    }
}

std::unique_ptr<ConnectFlow> Accounts::connectFlow() const
{
    return std::make_unique<ConnectFlow>(m_surroundings);
}

std::unique_ptr<SignInFlow> Accounts::signInFlow(const ServerAddress &server, const QString &email,
                                                 const QString &serverName)
{
    return std::make_unique<SignInFlow>(*this, server, email, serverName);
}

std::unique_ptr<SignInFlow> Accounts::signInAgain(const ProfileId &id)
{
    const auto profile = m_profiles.find(id);
    if (!profile)
        return nullptr;
    auto flow = signInFlow(profile->server, profile->login(), profile->serverName);
    flow->expect(profile->userId);
    flow->submitEmail(profile->login());
    return flow;
}

std::unique_ptr<SignUpFlow> Accounts::signUpFlow(const ServerAddress &server,
                                                 const api::ServerDescription &description)
{
    return std::make_unique<SignUpFlow>(*this, server, description);
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

Result<Nothing> Accounts::welcome(const Profile &profile, const api::SignedIn &signedIn)
{
    Profile now = profile;
    now.sessionId = signedIn.session.id;
    now.tokenEnds = endOf(signedIn.session.expiresAt);
    now.lastUsed = m_surroundings.clock.now();
    const auto wire = m_surroundings.wireFor(now.server.wire);
    const auto renewable = wire ? wire->sessions.renewableFor : std::nullopt;
    now.renewableUntil = renewable ? std::optional(*now.lastUsed + *renewable) : std::nullopt;
    const auto before = m_profiles.find(now.id);
    auto written = before ? m_profiles.update(now) : m_profiles.add(now);
    if (!written)
        return written;
    if (before && before->keeping != now.keeping) {
        m_departures->forget(now.id, before->keeping);
        m_keeping.forgetTrust(now.id, before->keeping);
    }
    Account &account = desk(now.id)->account;
    const auto replaced = account.credential();
    account.adopt(signedIn);
    // Not each wire tells which session it is.
    const bool isAnother = replaced && !replaced->matches(signedIn.token);
    if (before && isAnother && (before->sessionId != now.sessionId || now.sessionId.isEmpty()))
        abandon(before->server, *replaced);
    return Nothing();
}

void Accounts::trustHere(const ProfileId &id, const Secret &trust)
{
    const auto profile = m_profiles.find(id);
    if (!profile)
        return;
    m_keeping.keepTrust(id, profile->keeping, trust).then(this, [](const Result<Nothing> &kept) {
        if (!kept)
            qCWarning(logAccount) << "a device's trust could not be kept:" << kept.error();
    });
}

void Accounts::linkLater(const ProfileId &id, const ProviderEntry::Unlinked &unlinked)
{
    desk(id)
        ->identities.link(unlinked.visit)
        .then(this, [this, provider = unlinked.provider](const Result<api::Identity> &linked) {
            if (linked)
                Q_EMIT identityLinked(linked->provider);
            else
                Q_EMIT identityNotLinked(provider, linked.error());
        });
}

void Accounts::abandon(const ServerAddress &server, const Secret &token)
{
    m_departures->abandon(server, token);
}

Call<Nothing> Accounts::signOut(const ProfileId &id)
{
    Desk *found = desk(id);
    return found ? m_departures->signOut(found->account) : noSuchProfile();
}

Call<Nothing> Accounts::signOutHere(const ProfileId &id)
{
    Desk *found = desk(id);
    return found ? m_departures->signOutHere(found->account) : noSuchProfile();
}

Call<Nothing> Accounts::remove(const ProfileId &id)
{
    const CallSource<Nothing> source;
    const auto awake = std::make_shared<QEventLoopLocker>();
    signOut(id).then(this, [this, id, source, awake](const Result<Nothing> &signedOut) {
        const bool isTokenKept = !signedOut && signedOut.error().code.startsWith("tokenKept"_L1);
        if (isTokenKept) { // under this id it can still be found, and removed another time
            source.finish(signedOut);
            return;
        }
        const auto removed = strike(id);
        source.finish(removed ? signedOut : removed);
        if (removed && !signedOut)
            Q_EMIT removedUntold(signedOut.error());
    });
    return source.call();
}

/// Its server has no session to end any more. Where the token is kept the profile stays, as above.
void Accounts::followDeletion(const ProfileId &id)
{
    signOutHere(id).then(this, [this, id](const Result<Nothing> &isOut) {
        const auto struck = isOut ? strike(id) : isOut;
        if (!struck)
            qCWarning(logAccount) << "a deleted account's profile stays:" << struck.error();
    });
}

Result<Nothing> Accounts::strike(const ProfileId &id)
{
    if (const auto profile = m_profiles.find(id))
        m_keeping.forgetTrust(id, profile->keeping);
    return m_profiles.remove(id);
}

} // namespace latchkey::account
