#pragma once

#include "base/id.h"

namespace latchkey::api {

using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;
using ChallengeId = Id<struct ChallengeTag>;
using FactorId = Id<struct FactorTag>;
using TrustedDeviceId = Id<struct TrustedDeviceTag>;
using SignUpId = Id<struct SignUpTag>;
using SignInId = Id<struct SignInTag>;
using GrantId = Id<struct GrantTag>;
using AuthorizationId = Id<struct AuthorizationTag>;
using CreditEntryId = Id<struct CreditEntryTag>;
using ProviderId = Id<struct ProviderTag>;
using VisitId = Id<struct VisitTag>;
using IdentityId = Id<struct IdentityTag>;
using ResetId = Id<struct ResetTag>;
using EventId = Id<struct EventTag>;

} // namespace latchkey::api
