#pragma once

#include "api/describe.h"
#include "api/events.h"
#include "api/factors.h"
#include "api/joining.h"
#include "api/profile.h"
#include "api/sessions.h"
#include "api/signingin.h"

namespace latchkey::api {

/// Everything that can be asked for. Wires, the router, the description and the tests walk it.
using Operations =
    TypeList<DescribeServer, SignUp, IdentifyUser, SignIn, AnswerChallenge, ProveWithPassword,
             ProveWithCode, CurrentSession, SignOut, Me, UpdateProfile, ChangePassword,
             ListSessions, RenameSession, EndSession, EndOtherSessions, ReinstateSession,
             ReviewSession, ListFactors, EnrolTotp, ActivateTotp, RenameFactor, RemoveFactor,
             MakeRecoveryCodes, ListTrustedDevices, ForgetTrustedDevice, Events>;

} // namespace latchkey::api
