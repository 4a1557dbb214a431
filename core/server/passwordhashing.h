#pragma once

#include "api/describe.h"
#include "base/result.h"
#include "server/passwordtask.h"

#include <mutex>

namespace latchkey::server {

/// argon2id as OWASP asks for it: 19 MiB, two passes, one lane.
class PasswordHashing
{
public:
    explicit PasswordHashing(api::PasswordPolicy policy)
        : m_policy(policy)
    {}

    /// Makes the hash that whoever is unknown is checked against; judging does it where needed.
    void warmUp() const { nobodys(); }

    /// Slow; for the password pool's threads.
    PasswordVerdict judge(const PasswordTask &task) const;

    static Result<Secret> hash(const Secret &password);
    /// Refuses with `outOfMemory`, for that says nothing of the password.
    static Result<bool> matches(const Secret &hash, const Secret &password);
    static bool isWeak(const Secret &hash);

private:
    Result<Secret> nobodys() const;

    api::PasswordPolicy m_policy;
    mutable std::mutex m_mutex;
    mutable Secret m_nobodys;
};

} // namespace latchkey::server
