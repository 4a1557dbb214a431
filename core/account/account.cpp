#include "account/account.h"

#include "account/profiles.h"
#include "account/requests.h"
#include "account/secretkeeping.h"
#include "account/surroundings.h"
#include "base/log.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using StateKind = AccountState::Kind;

bool Account::isLocked() const
{
    if (m_state.kind == StateKind::Restoring)
        return profile().keeping == KeepingPlace::File && !m_keeping.isFileOpen();
    return m_state.kind == StateKind::Locked &&
           (!m_state.why || SecretKeeping::isAboutKeeping(*m_state.why));
}

Account::Account(const ProfileId &id, Profiles &profiles, SecretKeeping &keeping,
                 const Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_profiles(profiles)
    , m_isActing(profile().acting.has_value())
    , m_keeping(keeping)
    , m_surroundings(surroundings)
    , m_server(profile().server)
{
    connectTo(m_server);
    connect(&m_profiles, &Profiles::profileChanged, this, [this](const ProfileId &changed) {
        if (changed == m_id && profile().server != m_server)
            connectTo(profile().server);
    });
}

Account::~Account() = default;

Profile Account::profile() const
{
    return m_profiles.find(m_id).value_or(Profile{.id = m_id});
}

void Account::connectTo(const ServerAddress &server)
{
    m_server = server;
    // Who listens to the old connection hears of the change while that one still lives.
    const auto oldConnection = std::move(m_connection);
    const auto oldRequests = std::move(m_requests);
    m_connection = std::make_unique<Connection>(m_surroundings, server);
    m_requests = std::make_unique<Requests>(*m_connection);
    connect(m_requests.get(), &Requests::proofNeeded, this, &Account::proofNeeded);
    connect(m_requests.get(), &Requests::proofNotNeeded, this,
            [this] { Q_EMIT proofEnded(false); });
    connect(m_requests.get(), &Requests::refused, this, &Account::refused);
    if (oldRequests && oldRequests->isWaitingForProof())
        Q_EMIT proofEnded(false); // those who wait for it end with the old requests
    if (!oldRequests || !oldRequests->token())
        return;
    m_requests->setToken(*oldRequests->token());
    Q_EMIT credentialReplaced();
}

void Account::heardOf(const Error &error)
{
    if (error.kind == Kind::Network || error.kind == Kind::Timeout)
        lost(error);
    else if (error.status != 0)
        reached();
}

bool Account::isProofNeeded() const
{
    return m_requests->isWaitingForProof();
}

std::optional<api::Level> Account::neededProof() const
{
    return m_requests->neededLevel();
}

Call<Nothing> Account::prove(const api::GivenProof &proof)
{
    return std::visit([this](const auto &given) { return proveBy(given); }, proof);
}

template <class Op>
Call<Nothing> Account::proveBy(const Op &proof)
{
    if (!can<Op>())
        return Call<Nothing>::finished(failure(notOffered()));
    const CallSource<Nothing> source;
    // Past the requests: a wrong password must not look as if the session had ended.
    net::Outgoing outgoing = outgoingFor(m_connection->spoken(), proof);
    outgoing.sign = [this](HttpRequest &request) { m_requests->sign(request); };
    const auto call =
        reading<Op>(m_connection->spoken(), proof, m_connection->send(std::move(outgoing)), this,
                    [](const auto &) {});
    call.then(this, [this, source](const Result<api::SignedIn> &result) {
        if (!result) {
            heardOf(result.error());
            source.finish(failure(result.error()));
            if (result.error().kind == Kind::Unauthorized && !isWrongProof(result.error()))
                refused(result.error());
            return;
        }
        reached();
        replaceToken(*result, levelOf(Op()));
        source.finish(Nothing());
    });
    return source.call();
}

void Account::declineProof()
{
    if (!isProofNeeded())
        return;
    m_requests->endWaiting(Error::of(Kind::Cancelled, u"proofDeclined"_s));
    Q_EMIT proofEnded(false);
}

void Account::retryNow()
{
    Q_EMIT retryWanted();
}

std::optional<Secret> Account::credential() const
{
    return m_requests->token();
}

void Account::restoring()
{
    setState({.kind = StateKind::Restoring});
}

void Account::locked(const Error &why)
{
    setState({.kind = StateKind::Locked, .since = m_surroundings.clock.now(), .why = why});
}

void Account::open(const Secret &token)
{
    m_requests->setToken(token);
    if (can<api::Me>()) {
        setState({.kind = StateKind::Connecting, .since = m_surroundings.clock.now()});
    } else {
        // Nobody can be asked who that is: it is whoever signed in, and holds until it is refused.
        learn(profile().asUser());
        setState({.kind = StateKind::Online, .since = m_surroundings.clock.now()});
    }
    Q_EMIT credentialReplaced();
}

void Account::adopt(const api::SignedIn &signedIn)
{
    m_requests->setToken(signedIn.token);
    learn(signedIn.user);
    setState({.kind = StateKind::Online, .since = m_surroundings.clock.now()});
    Q_EMIT credentialReplaced();
    goOn(api::Level::Password);
}

void Account::close(AccountState::Reason reason, const std::optional<api::SessionEnd> &end,
                    const std::optional<Error> &why)
{
    // News of the sessions' end may have come first; that the account is gone is more than that.
    if (m_state.isSignedOut() && reason != AccountState::Reason::Deleted)
        return;
    const bool wasProofNeeded = isProofNeeded();
    m_requests->clearToken();
    m_requests->endWaiting(why.value_or(Error::of(Kind::Unauthorized, u"signedOut"_s)));
    setState({.kind = StateKind::SignedOut,
              .since = m_surroundings.clock.now(),
              .reason = reason,
              .end = end,
              .why = why});
    if (wasProofNeeded)
        Q_EMIT proofEnded(false);
}

void Account::refused(const Error &why)
{
    close(AccountState::Reason::Refused, {}, why);
}

void Account::reached()
{
    if (m_state.isSignedIn() && !m_state.isOnline())
        setState({.kind = StateKind::Online, .since = m_surroundings.clock.now()});
}

void Account::lost(const Error &why)
{
    if (m_state.isUsable())
        setState({.kind = StateKind::Offline, .since = m_surroundings.clock.now(), .why = why});
}

void Account::learn(const api::User &user)
{
    api::User whole = api::completed(user, m_user.value_or(api::User()));
    if (m_user && (m_user->version > whole.version || *m_user == whole))
        return;
    m_user = std::move(whole);
    Q_EMIT userChanged();
}

void Account::replaceToken(const api::SignedIn &signedIn, api::Level proven)
{
    learn(signedIn.user);
    if (signedIn.token.isEmpty())
        return; // its wire has no word for another one
    Profile changed = profile();
    if (!signedIn.session.id.isEmpty())
        changed.sessionId = signedIn.session.id;
    if (const auto end = endOf(signedIn.session.expiresAt))
        changed.tokenEnds = end;
    keepToken(signedIn.token, changed);
    goOn(proven);
}

void Account::goOn(api::Level proven)
{
    if (!isProofNeeded())
        return;
    // Also those that were refused while the new token was on its way.
    m_requests->goOn(proven);
    Q_EMIT proofEnded(true);
    if (const auto needed = m_requests->neededLevel())
        Q_EMIT proofNeeded(*needed);
}

Call<api::RenewedSession> Account::renew()
{
    using Op = api::RenewSession;
    const auto token = m_requests->token();
    if (!token || !can<Op>())
        return Call<api::RenewedSession>::finished(failure(notOffered()));
    // Past the requests: who renews no longer may take this token for a while yet.
    const auto wire = m_connection->spoken();
    net::Outgoing outgoing = outgoingFor(wire, Op());
    outgoing.sign = [wire, token](HttpRequest &request) { wire->putCredential(request, *token); };
    return reading<Op>(wire, Op(), m_connection->send(outgoing), this,
                       [this, token](const Result<api::RenewedSession> &renewed) {
                           if (!renewed) {
                               heardOf(renewed.error());
                               return;
                           }
                           reached();
                           const auto held = m_requests->token(); // none after a sign-out
                           if (held && held->matches(*token))
                               takeRenewed(*renewed);
                       });
}

void Account::takeRenewed(const api::RenewedSession &renewed)
{
    Profile changed = profile();
    changed.tokenEnds = endOf(renewed.expiresAt);
    keepToken(renewed.token, changed);
}

/// `profile` is what is true with this token.
void Account::keepToken(const Secret &token, Profile profile)
{
    m_requests->setToken(token);
    m_keeping.keep(m_id, profile.keeping, token).then(this, [this](const Result<Nothing> &kept) {
        if (!kept)
            Q_EMIT keepingFailed(kept.error());
    });
    if (const auto updated = m_profiles.update(profile); !updated)
        qCWarning(logAccount) << "the profile could not be written:" << updated.error();
    Q_EMIT credentialReplaced();
}

void Account::setState(AccountState state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

net::Outgoing Account::signedOutgoing(const api::Events &events) const
{
    net::Outgoing outgoing = outgoingFor(m_connection->spoken(), events);
    outgoing.sign = [self = QPointer(this)](HttpRequest &request) {
        if (self)
            self->m_requests->sign(request);
    };
    return outgoing;
}

} // namespace latchkey::account
