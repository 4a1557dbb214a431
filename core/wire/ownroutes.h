#pragma once

#include "api/operations.h"
#include "wire/route.h"

namespace latchkey::wire {

inline constexpr auto basedOnField = "basedOn"; ///< travels as If-Match
inline constexpr auto versionField = "version"; ///< travels also as ETag

/// Where an operation lives on our own wire.
template <api::Operation Op>
Route ownRoute();

// clang-format off
template <> inline Route ownRoute<api::DescribeServer>()          { return {HttpMethod::Get,    "/v1/server"}; }
template <> inline Route ownRoute<api::SignUp>()                  { return {HttpMethod::Post,   "/v1/users"}; }
template <> inline Route ownRoute<api::SignUpByEmail>()           { return {HttpMethod::Post,   "/v1/sign-ups"}; }
template <> inline Route ownRoute<api::SendSignUpCode>()          { return {HttpMethod::Post,   "/v1/sign-ups/{id}/code"}; }
template <> inline Route ownRoute<api::FinishSignUp>()            { return {HttpMethod::Post,   "/v1/sign-ups/{id}"}; }
template <> inline Route ownRoute<api::IdentifyUser>()            { return {HttpMethod::Post,   "/v1/identify"}; }
template <> inline Route ownRoute<api::SignIn>()                  { return {HttpMethod::Post,   "/v1/session"}; }
template <> inline Route ownRoute<api::SignInByEmail>()           { return {HttpMethod::Post,   "/v1/email-sign-ins"}; }
template <> inline Route ownRoute<api::FinishSignInByEmail>()     { return {HttpMethod::Post,   "/v1/email-sign-ins/{id}"}; }
template <> inline Route ownRoute<api::VisitProvider>()           { return {HttpMethod::Post,   "/v1/provider-visits"}; }
template <> inline Route ownRoute<api::ReturnFromProvider>()      { return {HttpMethod::Post,   "/v1/provider-visits/return"}; }
template <> inline Route ownRoute<api::SignInByProvider>()        { return {HttpMethod::Post,   "/v1/session/provider"}; }
template <> inline Route ownRoute<api::SignInByGoogle>()          { return {HttpMethod::Post,   "/v1/session/google"}; }
template <> inline Route ownRoute<api::SendChallengeCode>()       { return {HttpMethod::Post,   "/v1/challenges/{id}/code"}; }
template <> inline Route ownRoute<api::AnswerChallenge>()         { return {HttpMethod::Post,   "/v1/challenges/{id}"}; }
template <> inline Route ownRoute<api::ProveWithPassword>()       { return {HttpMethod::Post,   "/v1/session/proof"}; }
template <> inline Route ownRoute<api::SendProofCode>()           { return {HttpMethod::Post,   "/v1/session/code"}; }
template <> inline Route ownRoute<api::ProveWithCode>()           { return {HttpMethod::Post,   "/v1/session/proof/code"}; }
template <> inline Route ownRoute<api::VisitToProve>()            { return {HttpMethod::Post,   "/v1/session/proof/visit"}; }
template <> inline Route ownRoute<api::ProveByProvider>()         { return {HttpMethod::Post,   "/v1/session/proof/provider"}; }
template <> inline Route ownRoute<api::RenewSession>()            { return {HttpMethod::Post,   "/v1/session/renew"}; }
template <> inline Route ownRoute<api::CurrentSession>()          { return {HttpMethod::Get,    "/v1/session"}; }
template <> inline Route ownRoute<api::SessionByToken>()          { return {HttpMethod::Post,   "/v1/tokens/show"}; }
template <> inline Route ownRoute<api::EndSessionByToken>()       { return {HttpMethod::Post,   "/v1/tokens/end"}; }
template <> inline Route ownRoute<api::SignOut>()                 { return {HttpMethod::Delete, "/v1/session"}; }
template <> inline Route ownRoute<api::SignInOnBehalf>()          { return {HttpMethod::Post,   "/v1/session/on-behalf"}; }
template <> inline Route ownRoute<api::RequestPasswordReset>()    { return {HttpMethod::Post,   "/v1/resets"}; }
template <> inline Route ownRoute<api::ResetPassword>()           { return {HttpMethod::Post,   "/v1/password"}; }
template <> inline Route ownRoute<api::RemindUserName>()          { return {HttpMethod::Post,   "/v1/reminders"}; }
template <> inline Route ownRoute<api::TakeBackEmail>()           { return {HttpMethod::Post,   "/v1/email/take-back"}; }
template <> inline Route ownRoute<api::Me>()                      { return {HttpMethod::Get,    "/v1/me"}; }
template <> inline Route ownRoute<api::UpdateProfile>()           { return {HttpMethod::Patch,  "/v1/me"}; }
template <> inline Route ownRoute<api::EditAccount>()             { return {HttpMethod::Patch,  "/v1/account"}; }
template <> inline Route ownRoute<api::DeleteAccount>()           { return {HttpMethod::Delete, "/v1/account"}; }
template <> inline Route ownRoute<api::ListPreferences>()         { return {HttpMethod::Get,    "/v1/preferences"}; }
template <> inline Route ownRoute<api::SetPreference>()           { return {HttpMethod::Put,    "/v1/preferences/{name}"}; }
template <> inline Route ownRoute<api::RemovePreference>()        { return {HttpMethod::Delete, "/v1/preferences/{name}"}; }
template <> inline Route ownRoute<api::ShowUser>()                { return {HttpMethod::Get,    "/v1/users/{id}"}; }
template <> inline Route ownRoute<api::FindByTag>()               { return {HttpMethod::Post,   "/v1/users/find-by-tag"}; }
template <> inline Route ownRoute<api::FindByEmail>()             { return {HttpMethod::Post,   "/v1/users/find-by-email"}; }
template <> inline Route ownRoute<api::ChangePassword>()          { return {HttpMethod::Post,   "/v1/me/password"}; }
template <> inline Route ownRoute<api::StartEmailVerification>()  { return {HttpMethod::Post,   "/v1/me/email/code"}; }
template <> inline Route ownRoute<api::FinishEmailVerification>() { return {HttpMethod::Post,   "/v1/me/email/verify"}; }
template <> inline Route ownRoute<api::VerifyEmail>()             { return {HttpMethod::Post,   "/v1/email/verify"}; }
template <> inline Route ownRoute<api::StartEmailChange>()        { return {HttpMethod::Post,   "/v1/me/email/change"}; }
template <> inline Route ownRoute<api::FinishEmailChange>()       { return {HttpMethod::Put,    "/v1/me/email"}; }
template <> inline Route ownRoute<api::StartPhoneVerification>()  { return {HttpMethod::Post,   "/v1/me/phone/code"}; }
template <> inline Route ownRoute<api::FinishPhoneVerification>() { return {HttpMethod::Put,    "/v1/me/phone"}; }
template <> inline Route ownRoute<api::RemovePhone>()             { return {HttpMethod::Delete, "/v1/me/phone"}; }
template <> inline Route ownRoute<api::ListSessions>()            { return {HttpMethod::Get,    "/v1/sessions"}; }
template <> inline Route ownRoute<api::RenameSession>()           { return {HttpMethod::Patch,  "/v1/sessions/{id}"}; }
template <> inline Route ownRoute<api::EndSession>()              { return {HttpMethod::Delete, "/v1/sessions/{id}"}; }
template <> inline Route ownRoute<api::EndOtherSessions>()        { return {HttpMethod::Post,   "/v1/sessions/end-others"}; }
template <> inline Route ownRoute<api::ReinstateSession>()        { return {HttpMethod::Post,   "/v1/sessions/{id}/reinstate"}; }
template <> inline Route ownRoute<api::ReviewSession>()           { return {HttpMethod::Post,   "/v1/sessions/{id}/review"}; }
template <> inline Route ownRoute<api::ListApiSessions>()         { return {HttpMethod::Get,    "/v1/api-sessions"}; }
template <> inline Route ownRoute<api::ShowApiSession>()          { return {HttpMethod::Get,    "/v1/api-sessions/{id}"}; }
template <> inline Route ownRoute<api::CreateApiSession>()        { return {HttpMethod::Post,   "/v1/api-sessions"}; }
template <> inline Route ownRoute<api::UpdateApiSession>()        { return {HttpMethod::Patch,  "/v1/api-sessions/{id}"}; }
template <> inline Route ownRoute<api::RotateApiSession>()        { return {HttpMethod::Post,   "/v1/api-sessions/{id}/secret"}; }
template <> inline Route ownRoute<api::ListReceivedGrants>()      { return {HttpMethod::Get,    "/v1/grants/received"}; }
template <> inline Route ownRoute<api::ListGivenGrants>()         { return {HttpMethod::Get,    "/v1/grants"}; }
template <> inline Route ownRoute<api::ShowGrant>()               { return {HttpMethod::Get,    "/v1/grants/{id}"}; }
template <> inline Route ownRoute<api::CreateGrant>()             { return {HttpMethod::Post,   "/v1/grants"}; }
template <> inline Route ownRoute<api::UpdateGrant>()             { return {HttpMethod::Patch,  "/v1/grants/{id}"}; }
template <> inline Route ownRoute<api::EndGrant>()                { return {HttpMethod::Delete, "/v1/grants/{id}"}; }
template <> inline Route ownRoute<api::ListAccessScopes>()        { return {HttpMethod::Get,    "/v1/authorizations/scopes"}; }
template <> inline Route ownRoute<api::ListAuthorizations>()      { return {HttpMethod::Get,    "/v1/authorizations"}; }
template <> inline Route ownRoute<api::ListOpenAccounts>()        { return {HttpMethod::Get,    "/v1/authorizations/accounts"}; }
template <> inline Route ownRoute<api::ShowAccessScopes>()        { return {HttpMethod::Get,    "/v1/authorizations/scopes/{id}"}; }
template <> inline Route ownRoute<api::ShowAuthorization>()       { return {HttpMethod::Get,    "/v1/authorizations/{id}"}; }
template <> inline Route ownRoute<api::CreateAuthorization>()     { return {HttpMethod::Post,   "/v1/authorizations"}; }
template <> inline Route ownRoute<api::UpdateAuthorization>()     { return {HttpMethod::Patch,  "/v1/authorizations/{id}"}; }
template <> inline Route ownRoute<api::RevokeAuthorization>()     { return {HttpMethod::Delete, "/v1/authorizations/{id}"}; }
template <> inline Route ownRoute<api::ShowAccount>()             { return {HttpMethod::Get,    "/v1/accounts/{id}"}; }
template <> inline Route ownRoute<api::UpdateAccount>()           { return {HttpMethod::Patch,  "/v1/accounts/{id}"}; }
template <> inline Route ownRoute<api::ListAccountSessions>()     { return {HttpMethod::Get,    "/v1/accounts/{id}/sessions"}; }
template <> inline Route ownRoute<api::ShowCredits>()             { return {HttpMethod::Get,    "/v1/credits"}; }
template <> inline Route ownRoute<api::ListCreditEntries>()       { return {HttpMethod::Get,    "/v1/credits/entries"}; }
template <> inline Route ownRoute<api::ShowPlan>()                { return {HttpMethod::Get,    "/v1/plan"}; }
template <> inline Route ownRoute<api::UpgradePlan>()             { return {HttpMethod::Post,   "/v1/plan"}; }
template <> inline Route ownRoute<api::ShowAccountCredits>()      { return {HttpMethod::Get,    "/v1/accounts/{id}/credits"}; }
template <> inline Route ownRoute<api::AdjustCredits>()           { return {HttpMethod::Post,   "/v1/accounts/{id}/credits"}; }
template <> inline Route ownRoute<api::SetPlan>()                 { return {HttpMethod::Put,    "/v1/accounts/{id}/plan"}; }
template <> inline Route ownRoute<api::ListFactors>()             { return {HttpMethod::Get,    "/v1/factors"}; }
template <> inline Route ownRoute<api::EnrolTotp>()               { return {HttpMethod::Post,   "/v1/factors/totp"}; }
template <> inline Route ownRoute<api::EnrolCodes>()              { return {HttpMethod::Post,   "/v1/factors/codes"}; }
template <> inline Route ownRoute<api::ActivateFactor>()          { return {HttpMethod::Post,   "/v1/factors/{id}/activate"}; }
template <> inline Route ownRoute<api::RenameFactor>()            { return {HttpMethod::Patch,  "/v1/factors/{id}"}; }
template <> inline Route ownRoute<api::RemoveFactor>()            { return {HttpMethod::Delete, "/v1/factors/{id}"}; }
template <> inline Route ownRoute<api::MakeRecoveryCodes>()       { return {HttpMethod::Post,   "/v1/recovery-codes"}; }
template <> inline Route ownRoute<api::ListTrustedDevices>()      { return {HttpMethod::Get,    "/v1/trusted-devices"}; }
template <> inline Route ownRoute<api::ForgetTrustedDevice>()     { return {HttpMethod::Delete, "/v1/trusted-devices/{id}"}; }
template <> inline Route ownRoute<api::ListIdentities>()          { return {HttpMethod::Get,    "/v1/identities"}; }
template <> inline Route ownRoute<api::ShowVisit>()               { return {HttpMethod::Post,   "/v1/provider-visits/show"}; }
template <> inline Route ownRoute<api::LinkIdentity>()            { return {HttpMethod::Post,   "/v1/identities"}; }
template <> inline Route ownRoute<api::UnlinkIdentity>()          { return {HttpMethod::Delete, "/v1/identities/{id}"}; }
template <> inline Route ownRoute<api::ListProviders>()           { return {HttpMethod::Get,    "/v1/providers"}; }
template <> inline Route ownRoute<api::AddProvider>()             { return {HttpMethod::Post,   "/v1/providers"}; }
template <> inline Route ownRoute<api::EditProvider>()            { return {HttpMethod::Patch,  "/v1/providers/{id}"}; }
template <> inline Route ownRoute<api::RemoveProvider>()          { return {HttpMethod::Delete, "/v1/providers/{id}"}; }
template <> inline Route ownRoute<api::FindAccount>()             { return {HttpMethod::Post,   "/v1/accounts/find"}; }
template <> inline Route ownRoute<api::StartReset>()              { return {HttpMethod::Post,   "/v1/accounts/{id}/reset"}; }
template <> inline Route ownRoute<api::LiftLock>()                { return {HttpMethod::Delete, "/v1/accounts/{id}/lock"}; }
template <> inline Route ownRoute<api::ListAccounts>()            { return {HttpMethod::Get,    "/v1/accounts"}; }
template <> inline Route ownRoute<api::RemoveAccount>()           { return {HttpMethod::Delete, "/v1/accounts/{id}"}; }
template <> inline Route ownRoute<api::ShowServerSettings>()      { return {HttpMethod::Get,    "/v1/server/settings"}; }
template <> inline Route ownRoute<api::EditServerSettings>()      { return {HttpMethod::Patch,  "/v1/server/settings"}; }
template <> inline Route ownRoute<api::ShowFigures>()             { return {HttpMethod::Get,    "/v1/server/figures"}; }
template <> inline Route ownRoute<api::ListChildAccounts>()       { return {HttpMethod::Get,    "/v1/organisation/accounts"}; }
template <> inline Route ownRoute<api::ShowChildAccount>()        { return {HttpMethod::Get,    "/v1/organisation/accounts/{id}"}; }
template <> inline Route ownRoute<api::MakeChildAccount>()        { return {HttpMethod::Post,   "/v1/organisation/accounts"}; }
template <> inline Route ownRoute<api::SetInheritance>()          { return {HttpMethod::Patch,  "/v1/organisation/accounts/{id}"}; }
template <> inline Route ownRoute<api::ShowOrganisation>()        { return {HttpMethod::Get,    "/v1/organisation"}; }
template <> inline Route ownRoute<api::SignInAsParent>()          { return {HttpMethod::Post,   "/v1/organisation/accounts/{id}/session"}; }
template <> inline Route ownRoute<api::LeaveOrganisation>()       { return {HttpMethod::Delete, "/v1/organisation"}; }
template <> inline Route ownRoute<api::Events>()                  { return {HttpMethod::Get,    "/v1/events"}; }
// clang-format on

} // namespace latchkey::wire
