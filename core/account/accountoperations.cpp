#include "account/account.h"

#include "account/requests.h"

namespace latchkey::account {

template <api::Operation Op>
bool Account::can() const
{
    return m_connection->wire().can<Op>() && (!m_isActing || api::isForActing(Op::traits));
}

template <api::Operation Op>
Result<Op> Account::understood(const Op &operation) const
{
    if (!can<Op>())
        return failure(notOffered());
    return m_connection->wire().understood(operation);
}

template <api::Operation Op>
Call<typename Op::Reply> Account::ask(const Op &operation)
{
    const auto &wire = m_connection->spoken();
    if (!can<Op>())
        return Call<typename Op::Reply>::finished(failure(notOffered()));
    constexpr bool isPublic = Op::traits.scope == api::Scope::Public;
    net::Outgoing outgoing = outgoingFor(wire, operation);
    const Call<HttpReply> sent =
        isPublic ? m_connection->send(std::move(outgoing)) : m_requests->send(std::move(outgoing));
    return reading<Op>(wire, operation, sent, this,
                       [this](const Result<typename Op::Reply> &result) { learnFrom<Op>(result); });
}

template <api::Operation Op>
void Account::learnFrom(const Result<typename Op::Reply> &result)
{
    using Reply = typename Op::Reply;
    if (!result) {
        heardOf(result.error());
        return;
    }
    reached();
    // What begins in somebody else's account, or tells of it, is theirs and not this account's.
    constexpr bool isOwn =
        !std::same_as<Op, api::SignInOnBehalf> && !std::same_as<Op, api::SignInAsParent> &&
        !std::same_as<Op, api::ShowAccount> && !std::same_as<Op, api::UpdateAccount>;
    if constexpr (std::same_as<Reply, api::User> && isOwn)
        learn(*result);
    if constexpr (std::same_as<Reply, api::SignedIn> && Op::traits.scope != api::Scope::Public &&
                  isOwn)
        replaceToken(*result, levelOf(Op()));
    if constexpr (std::same_as<Op, api::DeleteAccount>)
        close(AccountState::Reason::Deleted);
}

// The wires stay behind this file: pages see the operations and nothing of how they travel.
#define LATCHKEY_CAN(Op) template bool Account::can<api::Op>() const;
#define LATCHKEY_ASK(Op) \
    LATCHKEY_CAN(Op)     \
    template Call<api::Op::Reply> Account::ask<api::Op>(const api::Op &);

LATCHKEY_ASK(DescribeServer)
LATCHKEY_ASK(SignUp)
LATCHKEY_CAN(SignUpByEmail)
LATCHKEY_ASK(SendSignUpCode)
LATCHKEY_ASK(FinishSignUp)
LATCHKEY_ASK(IdentifyUser)
LATCHKEY_ASK(SignIn)
LATCHKEY_CAN(SignInByEmail)
LATCHKEY_CAN(FinishSignInByEmail)
LATCHKEY_ASK(VisitProvider)
LATCHKEY_CAN(ReturnFromProvider)
LATCHKEY_CAN(SignInByProvider)
LATCHKEY_CAN(SignInByGoogle)
LATCHKEY_ASK(SendChallengeCode)
LATCHKEY_ASK(AnswerChallenge)
LATCHKEY_ASK(ProveWithPassword)
LATCHKEY_ASK(SendProofCode)
LATCHKEY_ASK(ProveWithCode)
LATCHKEY_ASK(VisitToProve)
LATCHKEY_CAN(ProveByProvider)
LATCHKEY_CAN(RenewSession)
LATCHKEY_ASK(CurrentSession)
LATCHKEY_CAN(SessionByToken)
LATCHKEY_CAN(EndSessionByToken)
LATCHKEY_ASK(SignOut)
LATCHKEY_ASK(SignInOnBehalf)
LATCHKEY_ASK(RequestPasswordReset)
LATCHKEY_ASK(ResetPassword)
LATCHKEY_ASK(RemindUserName)
LATCHKEY_ASK(TakeBackEmail)
LATCHKEY_ASK(Me)
LATCHKEY_ASK(UpdateProfile)
LATCHKEY_ASK(EditAccount)
LATCHKEY_ASK(DeleteAccount)
LATCHKEY_CAN(ListPreferences)
LATCHKEY_CAN(SetPreference)
LATCHKEY_CAN(RemovePreference)
LATCHKEY_ASK(ShowUser)
LATCHKEY_ASK(FindByTag)
LATCHKEY_CAN(FindByEmail)
LATCHKEY_ASK(ChangePassword)
LATCHKEY_ASK(StartEmailVerification)
LATCHKEY_ASK(FinishEmailVerification)
LATCHKEY_ASK(VerifyEmail)
LATCHKEY_ASK(StartEmailChange)
LATCHKEY_ASK(FinishEmailChange)
LATCHKEY_ASK(StartPhoneVerification)
LATCHKEY_ASK(FinishPhoneVerification)
LATCHKEY_ASK(RemovePhone)
LATCHKEY_ASK(ListSessions)
LATCHKEY_ASK(RenameSession)
LATCHKEY_ASK(EndSession)
LATCHKEY_ASK(EndOtherSessions)
LATCHKEY_ASK(ReinstateSession)
LATCHKEY_ASK(ReviewSession)
LATCHKEY_ASK(ListApiSessions)
LATCHKEY_CAN(ShowApiSession)
LATCHKEY_ASK(CreateApiSession)
LATCHKEY_ASK(UpdateApiSession)
LATCHKEY_ASK(RotateApiSession)
LATCHKEY_ASK(ListReceivedGrants)
LATCHKEY_ASK(ListGivenGrants)
LATCHKEY_CAN(ShowGrant)
LATCHKEY_ASK(CreateGrant)
LATCHKEY_ASK(UpdateGrant)
LATCHKEY_ASK(EndGrant)
LATCHKEY_CAN(ListAccessScopes)
LATCHKEY_ASK(ListAuthorizations)
LATCHKEY_CAN(ListOpenAccounts)
LATCHKEY_CAN(ShowAccessScopes)
LATCHKEY_CAN(ShowAuthorization)
LATCHKEY_ASK(CreateAuthorization)
LATCHKEY_ASK(UpdateAuthorization)
LATCHKEY_ASK(RevokeAuthorization)
LATCHKEY_ASK(ShowAccount)
LATCHKEY_ASK(UpdateAccount)
LATCHKEY_ASK(ListAccountSessions)
LATCHKEY_ASK(ShowCredits)
LATCHKEY_ASK(ListCreditEntries)
LATCHKEY_ASK(ShowPlan)
LATCHKEY_ASK(UpgradePlan)
LATCHKEY_ASK(ShowAccountCredits)
LATCHKEY_ASK(AdjustCredits)
LATCHKEY_ASK(SetPlan)
LATCHKEY_ASK(ListFactors)
LATCHKEY_ASK(EnrolTotp)
LATCHKEY_ASK(EnrolCodes)
LATCHKEY_ASK(ActivateFactor)
LATCHKEY_ASK(RenameFactor)
LATCHKEY_ASK(RemoveFactor)
LATCHKEY_ASK(MakeRecoveryCodes)
LATCHKEY_ASK(ListTrustedDevices)
LATCHKEY_ASK(ForgetTrustedDevice)
LATCHKEY_ASK(ListIdentities)
LATCHKEY_ASK(ShowVisit)
LATCHKEY_ASK(LinkIdentity)
LATCHKEY_ASK(UnlinkIdentity)
LATCHKEY_ASK(ListProviders)
LATCHKEY_ASK(AddProvider)
LATCHKEY_ASK(EditProvider)
LATCHKEY_ASK(RemoveProvider)
LATCHKEY_ASK(FindAccount)
LATCHKEY_ASK(StartReset)
LATCHKEY_ASK(LiftLock)
LATCHKEY_ASK(ListAccounts)
LATCHKEY_ASK(RemoveAccount)
LATCHKEY_ASK(ShowServerSettings)
LATCHKEY_ASK(EditServerSettings)
LATCHKEY_ASK(ShowFigures)
LATCHKEY_ASK(ListChildAccounts)
LATCHKEY_CAN(ShowChildAccount)
LATCHKEY_ASK(MakeChildAccount)
LATCHKEY_ASK(SetInheritance)
LATCHKEY_ASK(ShowOrganisation)
LATCHKEY_ASK(SignInAsParent)
LATCHKEY_ASK(LeaveOrganisation)
LATCHKEY_CAN(Events)

template Result<api::EditAccount> Account::understood(const api::EditAccount &) const;
template Result<api::MakeChildAccount> Account::understood(const api::MakeChildAccount &) const;
template Result<api::SetInheritance> Account::understood(const api::SetInheritance &) const;
template Result<api::SignInAsParent> Account::understood(const api::SignInAsParent &) const;

static_assert(api::Operations::size == 117, "each operation has its line above");

} // namespace latchkey::account
