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

template <api::Operation Op>
bool Account::can() const
{
    return m_connection->wire().can<Op>() && (!m_isActing || api::isForActing(Op::traits));
}

template <api::Operation Op>
Result<Op> Account::understood(const Op &operation) const
{
    if (!can<Op>())
        return failure(notOffered());
    return m_connection->wire().understood(operation);
}

template <api::Operation Op>
Call<typename Op::Reply> Account::ask(const Op &operation)
{
    const auto &wire = m_connection->spoken();
    if (!can<Op>())
        return Call<typename Op::Reply>::finished(failure(notOffered()));
    constexpr bool isPublic = Op::traits.scope == api::Scope::Public;
    net::Outgoing outgoing = outgoingFor(*wire, operation);
    const Call<HttpReply> sent =
        isPublic ? m_connection->send(std::move(outgoing)) : m_requests->send(std::move(outgoing));
    return reading<Op>(wire, operation, sent, this,
                       [this](const Result<typename Op::Reply> &result) { learnFrom<Op>(result); });
}

template <api::Operation Op>
void Account::learnFrom(const Result<typename Op::Reply> &result)
{
    using Reply = typename Op::Reply;
    if (!result) {
        heardOf(result.error());
        return;
    }
    reached();
    // What begins in somebody else's account, or tells of it, is theirs and not this account's.
    constexpr bool isOwn =
        !std::same_as<Op, api::SignInOnBehalf> && !std::same_as<Op, api::SignInAsParent> &&
        !std::same_as<Op, api::ShowAccount> && !std::same_as<Op, api::UpdateAccount>;
    if constexpr (std::same_as<Reply, api::User> && isOwn)
        learn(*result);
    if constexpr (std::same_as<Reply, api::SignedIn> && Op::traits.scope != api::Scope::Public &&
                  isOwn)
        replaceToken(*result, levelOf(Op()));
    if constexpr (std::same_as<Op, api::DeleteAccount>)
        close(AccountState::Reason::Deleted);
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
    net::Outgoing outgoing = outgoingFor(m_connection->wire(), proof);
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
    net::Outgoing outgoing = outgoingFor(*wire, Op());
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
    net::Outgoing outgoing = outgoingFor(m_connection->wire(), events);
    outgoing.sign = [self = QPointer(this)](HttpRequest &request) {
        if (self)
            self->m_requests->sign(request);
    };
    return outgoing;
}

// The wires stay behind this file: pages see the operations and nothing of how they travel.
#define LATCHKEY_CAN(Op) template bool Account::can<api::Op>() const;
#define LATCHKEY_ASK(Op) \
    LATCHKEY_CAN(Op)     \
    template Call<api::Op::Reply> Account::ask<api::Op>(const api::Op &);

