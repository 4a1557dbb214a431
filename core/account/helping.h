#pragma once

#include "api/helping.h"
#include "base/callscope.h"

#include <QObject>

#include <optional>

namespace latchkey::account {

class Account;

/// Somebody else's account, found by its address, and what is done so that its owner gets in again.
class Helping final : public QObject
{
    Q_OBJECT

public:
    explicit Helping(Account &account, QObject *parent = nullptr);
    ~Helping() override;

    /// Whether the server knows of it, and this account may. Both can change.
    static bool isOffered(const Account &account);

    /// What was asked for last.
    const QString &email() const { return m_email; }
    /// Stays while it is looked at again, and goes when another address is asked for.
    const std::optional<api::HelpedAccount> &found() const { return m_found; }
    bool isLooking() const { return m_isLooking; }
    /// Why the last look failed; userUnknown where nobody has this address.
    const std::optional<Error> &lookError() const { return m_lookError; }
    bool isNobody() const { return m_lookError && m_lookError->kind == Error::Kind::NotFound; }

    void find(const QString &email);
    void lookAgain();
    /// When what was found was so.
    Timestamp foundAt() const { return m_foundAt; }
    /// What is shown is probably over: looks again, which is no act of the person.
    void lookByItself();
    /// Looks again every so often: for a while after the last act, since a session that nobody
    /// uses must be able to end.
    void setWatching(bool isWatching);

    bool isSending() const { return m_isSending; }
    bool isLifting() const { return m_isLifting; }
    Call<api::StartedReset> startReset();
    Call<Nothing> liftLock();

Q_SIGNALS:
    void changed();

private:
    void look();
    void take(const Result<api::HelpedAccount> &result);
    void watch();

    Account &m_account;
    CallScope m_looks;
    CallScope m_waits;
    int m_round = 0; ///< answers to an earlier look are nobody's any more
    QString m_email;
    std::optional<api::HelpedAccount> m_found;
    std::optional<Error> m_lookError;
    bool m_isLooking = false;
    bool m_isSending = false;
    bool m_isLifting = false;
    bool m_isWatching = false;
    Timestamp m_lastAct{};
    Timestamp m_foundAt{};
};

} // namespace latchkey::account
