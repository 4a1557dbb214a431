#include "account/signinflow.h"

#include "account/accounts.h"
#include "account/connection.h"
#include "account/recoveryflow.h"
#include "api/email.h"
#include "api/names.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

// The challenge is no longer there to be answered: the password opens a new one.
bool isChallengeOver(const Error &error)
{
    return error.kind == Kind::NotFound || error.code == "challengeExpired"_L1;
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
    , m_codes(accounts.surroundings().clock, *m_connection)
    , m_providerEntry(accounts.surroundings(), *m_connection)
    , m_trustedSignIn(accounts, *m_connection, server)
{
    connect(&m_codes.ways(), &CodeWays::failed, this, [this](const Error &error) {
        if (m_step == Step::SecondFactor && isChallengeOver(error))
            fail(error);
    });
    connect(&m_providerEntry, &ProviderEntry::changed, this, &SignInFlow::changed);
    BrowserVisit &visit = m_providerEntry.visit();
    connect(&visit, &BrowserVisit::changed, this, &SignInFlow::changed);
    connect(&visit, &BrowserVisit::returned, this, &SignInFlow::signInByProvider);
    connect(&visit, &BrowserVisit::failed, this, &SignInFlow::fail);
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
        // With a code that is there already nobody has to say whose it is.
        const auto recovered = api::normalEmail(m_recovery->email());
        m_isRecovered = !recovered || m_email == *recovered;
    }
    run(m_accounts.surroundings().vouch(m_server.url), [this](Nothing) { identify(); });
}

void SignInFlow::identify()
{
    m_ownProvider.reset();
    if (!m_connection->wire().can<api::IdentifyUser>()) {
        m_ways = {api::SignInWay::Password};
        go(Step::Password);
        return;
    }
    run(m_connection->ask(api::IdentifyUser{.login = m_email}),
        [this](const api::SignInWays &found) { choose(found); });
}

void SignInFlow::choose(const api::SignInWays &found)
{
    m_ways = found.ways;
    m_ownProvider = m_providerEntry.lead(found);
    const bool isFirst = m_ownProvider && m_ways.first() == api::SignInWay::Provider;
    // Whom the provider saw already is still to be signed in by what the account knows.
    const bool isSeen = m_providerEntry.unlinked().has_value();
    if (canUsePassword() && (isSeen || !isFirst))
        go(Step::Password);
    else if (m_ownProvider)
        go(Step::Provider);
    else if (canMailCode())
        mailCode();
    else
        fail(Error::of(Kind::NotFound, u"noWayToSignIn"_s));
}

bool SignInFlow::isAtEntry() const
{
    return m_step == Step::Email || m_step == Step::Provider || m_step == Step::Password;
}

void SignInFlow::usePassword()
{
    if (m_step == Step::Provider && !m_isBusy && canUsePassword())
        go(Step::Password);
}

void SignInFlow::submitPassword(const Secret &password)
{
    if (m_step != Step::Password || m_isBusy)
        return;
    if (password.isEmpty()) {
        fail(Error::rejected(u"empty"_s, u"password"_s));
        return;
    }
    m_entry = m_step;
    run(m_trustedSignIn.byPassword(m_email, password), [this](const api::SignInProgress &progress) {
        tellPasswordTaken(progress);
        take(progress);
    });
}

void SignInFlow::tellPasswordTaken(const api::SignInProgress &progress)
{
    if (!isOwnServer())
        return;
    const auto known = m_trustedSignIn.profileOf(m_email);
    const auto createdAt =
        progress.signedIn ? std::optional(progress.signedIn->user.createdAt) : std::nullopt;
    Q_EMIT m_accounts.ownPasswordTaken(known ? known->id : ProfileId(), createdAt);
}

void SignInFlow::submitProvider(const api::ProviderId &id)
{
    const auto provider = m_providerEntry.find(id);
    if (!isAtEntry() || m_isBusy || !provider)
        return;
    run(m_accounts.surroundings().vouch(m_server.url), [this, provider](Nothing) {
        m_entry = m_step;
        m_providerEntry.choose(*provider);
        const bool isBroughtBack = m_providerEntry.way() == ProviderEntry::Way::BroughtBack;
        go(isBroughtBack ? Step::Browser : Step::HandOver);
        m_providerEntry.begin(m_entry == Step::Email ? QString() : m_email);
    });
}

void SignInFlow::submitHandedOver(const Secret &given)
{
    if (m_step != Step::HandOver || m_isBusy)
        return;
    if (given.isEmpty()) {
        fail(Error::rejected(u"empty"_s, u"code"_s));
        return;
    }
    const bool isToken = m_providerEntry.way() == ProviderEntry::Way::IdToken;
    run(isToken ? m_trustedSignIn.byGoogle(given) : m_trustedSignIn.byPageCode(given),
        [this](const api::SignInProgress &progress) {
            m_providerEntry.visit().cancel(); // what it was for is there
            take(progress);
        });
}

void SignInFlow::signInByProvider(const BrowserVisit::Returned &returned)
{
    // Who comes back from a browser need not be whom somebody typed before.
    std::optional<Profile> known;
    if (m_entry != Step::Email)
        known = m_trustedSignIn.profileOf(m_email);
    else if (m_expected)
        known = m_accounts.profiles().find(m_server.url, *m_expected);
    run(m_trustedSignIn.byProvider(returned, known),
        [this](const api::SignInProgress &progress) { take(progress); });
}

bool SignInFlow::canMailCode() const
{
    return m_ways.contains(api::SignInWay::EmailCode) && api::isEmail(m_email) &&
           m_connection->wire().can<api::SignInByEmail>() &&
           m_connection->wire().can<api::FinishSignInByEmail>();
}

