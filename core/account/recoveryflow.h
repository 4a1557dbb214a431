#pragma once

#include "account/codeways.h"
#include "account/profile.h"
#include "api/describe.h"
#include "api/recovery.h"

#include <memory>

namespace latchkey::account {

class Connection;
struct Surroundings;

/// Back into an account whose password is lost: by a code, a new one is set. Nothing here tells
/// whether an address has an account, and what was typed stays.
class RecoveryFlow final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Email,  ///< where the code goes
        Reset,  ///< the code, and a new password
        Mailed, ///< the mail says all that there is to do
        Remind,
        Reminded,
        TakeBack, ///< the code that the old address got when somebody changed it
        Done,
    };
    Q_ENUM(Step)

    RecoveryFlow(const Surroundings &surroundings, const ServerAddress &server,
                 QObject *parent = nullptr);
    ~RecoveryFlow() override;

    Step step() const { return m_step; }
    bool isBusy() const { return m_isBusy; }
    /// The server may have done already what it is asked for, and is waited for: `back` does
    /// nothing.
    bool isTaking() const { return m_isTaking; }
    /// `field` is `email`, `code`, `password` or empty.
    const std::optional<Error> &error() const { return m_error; }

    /// An address, or where accounts are asked for by name, that.
    const QString &email() const { return m_email; }
    bool asksForName() const;
    /// Whether a code can come by mail at all. Until it is known, it can.
    bool sendsMail() const;
    /// Its code is typed here.
    bool takesCode() const;
    /// ... one that an administrator had sent, too.
    bool takesGivenCode() const;
    bool canRemind() const;
    bool canTakeBack() const;
    /// Only our own wire says what happens to sessions, and lets addresses sign in everywhere.
    bool speaksOwnWire() const;
    /// The program's own: its mails are on this computer.
    bool isOwnServer() const;
    const api::PasswordPolicy &passwords() const { return m_description.passwords; }
    /// With Reset: the code is there already, and no other can be asked for here.
    bool isCodeGiven() const { return m_isCodeGiven; }
    /// The address is the old one again, and the password has yet to be set.
    bool isTakenBack() const { return m_isTakenBack; }
    CodeWays &ways() { return m_ways; }

    /// At the first step; what was asked for before still counts.
    void begin(const QString &email);
    /// What stands in the field for the address, whatever is done next.
    void keepTyped(const QString &typed) { m_email = typed; }
    void submitEmail(const QString &typed);
    void haveCode();
    void submit(const Secret &code, const Secret &password);
    void remind();
    void submitReminder(const QString &typed);
    void takeBack();
    void submitTakeBack(const Secret &code);
    /// From the first step it leaves.
    void back();

Q_SIGNALS:
    void changed();
    /// The password is the new one, and nobody is signed in.
    void done();
    void left();

private:
    template <class T, class Took>
    void run(const Call<T> &call, Took took);
    template <class T, class Took>
    void listen(const Call<T> &call, Took took);
    template <class Op, class Took>
    void ask(const Op &operation, Took took);
    template <class Op, class Took>
    void change(const Op &operation, Took took);
    Call<api::CodeSent> request(const QString &email);
    std::optional<QString> taken(const QString &typed, const Result<QString> &normal);
    void forgetRequest();
    void describe();
    void fail(const Error &error);
    void go(Step step);

    const Surroundings &m_surroundings;
    const ServerAddress m_server;
    std::unique_ptr<Connection> m_connection;
    CallScope m_calls;
    CodeWays m_ways;
    Step m_step = Step::Email;
    bool m_isBusy = false;
    bool m_isTaking = false;
    std::optional<Error> m_error;
    QString m_email;
    QString m_begunWith;
    QString m_requestedFor;
    std::optional<api::ResetId> m_request;
    bool m_isCodeGiven = false;
    api::ServerDescription m_description;
    bool m_isDescribed = false;
    bool m_isTakenBack = false;
};

} // namespace latchkey::account
