#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <optional>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

class Settings;

/// How a server gets its first account, and whether it takes more.
class Setup
{
public:
    Setup(storage::Database &database, Settings &settings);

    Result<bool> isFirstAccountPending();
    Result<bool> isCodeRequired();

    /// A code without which nobody signs up until it is withdrawn; it replaces an earlier one.
    Result<Secret> issueCode();
    Result<Nothing> withdrawCode();
    /// Lets a sign-up pass, in whose transaction it is called before the insert. Rejected
    /// `setupCodeWrong` (field `setupCode`), also for none where one was issued.
    Result<Nothing> admit(const std::optional<Secret> &code);

    /// Whether anybody may join, as an administrator said last; else `unlessSaid`.
    Result<bool> isSignUpOpen(bool unlessSaid);
    Result<Nothing> setSignUpOpen(bool open);

private:
    storage::Database &m_database;
    Settings &m_settings;
};

} // namespace latchkey::server
