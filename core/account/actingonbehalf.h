#pragma once

#include "account/profile.h"
#include "api/onbehalf.h"
#include "api/user.h"
#include "base/call.h"

#include <QObject>

namespace latchkey::account {

class Account;
class Accounts;

/// An administrator acts in the account of somebody else, or a parent in one that it made: that is
/// a profile beside their own, whose token is kept in memory. It is over with its time, and with
/// the session that began it.
class ActingOnBehalf final : public QObject
{
    Q_OBJECT

public:
    /// Both go together.
    explicit ActingOnBehalf(Accounts &accounts, QObject *parent = nullptr);
    ~ActingOnBehalf() override;

    /// Whether the server knows of it, and this account may in anybody's. Both can change.
    static bool isOffered(const Account &account);

    /// In whoever signs in by that; ends well after `began`.
    Call<ProfileId> begin(const ProfileId &by, const QString &login, const QString &reason);
    /// In an account of one's own making.
    Call<ProfileId> beginInChild(const ProfileId &by, const api::User &child,
                                 const QString &reason);
    /// The profile goes, and the session with it.
    void end(const ProfileId &id);

Q_SIGNALS:
    void began(const latchkey::account::ProfileId &id);
    /// It came to its end by itself, or from elsewhere. The profile is there until it is ended.
    void over(const latchkey::account::ProfileId &id);

private:
    template <class Op>
    Call<ProfileId> ask(const ProfileId &by, const Op &operation,
                        const std::optional<api::User> &known);
    Result<ProfileId> open(const Profile &own, const api::SignedIn &begun);
    void watch(const Profile &acting);

    Accounts &m_accounts;
};

} // namespace latchkey::account
