#pragma once

#include "account/connections.h"

#include <QObject>

namespace latchkey::account {

class Accounts;

/// Of the wire that is called so, the usual one first; none where there is nothing to choose.
QList<int> versionsOf(const QString &wire);

/// Whether people may say how what fails there is repeated.
bool hasRetries(const QString &wire);

/// What the person sets for one profile on this computer. Each change holds at once.
class ProfileSettings final : public QObject
{
    Q_OBJECT

public:
    ProfileSettings(const ProfileId &id, Accounts &accounts, QObject *parent = nullptr);

    /// Empty: it is called as the account is.
    Result<Nothing> setLabel(const QString &label);
    /// Of the account API that is spoken with its server.
    Result<Nothing> setWireVersion(int version);
    Result<Nothing> setRetries(const RetryChoice &retries);
    Result<Nothing> setProxy(const ProxyChoice &proxy);

    /// The session is kept there first, and then no longer where it was. On an error it stays;
    /// only with `oldCopyKept` it has moved, and the old place did not let its copy go. Only while
    /// there is a session.
    Call<Nothing> moveTo(KeepingPlace place);
    /// Where it is kept from the next time on.
    Result<Nothing> setKeeping(KeepingPlace place);

    /// As the server shows it now; sends nothing to it.
    Call<ServerCertificate> look() const;
    /// The one that is trusted besides the system's own.
    std::optional<ServerCertificate> trusted() const;
    Result<Nothing> trust(const ServerCertificate &certificate);
    /// From then on only authorities that the system trusts can vouch for the server.
    Result<Nothing> forgetCertificate();

private:
    template <class Change>
    Result<Nothing> change(Change change);

    const ProfileId m_id;
    Accounts &m_accounts;
};

} // namespace latchkey::account
