#pragma once

#include "api/signingin.h"
#include "server/context.h"
#include "server/handlers/news.h"
#include "server/store/writestore.h"

/// What every way to sign in comes to once somebody has shown who they are.
namespace latchkey::server::handlers {

struct Entering
{
    api::Device device;
    api::Proof proof = api::Proof::Password; ///< that they have shown
    std::optional<Timestamp> until = {};     ///< the session ends then at the latest

    std::optional<Secret> deviceTrust = {};
    bool takesChallenge = true;            ///< else whoever has a second factor is refused
    std::optional<api::Factor> shown = {}; ///< already, so it is no second one
};

/// A session, or a challenge where the account asks for more. Refused `wrongCredentials` where the
/// way that it came by has no word for one, Conflict `passwordNeeded` where nothing is left to ask
/// for but what was shown.
Result<api::SignInProgress> enter(const News &news, Context &context, WriteStore &store,
                                  const api::User &user, const Entering &how);

/// A session, for whoever owes nothing more.
Result<api::SignInProgress> begin(const News &news, Context &context, WriteStore &store,
                                  const api::User &user, const NewSession &fresh);

Error wrongCredentials();

} // namespace latchkey::server::handlers
