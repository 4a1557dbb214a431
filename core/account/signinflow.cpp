#include "account/signinflow.h"

#include "account/accounts.h"
#include "account/connection.h"
#include "account/recoveryflow.h"
#include "api/email.h"
#include "api/names.h"
#include "base/log.h"

#include <algorithm>

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

// The challenge is no longer there to be answered: the password opens a new one.
bool isChallengeOver(const Error &error)
{
    return error.kind == Kind::NotFound || error.code == "challengeExpired"_L1;
}

bool signsInBy(const Profile &profile, const QString &login)
{
    return api::isEmail(login) ? api::emailKey(profile.email) == api::emailKey(login)
                               : !profile.userName.isEmpty() &&
                                     api::userNameKey(profile.userName) == api::userNameKey(login);
}

} // namespace

SignInFlow::SignInFlow(Accounts &accounts, const ServerAddress &server, const QString &email,
                       const QString &serverName, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_server(server)
    , m_connection(std::make_unique<Connection>(accounts.surroundings(), server))
    , m_keeping(accounts.keeping())
    , m_email(email)
    , m_serverName(serverName)
    , m_codeWays(accounts.surroundings().clock, [this](api::Factor factor) {
        return m_connection->ask(api::SendChallengeCode{.id = m_challenge->id, .factor = factor});
    })
{
    connect(&m_codeWays, &CodeWays::failed, this, [this](const Error &error) {
        if (m_step == Step::SecondFactor && isChallengeOver(error))
            fail(error);
    });
    connect(&m_keeping, &KeepSecretStep::kept, this, &SignInFlow::finish);
}

SignInFlow::~SignInFlow()
{
    if (m_signedIn)
        m_accounts.abandon(m_server, m_signedIn->token);
}

template <class T, class Took>
void SignInFlow::run(const Call<T> &call, Took took)
{
    m_isBusy = true;
    m_error.reset();
    m_calls.add(call).then(this, [this, took](const Result<T> &result) {
        if (m_step == Step::Cancelled || (!result && result.error().kind == Kind::Cancelled))
            return;
        m_isBusy = false;
        if (result)
            took(*result);
        else
            fail(result.error());
    });
    Q_EMIT changed();
}

void SignInFlow::submitEmail(const QString &typed)
{
    if (m_step != Step::Email || m_isBusy)
        return;
    m_email = typed;
    const auto normal = api::normalLogin(typed, u"login"_s);
    if (!normal) {
        fail(normal.error());
        return;
    }
    m_email = *normal;
    if (m_isRecovered) {
        // With a code from an administrator nobody has to say whose it is.
        const auto recovered = api::normalEmail(m_recovery->email());
        m_isRecovered = !recovered || m_email == *recovered;
    }
    run(m_accounts.surroundings().vouch(m_server.url), [this](Nothing) { identify(); });
}

void SignInFlow::identify()
{
    if (!m_connection->wire().can<api::IdentifyUser>()) {
        m_ways = {api::SignInWay::Password};
        go(Step::Password);
        return;
    }
    run(m_connection->ask(api::IdentifyUser{.login = m_email}),
        [this](const api::SignInWays &found) {
            m_ways = found.ways;
            if (m_ways.contains(api::SignInWay::Password))
                go(Step::Password);
            else
                fail(Error::of(Kind::NotFound, u"noWayToSignIn"_s));
        });
}

void SignInFlow::submitPassword(const Secret &password)
{
    if (m_step != Step::Password || m_isBusy)
        return;
    if (password.isEmpty()) {
        fail(Error::rejected(u"empty"_s, u"password"_s));
        return;
    }
    const auto known = knownProfile();
    if (!known) {
        signIn(password, std::nullopt);
        return;
    }
    m_isBusy = true;
    m_error.reset();
    m_calls.add(m_accounts.keeping().fetchTrust(known->id, known->keeping))
        .then(this, [this, password](const Result<Secret> &trust) {
            if (m_step != Step::Password || !m_isBusy)
                return;
            if (!trust && trust.error().kind != Kind::NotFound)
                qCInfo(logAccount) << "a device's trust could not be read:" << trust.error();
            signIn(password, trust ? std::optional(*trust) : std::nullopt);
        });
    Q_EMIT changed();
}

std::optional<Profile> SignInFlow::knownProfile() const
{
    const QList<Profile> all = m_accounts.profiles().all();
    const auto found = std::ranges::find_if(all, [this](const Profile &one) {
        return one.server.url == m_server.url && signsInBy(one, m_email);
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

void SignInFlow::signIn(const Secret &password, const std::optional<Secret> &trust)
{
    m_sentTrust = trust;
    run(m_connection->ask(api::SignIn{.login = m_email,
                                      .password = password,
                                      .device = m_accounts.surroundings().deviceAt(m_server.url),
                                      .deviceTrust = trust}),
        [this](const api::SignInProgress &progress) {
            tellPasswordTaken(progress);
            judgeTrust(progress);
            take(progress);
        });
}

void SignInFlow::tellPasswordTaken(const api::SignInProgress &progress)
{
    if (!isOwnServer())
        return;
    const auto known = knownProfile();
    const auto createdAt =
        progress.signedIn ? std::optional(progress.signedIn->user.createdAt) : std::nullopt;
    Q_EMIT m_accounts.ownPasswordTaken(known ? known->id : ProfileId(), createdAt);
}

/// The password was right. Where the trust was not what let this device in, it is worth nothing.
void SignInFlow::judgeTrust(const api::SignInProgress &progress)
{
    const bool wasOfUse =
        progress.signedIn && progress.signedIn->session.proof == api::Proof::TrustedDevice;
    if (!std::exchange(m_sentTrust, std::nullopt) || wasOfUse)
        return;
    if (const auto known = knownProfile())
        m_accounts.keeping().forgetTrust(known->id, known->keeping);
}

void SignInFlow::submitCode(const Secret &code, bool trustDevice)
{
    if (m_step != Step::SecondFactor || m_isBusy)
        return;
    if (code.isEmpty()) {
        fail(Error::rejected(u"empty"_s, u"code"_s));
        return;
    }
    run(m_connection->ask(api::AnswerChallenge{.id = m_challenge->id,
                                               .factor = m_codeWays.chosen(),
                                               .code = code,
                                               .trustDevice = trustDevice}),
        [this](const api::SignInProgress &progress) { take(progress); });
}

void SignInFlow::take(const api::SignInProgress &progress)
{
    if (progress.signedIn) {
        m_newTrust = progress.deviceTrust;
        begin(*progress.signedIn);
    } else if (progress.challenge) {
        m_challenge = progress.challenge;
        m_codeWays.offer(m_challenge->factors);
        if (m_codeWays.offered().isEmpty())
            fail(Error::of(Kind::NotFound, u"noWayToSignIn"_s));
        else
            go(Step::SecondFactor);
    } else {
        fail(Error::of(Kind::Protocol, u"neitherSessionNorChallenge"_s));
    }
}

void SignInFlow::begin(const api::SignedIn &signedIn)
{
    m_codeWays.clear();
    m_challenge.reset();
    m_isRecovered = false;
    if (m_expected && identityOf(signedIn.user) != *m_expected) {
        m_accounts.abandon(m_server, signedIn.token);
        m_newTrust.reset();
        m_step = Step::Email;
        fail(Error::rejected(u"otherAccount"_s, u"email"_s));
        return;
    }
    m_signedIn = signedIn;
    const Profile profile = m_accounts.profileFor(m_server, signedIn.user);
    m_profile = profile.id;
    go(Step::KeepSecret);
    const Account *known = m_accounts.account(m_profile);
    const auto live = known ? known->credential() : std::nullopt;
    m_keeping.start(m_profile, signedIn.token, profile.keeping,
                    live ? std::optional(KeepSecretStep::Live{profile.keeping, *live})
                         : std::nullopt);
}

void SignInFlow::finish()
{
    Profile profile = m_accounts.profileFor(m_server, m_signedIn->user);
    profile.id = m_profile;
    if (!m_serverName.isEmpty())
        profile.serverName = m_serverName;
    profile.keeping = m_keeping.place();
    if (const auto welcomed = m_accounts.welcome(profile, *m_signedIn); !welcomed) {
        fail(welcomed.error());
        return;
    }
    m_signedIn.reset();
    if (const auto trust = std::exchange(m_newTrust, std::nullopt))
        m_accounts.trustHere(m_profile, *trust);
    go(Step::Done);
    Q_EMIT done(m_profile);
}

bool SignInFlow::isOwnServer() const
{
    return m_accounts.surroundings().isOwnServer(m_server.url);
}

bool SignInFlow::canRecover() const
{
    return m_connection->wire().can<api::RequestPasswordReset>() &&
           m_connection->wire().can<api::ResetPassword>();
}

void SignInFlow::recover(const QString &typed)
{
    if ((m_step != Step::Email && m_step != Step::Password) || m_isBusy || !canRecover())
        return;
    if (!m_recovery) {
        m_recovery = std::make_unique<RecoveryFlow>(m_accounts.surroundings(), m_server);
        connect(m_recovery.get(), &RecoveryFlow::left, this, [this] { go(m_beforeRecovery); });
        connect(m_recovery.get(), &RecoveryFlow::done, this, &SignInFlow::goOnRecovered);
    }
    if (!typed.isEmpty())
        m_email = typed;
    m_beforeRecovery = m_step;
    // Mail goes to an address, and nobody is told which one belongs to a user name.
    m_recovery->begin(api::isEmail(m_email) ? m_email : QString());
    go(Step::Recovery);
}

void SignInFlow::goOnRecovered()
{
    m_isRecovered = true;
    m_email = m_recovery->email();
    go(Step::Email);
    if (!m_email.isEmpty())
        submitEmail(m_email);
}

bool SignInFlow::canGoBack() const
{
    return m_step == Step::Password || m_step == Step::SecondFactor || m_step == Step::Recovery;
}

void SignInFlow::back()
{
    if (!canGoBack())
        return;
    if (m_step == Step::Recovery) {
        m_recovery->back();
        return;
    }
    m_calls.cancelAll();
    m_isBusy = false;
    m_codeWays.clear();
    m_challenge.reset();
    go(m_step == Step::SecondFactor ? Step::Password : Step::Email);
}

void SignInFlow::cancel()
{
    if (m_step == Step::Done || m_step == Step::Cancelled)
        return;
    m_calls.cancelAll();
    m_isBusy = false;
    if (m_signedIn) {
        m_keeping.reset();
        m_accounts.abandon(m_server, m_signedIn->token);
        m_signedIn.reset();
    }
    go(Step::Cancelled);
    Q_EMIT cancelled();
}

void SignInFlow::fail(const Error &error)
{
    m_error = error;
    if (m_step == Step::SecondFactor && isChallengeOver(error)) {
        m_codeWays.clear();
        m_challenge.reset();
        m_step = Step::Password;
    }
    Q_EMIT changed();
}

void SignInFlow::go(Step step)
{
    m_step = step;
    m_error.reset();
    Q_EMIT changed();
}

} // namespace latchkey::account
