#pragma once

#include "account/account.h"
#include "net/backoff.h"

namespace latchkey::account {

/// Has the session of an account renewed before it ends, where its server does not do so by itself
/// whenever it is used; and has it found out in time that one which can't be renewed is over.
class Renewal final : public QObject
{
    Q_OBJECT

public:
    explicit Renewal(Account &account, QObject *parent = nullptr);

private:
    Timestamp now() const;
    bool isNeeded() const;
    bool isPossible() const;
    Timestamp due(bool isJustRenewed) const;

    void plan();
    void waitUntil(Timestamp due);
    void look();
    void renew();
    void judge(const Result<api::RenewedSession> &renewed);
    void seeWhetherItHolds();

    Account &m_account;
    net::BackOff m_tryAgain;
    std::optional<Timestamp> m_end; ///< of the token that the plan is for
    Timestamp m_due{};
    Timestamp m_seen{}; ///< what the clock said last
    int m_lostInARow = 0;
    bool m_isRefused = false; ///< it is not renewed any more
    bool m_isAsking = false;
    Call<Nothing> m_wait;
};

} // namespace latchkey::account
