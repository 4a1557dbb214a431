#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <QStringList>

#include <optional>

namespace latchkey::server {

/// What is to be found out about passwords, away from every other work.
struct PasswordTask
{
    struct Check
    {
        Secret typed;
        Secret against; ///< PHC string; empty where there is no account, and takes as long
    };
    struct Choice
    {
        Secret typed;
        QStringList about; ///< what the person is called
        QString field;     ///< where a refusal points
        Secret present{};  ///< PHC string: what fits it is no new one; empty compares nothing
    };

    std::optional<Check> check;
    std::optional<Choice> choice; ///< judged and hashed only if the check, if any, was right
};

struct PasswordVerdict
{
    bool matches = false;         ///< the check
    Secret checked;               ///< the hash it, or the choice, was compared with
    bool isUnchanged = false;     ///< the choice is the password already
    std::optional<Secret> fresh;  ///< hash of the choice, or of what was typed if the old is weak
    std::optional<Error> refused; ///< why the choice can't be
    std::optional<Error> lacking; ///< why nothing was found out

    /// The check was right, and what it was checked against is still the account's hash: the
    /// password may have changed meanwhile.
    bool holdsFor(const Secret &hash) const { return matches && hash.matches(checked); }
};

} // namespace latchkey::server
