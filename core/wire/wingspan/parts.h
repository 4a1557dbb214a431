#pragma once

#include "wire/wire.h"

namespace latchkey::wire::wingspan {

/// Accounts and their addresses, API sessions and grants.
void knowAccounts(Wire &wire);
/// An account as others see it, and who finds it.
void knowOthers(Wire &wire);
/// From an address to a session, and its one-time codes.
void knowEntering(Wire &wire);
/// Who else says who somebody is.
void knowProviders(Wire &wire);
void knowVerification(Wire &wire);
void knowApiSessions(Wire &wire);
void knowGrants(Wire &wire);
void knowAuthorizations(Wire &wire);
/// Accounts that one makes for others.
void knowOrganisations(Wire &wire);

} // namespace latchkey::wire::wingspan
