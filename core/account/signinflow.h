#pragma once

#include "account/keepsecretstep.h"
#include "account/providerentry.h"
#include "account/signincodes.h"
#include "account/trustedsignin.h"
#include "api/joining.h"
#include "base/callscope.h"

namespace latchkey::account {

class Accounts;
class Connection;
class RecoveryFlow;

/// From an e-mail address to a session that is kept. What was typed stays when a step fails.
class SignInFlow final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Email,
        Provider, ///< the one that the address is led to is offered first
        Password,
        Browser,   ///< somebody is at an identity provider
        HandOver,  ///< what they got there, or from there, is typed here
        EmailCode, ///< that signs in without a password
        SecondFactor,
        Recovery,
        KeepSecret,
        Done,
        Cancelled,
    };
    Q_ENUM(Step)

    SignInFlow(Accounts &accounts, const ServerAddress &server, const QString &email = {},
               const QString &serverName = {}, QObject *parent = nullptr);
    ~SignInFlow() override;

    Step step() const { return m_step; }
    /// A question is under way; submitting again does nothing.
    bool isBusy() const { return m_isBusy; }
    /// Why the last submit failed; goes with the next one.
    const std::optional<Error> &error() const { return m_error; }

    const ServerAddress &server() const { return m_server; }
    const QString &serverName() const { return m_serverName; }
    const QString &email() const { return m_email; }
    const QList<api::SignInWay> &ways() const { return m_ways; }
    /// With SecondFactor: what is asked for.
    const std::optional<api::Challenge> &challenge() const { return m_codes.challenge(); }
    /// With SecondFactor: by which of those, and the code that was sent for it. With EmailCode:
    /// that one alone.
    CodeWays &codeWays() { return m_codes.ways(); }
    /// Whom else somebody may be seen by, and with Browser how it goes there.
    ProviderEntry &providerEntry() { return m_providerEntry; }
    /// With Provider and Password: whom the address is led to.
    const std::optional<api::ProviderCard> &ownProvider() const { return m_ownProvider; }
    /// Where the way back leads; the same where there is none.
    Step stepBefore() const;
    /// With Recovery.
    RecoveryFlow *recovery() const { return m_recovery.get(); }
    /// The password was set anew a moment ago, and all sessions have ended.
    bool isRecovered() const { return m_isRecovered; }
    /// This program runs it: what it sends is on this computer.
    bool isOwnServer() const;
    KeepSecretStep &keeping() { return m_keeping; }
    /// With Done.
    const ProfileId &profile() const { return m_profile; }

    /// Only this one's session is taken; another account's is given back (`otherAccount`).
    void expect(const api::UserId &user) { m_expected = user; }
    /// Somebody who was signed in before, and whose pages wait.
    bool isAgain() const { return m_expected.has_value(); }
    void submitEmail(const QString &typed);
    void submitPassword(const Secret &password);
    /// From any step where nothing but the way in is chosen.
    void submitProvider(const api::ProviderId &id);
    /// With HandOver: the code of the server's page, or the ID token.
    void submitHandedOver(const Secret &given);
    /// With Provider.
    bool canUsePassword() const { return m_ways.contains(api::SignInWay::Password); }
    void usePassword();
    /// With Provider and Password.
    bool canMailCode() const;
    void mailCode();
    /// With SecondFactor: whether the server's API has a word for it.
    bool canTrustDevice() const;
    /// `trustDevice`: this device is not asked again for as long as the server says.
    void submitCode(const Secret &code, bool trustDevice = false);
    /// Whether the server knows a way back for who can't sign in.
    bool canRecover() const;
    /// `typed`: the address as far as it is typed; empty for the one that is known.
    void recover(const QString &typed = {});
    bool canGoBack() const { return stepBefore() != m_step; }
    void back();
    /// Ends what is under way; a session that began already is ended on the server.
    void cancel();

Q_SIGNALS:
    /// Step, busy or error.
    void changed();
    void done(const latchkey::account::ProfileId &profile);
    void cancelled();

private:
    template <class T, class Took>
    void run(const Call<T> &call, Took took);
    void identify();
    void choose(const api::SignInWays &found);
    void goOnRecovered();
    bool isAtEntry() const;
    void signInByProvider(const BrowserVisit::Returned &returned);
    void tellPasswordTaken(const api::SignInProgress &progress);
    void take(const api::SignInProgress &progress);
    api::SignedIn recognised(api::SignedIn signedIn) const;
    void begin(const api::SignedIn &begun);
    void finish();
    void fail(const Error &error);
    void failInBrowser(const Error &error);
    void go(Step step);

    Accounts &m_accounts;
    ServerAddress m_server;
    std::unique_ptr<Connection> m_connection;
    KeepSecretStep m_keeping;
    CallScope m_calls;
    Step m_step = Step::Email;
    bool m_isBusy = false;
    std::optional<Error> m_error;
    QString m_email;
    QString m_serverName;
    std::optional<api::UserId> m_expected;
    QList<api::SignInWay> m_ways;
    std::optional<api::ProviderCard> m_ownProvider;
    Step m_entry = Step::Email; ///< from which the way in was gone
    SignInCodes m_codes;
    ProviderEntry m_providerEntry;
    TrustedSignIn m_trustedSignIn;
    std::unique_ptr<RecoveryFlow> m_recovery;
    Step m_beforeRecovery = Step::Email;
    bool m_isRecovered = false;
    std::optional<Secret> m_newTrust;
    std::optional<api::SignedIn> m_signedIn;
    ProfileId m_profile;
};

} // namespace latchkey::account
