#pragma once

#include "base/call.h"
#include "base/secret.h"

/// What tells a PIN or passphrase again without keeping it: argon2id. Making one takes a while,
/// away from this thread.
namespace latchkey::secrets {

/// Server `outOfMemory` where there was not enough of it.
Call<Secret> hashPassphrase(const Secret &passphrase);
Call<bool> matchesPassphrase(const Secret &hash, const Secret &passphrase);

} // namespace latchkey::secrets
