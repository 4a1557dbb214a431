#pragma once

#include "api/ids.h"
#include "api/session.h"
#include "base/clock.h"
#include "base/result.h"
#include "server/store/users.h"

#include <optional>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

class Vault;

/// An account that is not made yet, and where it was asked for.
struct WaitingSignUp
{
    NewUser user;
    api::Device device;
};

/// Sign-ups that wait for the code which their address got, for 15 minutes.
class SignUps
{
public:
    SignUps(storage::Database &database, const Clock &clock, const Vault &vault);

    Result<api::SignUpId> wait(const WaitingSignUp &who);
    /// Nothing where there is none of that id, or its time is over.
    Result<std::optional<WaitingSignUp>> find(const api::SignUpId &id);
    Result<Nothing> forget(const api::SignUpId &id);

    Result<qint64> forgetOld(int limit);

private:
    storage::Database &m_database;
    const Clock &m_clock;
    const Vault &m_vault;
};

} // namespace latchkey::server
