#pragma once

#include "api/operation.h"

#include <cstdint>

namespace latchkey::account {

class Account;
class IdentityStore;

/// By what somebody shows once more who uses a session.
enum class ProofWay : std::uint8_t {
    Password,
    Provider, ///< the account has no password
    Code,
    SignIn, ///< there is no word for anything less
};

/// As the account's wire and the account itself have it, as far as is known.
ProofWay proofWayOf(const Account &account, const IdentityStore &identities, api::Level needed);

} // namespace latchkey::account
