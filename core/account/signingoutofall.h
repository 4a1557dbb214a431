#pragma once

#include "base/call.h"

namespace latchkey::account {

class Accounts;

/// Signs out here of every account whose token is within reach; where one is behind a passphrase of
/// its own that nobody gave, that keeps it. On an error some token could not be removed. That a
/// server was not told is none: it is the same as after any signing out without a network.
Call<Nothing> signOutOfAll(Accounts &accounts);

} // namespace latchkey::account
