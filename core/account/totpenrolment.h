#pragma once

#include "api/factors.h"
#include "base/callscope.h"

#include <QObject>

#include <optional>

namespace latchkey::account {

class Account;
class FactorStore;

/// From a name to an authenticator that sign-in asks for, and codes for the day it is lost.
class TotpEnrolment final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Name,
        Scan,  ///< `offer` goes into the authenticator, a code of it comes back
        Codes, ///< the authenticator counts; `codes` are shown once
        Done,
        Cancelled,
    };
    Q_ENUM(Step)

    TotpEnrolment(Account &account, FactorStore &store, QObject *parent = nullptr);
    ~TotpEnrolment() override;

    Step step() const { return m_step; }
    bool isBusy() const { return m_isBusy; }
    /// Why the last submit failed; `field` is `name`, `code` or empty.
    const std::optional<Error> &error() const { return m_error; }

    const QString &name() const { return m_name; }
    /// With Scan.
    const std::optional<api::NewTotp> &offer() const { return m_offer; }
    /// With Codes; empty while they are being made, or where that failed: then `makeCodes` again.
    const QList<Secret> &codes() const { return m_codes; }

    void submitName(const QString &name);
    void submitCode(const Secret &code);
    void makeCodes();
    /// The person has the codes.
    void finish();
    /// Back to the name.
    void back();
    /// What was not proven by a code is forgotten by the server. From Codes on the authenticator
    /// counts, so that this only ends the showing.
    void cancel();

Q_SIGNALS:
    void changed();

private:
    template <class T, class Took>
    void run(const Call<T> &call, Took took);
    void takeActive();
    void fail(const Error &error);
    void go(Step step);

    Account &m_account;
    FactorStore &m_store;
    CallScope m_calls;
    Step m_step = Step::Name;
    bool m_isBusy = false;
    std::optional<Error> m_error;
    QString m_name;
    std::optional<api::NewTotp> m_offer;
    QList<Secret> m_codes;
};

} // namespace latchkey::account
