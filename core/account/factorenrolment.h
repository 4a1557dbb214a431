#pragma once

#include "account/codeflow.h"
#include "api/factors.h"

namespace latchkey::account {

class Account;
class FactorStore;

/// From a name to a second factor that sign-in asks for, and codes for the day it is lost. It is
/// an authenticator, or codes that are sent to what the account has verified.
class FactorEnrolment final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Name,
        Prove, ///< an authenticator takes `offer`, or `sending` a code; a code comes back
        Codes, ///< the factor counts; `codes` are shown once
        Done,
        Cancelled,
    };
    Q_ENUM(Step)

    /// Codes are sent by mail or as texts; everything else is an authenticator.
    FactorEnrolment(Account &account, FactorStore &store, api::Factor kind,
                    QObject *parent = nullptr);
    ~FactorEnrolment() override;

    api::Factor kind() const { return m_kind; }
    bool isSent() const { return m_kind != api::Factor::Totp; }
    Step step() const { return m_step; }
    bool isBusy() const { return m_isBusy; }
    /// Why the last submit failed; `field` is `name`, `code` or empty.
    const std::optional<Error> &error() const { return m_error; }

    const QString &name() const { return m_name; }
    /// With Prove, of an authenticator.
    const std::optional<api::NewTotp> &offer() const { return m_offer; }
    /// With Prove, where codes are sent: it takes them.
    CodeFlow &sending() { return m_sending; }
    /// With Codes; empty while they are being made, or where that failed: then `makeCodes` again.
    const QList<Secret> &codes() const { return m_codes; }

    void submitName(const QString &name);
    /// Of an authenticator.
    void submitCode(const Secret &code);
    void makeCodes();
    /// The person has the codes.
    void finish();
    /// Back to the name.
    void back();
    /// What was not proven by a code is forgotten by the server. From Codes on the factor counts,
    /// so that this only ends the showing.
    void cancel();

Q_SIGNALS:
    void changed();

private:
    template <class T, class Took>
    void run(const Call<T> &call, Took took);
    void followSending();
    void takeActive();
    void fail(const Error &error);
    void go(Step step);

    Account &m_account;
    FactorStore &m_store;
    const api::Factor m_kind;
    CodeFlow m_sending;
    CallScope m_calls;
    Step m_step = Step::Name;
    bool m_isBusy = false;
    std::optional<Error> m_error;
    QString m_name;
    std::optional<api::NewTotp> m_offer;
    QList<Secret> m_codes;
};

} // namespace latchkey::account