LATCHKEY_ASK(DescribeServer)
LATCHKEY_ASK(SignUp)
LATCHKEY_CAN(SignUpByEmail)
LATCHKEY_ASK(SendSignUpCode)
LATCHKEY_ASK(FinishSignUp)
LATCHKEY_ASK(IdentifyUser)
LATCHKEY_ASK(SignIn)
LATCHKEY_CAN(SignInByEmail)
LATCHKEY_CAN(FinishSignInByEmail)
LATCHKEY_ASK(VisitProvider)
LATCHKEY_CAN(ReturnFromProvider)
LATCHKEY_CAN(SignInByProvider)
LATCHKEY_CAN(SignInByGoogle)
LATCHKEY_ASK(SendChallengeCode)
LATCHKEY_ASK(AnswerChallenge)
LATCHKEY_ASK(ProveWithPassword)
LATCHKEY_ASK(SendProofCode)
LATCHKEY_ASK(ProveWithCode)
LATCHKEY_ASK(VisitToProve)
LATCHKEY_CAN(ProveByProvider)
LATCHKEY_CAN(RenewSession)
LATCHKEY_ASK(CurrentSession)
LATCHKEY_CAN(SessionByToken)
LATCHKEY_CAN(EndSessionByToken)
LATCHKEY_ASK(SignOut)
LATCHKEY_ASK(SignInOnBehalf)
LATCHKEY_ASK(RequestPasswordReset)
LATCHKEY_ASK(ResetPassword)
LATCHKEY_ASK(RemindUserName)
LATCHKEY_ASK(TakeBackEmail)
LATCHKEY_ASK(Me)
LATCHKEY_ASK(UpdateProfile)
LATCHKEY_ASK(EditAccount)
LATCHKEY_ASK(DeleteAccount)
LATCHKEY_CAN(ListPreferences)
LATCHKEY_CAN(SetPreference)
LATCHKEY_CAN(RemovePreference)
LATCHKEY_ASK(ShowUser)
LATCHKEY_ASK(FindByTag)
LATCHKEY_CAN(FindByEmail)
LATCHKEY_ASK(ChangePassword)
LATCHKEY_ASK(StartEmailVerification)
LATCHKEY_ASK(FinishEmailVerification)
LATCHKEY_ASK(VerifyEmail)
LATCHKEY_ASK(StartEmailChange)
LATCHKEY_ASK(FinishEmailChange)
LATCHKEY_ASK(StartPhoneVerification)
LATCHKEY_ASK(FinishPhoneVerification)
LATCHKEY_ASK(RemovePhone)
LATCHKEY_ASK(ListSessions)
LATCHKEY_ASK(RenameSession)
LATCHKEY_ASK(EndSession)
LATCHKEY_ASK(EndOtherSessions)
LATCHKEY_ASK(ReinstateSession)
LATCHKEY_ASK(ReviewSession)
LATCHKEY_ASK(ListApiSessions)
LATCHKEY_CAN(ShowApiSession)
LATCHKEY_ASK(CreateApiSession)
LATCHKEY_ASK(UpdateApiSession)
LATCHKEY_ASK(RotateApiSession)
LATCHKEY_ASK(ListReceivedGrants)
LATCHKEY_ASK(ListGivenGrants)
LATCHKEY_CAN(ShowGrant)
LATCHKEY_ASK(CreateGrant)
LATCHKEY_ASK(UpdateGrant)
LATCHKEY_ASK(EndGrant)
LATCHKEY_CAN(ListAccessScopes)
LATCHKEY_ASK(ListAuthorizations)
LATCHKEY_CAN(ListOpenAccounts)
LATCHKEY_CAN(ShowAccessScopes)
LATCHKEY_CAN(ShowAuthorization)
LATCHKEY_ASK(CreateAuthorization)
LATCHKEY_ASK(UpdateAuthorization)
LATCHKEY_ASK(RevokeAuthorization)
LATCHKEY_ASK(ShowAccount)
LATCHKEY_CAN(UpdateAccount)
LATCHKEY_ASK(ListAccountSessions)
LATCHKEY_ASK(ShowCredits)
LATCHKEY_ASK(ListCreditEntries)
LATCHKEY_ASK(ShowPlan)
LATCHKEY_ASK(UpgradePlan)
LATCHKEY_ASK(ShowAccountCredits)
LATCHKEY_ASK(AdjustCredits)
LATCHKEY_ASK(SetPlan)
LATCHKEY_ASK(ListFactors)
LATCHKEY_ASK(EnrolTotp)
LATCHKEY_ASK(EnrolCodes)
LATCHKEY_ASK(ActivateFactor)
LATCHKEY_ASK(RenameFactor)
LATCHKEY_ASK(RemoveFactor)
LATCHKEY_ASK(MakeRecoveryCodes)
LATCHKEY_ASK(ListTrustedDevices)
LATCHKEY_ASK(ForgetTrustedDevice)
LATCHKEY_ASK(ListIdentities)
LATCHKEY_ASK(ShowVisit)
LATCHKEY_ASK(LinkIdentity)
LATCHKEY_ASK(UnlinkIdentity)
LATCHKEY_ASK(ListProviders)
LATCHKEY_ASK(AddProvider)
LATCHKEY_ASK(EditProvider)
LATCHKEY_ASK(RemoveProvider)
LATCHKEY_ASK(FindAccount)
LATCHKEY_ASK(StartReset)
LATCHKEY_ASK(LiftLock)
LATCHKEY_ASK(ListAccounts)
LATCHKEY_ASK(RemoveAccount)
LATCHKEY_ASK(ShowServerSettings)
LATCHKEY_ASK(EditServerSettings)
LATCHKEY_ASK(ShowFigures)
LATCHKEY_ASK(ListChildAccounts)
LATCHKEY_CAN(ShowChildAccount)
LATCHKEY_ASK(MakeChildAccount)
LATCHKEY_CAN(SetInheritance)
LATCHKEY_ASK(ShowOrganisation)
LATCHKEY_ASK(SignInAsParent)
LATCHKEY_ASK(LeaveOrganisation)
LATCHKEY_CAN(Events)

template Result<api::EditAccount> Account::understood(const api::EditAccount &) const;

static_assert(api::Operations::size == 117, "each operation has its line above");

} // namespace latchkey::account
