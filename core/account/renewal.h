#pragma once

#include "account/account.h"

namespace latchkey::account {

/// Has the session of an account renewed before it ends, where its server does not do so by itself
/// whenever it is used.
class Renewal final : public QObject
{
    Q_OBJECT

public:
    explicit Renewal(Account &account, QObject *parent = nullptr);

private:
    bool isNeeded() const;
    void plan();
    void look();
    void renew();

    Account &m_account;
    std::optional<Timestamp> m_end; ///< of the token that the plan is for
    Timestamp m_due{};
    bool m_isAsking = false;
    Call<Nothing> m_wait;
};

} // namespace latchkey::account