void SignInFlow::mailCode()
{
    if (!isAtEntry() || m_isBusy || !canMailCode())
        return;
    m_entry = m_step;
    go(Step::EmailCode);
    m_codes.mailTo(m_email);
}

bool SignInFlow::canTrustDevice() const
{
    if (!m_codes.challenge() || !m_connection->wire().can<api::AnswerChallenge>())
        return false;
    const auto understood =
        m_connection->wire().understood(api::AnswerChallenge{.id = m_codes.challenge()->id,
                                                             .factor = api::Factor::Totp,
                                                             .code = Secret(u"123456"_s),
                                                             .trustDevice = true});
    return understood && understood->trustDevice;
}

void SignInFlow::submitCode(const Secret &code, bool trustDevice)
{
    if ((m_step != Step::EmailCode && m_step != Step::SecondFactor) || m_isBusy)
        return;
    if (code.isEmpty()) {
        fail(Error::rejected(u"empty"_s, u"code"_s));
        return;
    }
    const auto goOn = [this](const api::SignInProgress &progress) { take(progress); };
    if (const auto &challenge = m_codes.challenge())
        run(m_connection->ask(api::AnswerChallenge{.id = challenge->id,
                                                   .factor = m_codes.ways().chosen(),
                                                   .code = code,
                                                   .trustDevice = trustDevice}),
            goOn);
    else if (m_codes.mailed()) // else none has left yet
        run(m_trustedSignIn.byCode(m_email, *m_codes.mailed(), code), goOn);
}

void SignInFlow::take(const api::SignInProgress &progress)
{
    if (progress.signedIn) {
        m_newTrust = progress.deviceTrust;
        begin(*progress.signedIn);
    } else if (progress.challenge) {
        if (m_codes.offer(*progress.challenge))
            go(Step::SecondFactor);
        else
            fail(Error::of(Kind::NotFound, u"noWayToSignIn"_s));
    } else {
        fail(Error::of(Kind::Protocol, u"neitherSessionNorChallenge"_s));
    }
}

/// Where a wire tells no ids, an account may have another name by now than when it got its profile.
api::SignedIn SignInFlow::recognised(api::SignedIn signedIn) const
{
    if (!m_expected || !signedIn.user.id.isEmpty())
        return signedIn;
    const auto profile = m_accounts.profiles().find(m_server.url, *m_expected);
    if (profile && profile->login() == api::loginOf(signedIn.user))
        signedIn.user.id = *m_expected;
    return signedIn;
}

void SignInFlow::begin(const api::SignedIn &begun)
{
    const api::SignedIn signedIn = recognised(begun);
    m_codes.clear();
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
    if (const auto unlinked = m_providerEntry.takeUnlinked())
        m_accounts.linkLater(m_profile, *unlinked);
    go(Step::Done);
    Q_EMIT done(m_profile);
}

bool SignInFlow::isOwnServer() const
{
    return m_accounts.surroundings().isOwnServer(m_server.url);
}

bool SignInFlow::canRecover() const
{
    return m_connection->wire().can<api::RequestPasswordReset>();
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
    const bool isEnough = api::isEmail(m_email) || m_recovery->asksForName();
    m_recovery->begin(isEnough ? m_email : QString());
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

SignInFlow::Step SignInFlow::stepBefore() const
{
    if (m_step == Step::Recovery)
        return m_beforeRecovery;
    if (m_step == Step::Browser || m_step == Step::HandOver || m_step == Step::EmailCode ||
        m_step == Step::SecondFactor)
        return m_entry;
    const bool isLed = m_ownProvider && m_ways.first() == api::SignInWay::Provider;
    if (m_step == Step::Password && isLed)
        return Step::Provider;
    return m_step == Step::Provider || m_step == Step::Password ? Step::Email : m_step;
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
    const Step before = stepBefore();
    if (m_step == Step::SecondFactor)
        m_codes.clear();
    go(before);
    m_providerEntry.visit().cancel();
}

void SignInFlow::cancel()
{
    if (m_step == Step::Done || m_step == Step::Cancelled)
        return;
    m_calls.cancelAll();
    m_isBusy = false;
    m_providerEntry.visit().cancel();
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
        m_codes.clear();
        m_step = m_entry;
        if (m_entry != Step::Password) // where no password stands any more
            m_error = Error::of(Kind::NotFound, u"signInOver"_s);
    } else if (m_step == Step::EmailCode && error.code == "passwordNeeded"_L1) {
        m_codes.clear();
        m_step = Step::Password;
    } else if (m_step == Step::HandOver && m_providerEntry.isAwaited()) {
        m_error = m_providerEntry.aboutHandedOver(error);
    } else if (m_step == Step::Browser || m_step == Step::HandOver) {
        failInBrowser(error);
    }
    Q_EMIT changed();
}

/// An account that is not theirs by what the provider says alone: they sign in to it once.
void SignInFlow::failInBrowser(const Error &error)
{
    m_step = m_entry;
    if (error.code != "identityUnlinked"_L1) {
        if (error.kind == Kind::Unauthorized) // not by what is typed there
            m_error->kind = Kind::Rejected;
        return;
    }
    m_error.reset();
    m_providerEntry.keepUnlinked();
    if (m_entry == Step::Provider && canUsePassword())
        m_step = Step::Password;
}

void SignInFlow::go(Step step)
{
    m_step = step;
    m_error.reset();
    Q_EMIT changed();
}

} // namespace latchkey::account
