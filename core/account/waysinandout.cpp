#include "account/accounts.h"

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

Call<Nothing> noSuchProfile()
{
    return Call<Nothing>::finished(failure(Error::of(Kind::NotFound, u"noSuchProfile"_s)));
}

} // namespace

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
