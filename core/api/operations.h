#pragma once

#include "api/describe.h"
#include "api/events.h"
#include "api/joining.h"
#include "api/profile.h"
#include "api/sessions.h"
#include "api/signingin.h"

namespace latchkey::api {

/// Everything that can be asked for. Wires, the router, the description and the tests walk it.
using Operations =
    TypeList<DescribeServer, SignUp, IdentifyUser, SignIn, AnswerChallenge, ProveWithPassword,
             CurrentSession, SignOut, Me, UpdateProfile, ChangePassword, ListSessions,
             RenameSession, EndSession, EndOtherSessions, ReinstateSession, ReviewSession, Events>;

} // namespace latchkey::api
