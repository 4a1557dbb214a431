#pragma once

#include "api/accounts.h"
#include "api/apisessions.h"
#include "api/authorizations.h"
#include "api/codes.h"
#include "api/credits.h"
#include "api/describe.h"
#include "api/emailsignin.h"
#include "api/events.h"
#include "api/factors.h"
#include "api/finding.h"
#include "api/grants.h"
#include "api/helping.h"
#include "api/joining.h"
#include "api/onbehalf.h"
#include "api/organisations.h"
#include "api/plans.h"
#include "api/preferences.h"
#include "api/profile.h"
#include "api/providers.h"
#include "api/providersettings.h"
#include "api/proving.h"
#include "api/recovery.h"
#include "api/serversettings.h"
#include "api/sessions.h"
#include "api/signingin.h"
#include "api/tokens.h"
#include "api/verification.h"

namespace latchkey::api {

/// Everything that can be asked for. Wires, the router, the description and the tests walk it.
using Operations = TypeList<
    DescribeServer, SignUp, SignUpByEmail, SendSignUpCode, FinishSignUp, IdentifyUser, SignIn,
    SignInByEmail, FinishSignInByEmail, VisitProvider, ReturnFromProvider, SignInByProvider,
    SignInByGoogle, SendChallengeCode, AnswerChallenge, ProveWithPassword, SendProofCode,
    ProveWithCode, VisitToProve, ProveByProvider, RenewSession, CurrentSession, SessionByToken,
    EndSessionByToken, SignOut, SignInOnBehalf, RequestPasswordReset, ResetPassword, RemindUserName,
    TakeBackEmail, Me, UpdateProfile, EditAccount, ShowUser, DeleteAccount, ListPreferences,
    SetPreference, RemovePreference, FindByTag, FindByEmail, ChangePassword, StartEmailVerification,
    FinishEmailVerification, VerifyEmail, StartEmailChange, FinishEmailChange,
    StartPhoneVerification, FinishPhoneVerification, RemovePhone, ListSessions, RenameSession,
    EndSession, EndOtherSessions, ReinstateSession, ReviewSession, ListApiSessions, ShowApiSession,
    CreateApiSession, UpdateApiSession, RotateApiSession, ListReceivedGrants, ListGivenGrants,
    ShowGrant, CreateGrant, UpdateGrant, EndGrant, ListAccessScopes, ListAuthorizations,
    ListOpenAccounts, ShowAccessScopes, ShowAuthorization, CreateAuthorization, UpdateAuthorization,
    RevokeAuthorization, ShowAccount, UpdateAccount, ListAccountSessions, ShowCredits,
    ListCreditEntries, ShowPlan, UpgradePlan, ShowAccountCredits, AdjustCredits, SetPlan,
    ListFactors, EnrolTotp, EnrolCodes, ActivateFactor, RenameFactor, RemoveFactor,
    MakeRecoveryCodes, ListTrustedDevices, ForgetTrustedDevice, ListIdentities, ShowVisit,
    LinkIdentity, UnlinkIdentity, ListProviders, AddProvider, EditProvider, RemoveProvider,
    FindAccount, StartReset, LiftLock, ListAccounts, RemoveAccount, ShowServerSettings,
    EditServerSettings, ShowFigures, ListChildAccounts, ShowChildAccount, MakeChildAccount,
    SetInheritance, ShowOrganisation, SignInAsParent, LeaveOrganisation, Events>;

} // namespace latchkey::api
