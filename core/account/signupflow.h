#pragma once

#include "account/codeways.h"
#include "account/keepsecretstep.h"
#include "api/describe.h"
#include "api/joining.h"
#include "base/callscope.h"

namespace latchkey::account {

class Accounts;
class Connection;

/// From a filled form to an account with its first session, kept.
class SignUpFlow final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Form,
        Code, ///< where the server sends mails: the one that the address got
        KeepSecret,
        Done,
        Cancelled,
    };
    Q_ENUM(Step)

    struct Form
    {
        QString name;
        QString email;
        Secret password;
        api::Language language = api::Language::English;
        std::optional<Secret> setupCode;
    };

    /// `description` as ConnectFlow found it: its rules are checked before anything is sent.
    SignUpFlow(Accounts &accounts, const ServerAddress &server,
               const api::ServerDescription &description, QObject *parent = nullptr);
    ~SignUpFlow() override;

    Step step() const { return m_step; }
    bool isBusy() const { return m_isBusy; }
    /// `error().field` is one of `name`, `email`, `password`, `setupCode`, `code`, or empty for
    /// the form.
    const std::optional<Error> &error() const { return m_error; }

    const ServerAddress &server() const { return m_server; }
    /// Asks for no set-up code where the program knows it.
    const api::ServerDescription &description() const { return m_description; }
    KeepSecretStep &keeping() { return m_keeping; }
    const ProfileId &profile() const { return m_profile; }
    /// With Done: the first of this server, so its administrator.
    bool isAdministrator() const;

    /// With Code: on its way to the address.
    CodeWays &codeWays() { return m_codeWays; }
    /// This program runs it: what it sends is on this computer.
    bool isOwnServer() const;

    void submit(const Form &form);
    void submitCode(const Secret &code);
    /// From the code to the form.
    void back();
    void cancel();

Q_SIGNALS:
    void changed();
    void done(const latchkey::account::ProfileId &profile);
    void cancelled();

private:
    Result<api::SignUp> checked(const Form &form) const;
    template <class T, class Took>
    void run(const Call<T> &call, Took took);
    bool isPending(const api::SignUp &signUp) const;
    void take(const api::SignUpProgress &progress);
    void enter(const QString &login);
    void begin(const api::SignedIn &signedIn);
    void finish();
    void fail(const Error &error);
    void go(Step step);

    Accounts &m_accounts;
    ServerAddress m_server;
    api::ServerDescription m_description;
    std::optional<Secret> m_setupCode; ///< known to the program
    std::unique_ptr<Connection> m_connection;
    KeepSecretStep m_keeping;
    CallScope m_calls;
    Step m_step = Step::Form;
    bool m_isBusy = false;
    std::optional<Error> m_error;
    std::optional<api::SignUp> m_asked; ///< what is pending, or would be
    std::optional<api::PendingSignUp> m_pending;
    CodeWays m_codeWays;
    std::optional<api::SignedIn> m_signedIn;
    ProfileId m_profile;
    bool m_isAdministrator = false;
};

} // namespace latchkey::account
