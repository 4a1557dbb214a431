#include "wingspananswers.h"

namespace latchkey::test::wingspan {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

/// Our words for what is wrong with what was asked, where its pages have none.
QByteArray aboutInput(const Row &row)
{
    static const QHash<QByteArray, QByteArray> words{
        {"createApiSession/expiryOutOfRange", "expiresAt: expiryOutOfRange"},
        {"createGrant/grantToSelf", "receiver: grantToSelf"},
        {"createAuthorization/authorizationToSelf", "receiver: authorizationToSelf"},
        {"createAuthorization/actionNotGiven", "action: actionNotGiven"},
        {"findByEmail/emailInvalid", "email: emailInvalid"},
        {"identifyUser/emailInvalid", "login: emailInvalid"},
        {"startEmailChange/emailUnchanged", "email: emailUnchanged"},
        {"startPhoneVerification/phoneInvalid", "phone: phoneNotValid"},
        {"startPhoneVerification/noTexts", "Phone verification is not available"}};
    return words.value(row.title());
}

QByteArray wordsOf(const Row &row)
{
    static const QHash<QString, QByteArray> byCode{
        {u"wrongCredentials"_s, "Invalid email or password"},
        {u"emailTaken"_s, "User for email already exists"},
        {u"passwordTooWeak"_s, "Password is too weak"},
        {u"roleTooLow"_s, "Forbidden"},
        {u"stepUpNeeded"_s, "OTP verification required"},
        {u"sessionEnded"_s, "Session expired"},
        {u"tokenUnknown"_s, "Unauthorized"},
        {u"wrongCode"_s, "Invalid verification code"}};
    if (const QByteArray words = byCode.value(row.refusal->code); !words.isEmpty())
        return words;
    const QHash<Kind, QByteArray> byKind{{Kind::NotFound, "Not found"},
                                         {Kind::RateLimited, "Too many requests"},
                                         // our word for what is in the way
                                         {Kind::Conflict, row.name}};
    return byKind.value(row.refusal->kind, aboutInput(row));
}

QStringList inTheFirst(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all << u"[0]."_s + name;
    return all;
}

} // namespace

HttpReply refusal(const Row &row)
{
    HttpReply reply = json(row.refusal->status, R"({"error":")" + wordsOf(row) + R"("})");
    if (row.refusal->saysWhen)
        reply.headers.add("Retry-After", "<seconds>");
    if (row.refusal->kind == Kind::RateLimited)
        reply.headers.add("Wingspan-Limit", row.refusal->code.toLatin1());
    return reply;
}

QHash<QByteArray, QStringList> needed()
{
    const QStringList told{u"expiration"_s, u"sessionType"_s};
    const QStringList held = told + QStringList{u"token"_s};
    const QStringList user{u"createdAt"_s, u"email"_s, u"profile"_s, u"tag"_s, u"userId"_s};
    const QStringList card{u"user"_s, u"userId"_s};
    const QStringList email{u"email"_s, u"status"_s, u"userId"_s};
    const QStringList phone{u"phone"_s, u"session.expiration"_s, u"status"_s, u"userId"_s};
    const QStringList apiSession = told + QStringList{u"isUnlimitedExpiration"_s, u"sessionId"_s};
    const QStringList package{u"package"_s, u"packageTier"_s, u"status"_s,
                              u"subscriptionGrantId"_s};
    const QStringList received = package + QStringList{u"grantorId"_s, u"memberId"_s};
    const QStringList given = package + QStringList{u"createdAt"_s, u"updatedAt"_s, u"granteeId"_s,
                                                    u"userRoles.ownerIds"_s};
    const QStringList letIn{u"createdAt"_s, u"updatedAt"_s, u"principalUser"_s, u"requestingUser"_s,
                            u"userId"_s};
    const QStringList organization{u"childUserId"_s,         u"createdAt"_s,
                                   u"inheritanceStrategy"_s, u"inheritanceStrategy.fundingSource"_s,
                                   u"parentUserId"_s,        u"updatedAt"_s};
    return {{"signUp", user},
            {"signUpByEmail", user},
            {"me", user},
            {"showAccount", user},
            {"editAccount", user},
            {"showUser", card},
            {"findByEmail", card},
            {"findByTag", card},
            {"identifyUser", {u"authenticationStrategy"_s}},
            {"signIn", held},
            {"signInByEmail", held},
            {"finishSignInByEmail", held},
            {"signInByProvider", held},
            {"signInByGoogle", held},
            {"signInOnBehalf", held},
            {"signInAsParent", held},
            {"answerChallenge", held},
            {"proveWithCode", held},
            {"sendChallengeCode", told},
            {"sendProofCode", told},
            {"sessionByToken", told},
            {"startEmailChange", email},
            {"startEmailVerification", email},
            {"finishEmailVerification", email},
            {"startPhoneVerification", phone},
            {"finishPhoneVerification", phone},
            {"listApiSessions", inTheFirst(apiSession)},
            {"createApiSession", apiSession + QStringList{u"token"_s}},
            {"showApiSession", apiSession},
            {"updateApiSession", apiSession},
            {"endSession", apiSession},
            {"listReceivedGrants", inTheFirst(received)},
            {"listGivenGrants", inTheFirst(given)},
            {"showGrant", given},
            {"createGrant", given},
            {"updateGrant", given},
            {"endGrant", given},
            {"listAccessScopes", {u"[0].scopeGroupId"_s}},
            {"listOpenAccounts", {u"[0].allowedScopeGroupIds"_s, u"[0].userId"_s}},
            {"listAuthorizations", inTheFirst(letIn)},
            {"showAuthorization", letIn},
            {"createAuthorization", letIn},
            {"updateAuthorization", letIn},
            {"revokeAuthorization", letIn},
            {"listChildAccounts", inTheFirst(user)},
            {"showChildAccount", user},
            {"makeChildAccount", user},
            {"setInheritance", organization}};
}

} // namespace latchkey::test::wingspan
