#pragma once

#include "base/erased.h"
#include "base/result.h"
#include "server/passwordtask.h"
#include "server/providertalk.h"

#include <functional>

namespace latchkey::server {

class PasswordHashing;

/// What slow work is done with.
struct SlowMeans
{
    const PasswordHashing &hashing;
    ProviderTalk &providers;
};

/// Between what an operation prepares and how it ends, away from the writer and the loops: it finds
/// a verdict, or why none could be found.
using SlowWork = std::function<Result<Erased>(const SlowMeans &)>;

/// Which threads do it.
enum class SlowKind : std::uint8_t { Passwords, Providers };

/// Finds a `PasswordVerdict`.
SlowWork judging(PasswordTask task);
/// Finds a `ProviderVerdict`.
SlowWork asking(ProviderQuestion question);

} // namespace latchkey::server
