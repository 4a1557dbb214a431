#include "documentedrefusals.h"

namespace latchkey::test {

namespace {

const QByteArray onlyTrouble = "only where our server itself is in trouble";
const QByteArray noRate = "limits of an address are none of a row: tests/server/tst_allowance.cpp";
const QByteArray noQuota = "nothing here uses a quota up";
const QByteArray ofALink = "what a link says is not typed: tests/server/tst_verificationlink.cpp";
const QByteArray engine = "answered before there is a request: tests/server/tst_wireplaces.cpp";

QList<DocumentedRefusal> auroras()
{
    const QByteArray malformed = "One or more API parameters are malformed. Please check your "
                                 "request and try again";
    const QByteArray invalid = "Invalid username, password, or access token";
    const QByteArray quota = "You have exceeded your Message/TTS quota.";
    return {{"aurora", "signIn", 400, malformed},
            {"aurora", "signIn", 401, invalid},
            {"aurora", "signIn", 429, quota, noQuota},
            {"aurora", "signIn", 429, "statusCode", noRate},
            {"aurora", "signUp", 400, malformed},
            {"aurora", "signUp", 401, "Username or email already in use"},
            {"aurora", "me", 401, invalid},
            {"aurora", "editAccount", 400, malformed},
            {"aurora", "editAccount", 401, invalid},
            {"aurora3", "signIn", 401, invalid},
            {"aurora3", "signUp", 400, malformed},
            {"aurora3", "signUp", 401, "Username or email already in use"}};
}

QList<DocumentedRefusal> oneShots()
{
    return {{"oneshot", "signUp", 409, "ALREADY_EXISTS"},
            {"oneshot", "signUp", 400, "Content type error"},
            {"oneshot", "signUp", 400, "Json deserialize error: missing field"},
            {"oneshot", "signUp", 413, "is larger than allowed", engine},
            {"oneshot", "signIn", 404, "NOT_FOUND"},
            {"oneshot", "signIn", 403, "FORBIDDEN"},
            {"oneshot", "signIn", 500, "INTERNAL_SERVER_ERROR", onlyTrouble},
            {"oneshot", "editAccount", 409, "ALREADY_EXISTS"},
            {"oneshot", "editAccount", 401, "UNAUTHORIZED"},
            {"oneshot", "me", 401, "UNAUTHORIZED"},
            {"oneshot", "showUser", 400, "BAD_REQUEST"},
            {"oneshot", "showUser", 404, "NOT_FOUND"},
            {"oneshot", "showUser", 401, "UNAUTHORIZED"},
            {"oneshot", {}, 404, "NOT_FOUND"}};
}

QList<DocumentedRefusal> mmdls()
{
    return {{"mmdl", "signIn", 401, "INVALID_PASSWORD"},
            {"mmdl", "signIn", 422, "REGISTER_FOR_A_PASSWORD"},
            {"mmdl", "signIn", 422, "LOGIN_WITH_PASSWORD", "nor can its own server say it"},
            {"mmdl", "signIn", 422, "INVALID_INPUT"},
            {"mmdl", "signIn", 403, "INVALID_METHOD."},
            {"mmdl", "signIn", 400, "Invalid JSON"},
            {"mmdl", "signUp", 200, "ERROR_LOGIN_WITH_PASSWORD"},
            {"mmdl", "signUp", 401, "CANT_CREATE_USER"},
            {"mmdl", "signUp", 422, "INVALID_INPUT"},
            {"mmdl", "signUp", 422, "INVALID_METHOD"},
            {"mmdl", "requestPasswordReset", 200, "ERROR_NO_EMAIL_SET"},
            {"mmdl", "requestPasswordReset", 403, "ERROR_INVALID_USERNAME"},
            {"mmdl", "requestPasswordReset", 500, "ERROR_EMAIL_SENDING_FAILED"},
            {"mmdl", "requestPasswordReset", 500, "ERROR_GENERIC", onlyTrouble},
            {"mmdl", "requestPasswordReset", 422, "INVALID_INPUT"},
            {"mmdl", "requestPasswordReset", 422, "INVALID_METHOD"},
            {"mmdl", "resetPassword", 401, "ERROR_INVALID_OTP"},
            {"mmdl", "resetPassword", 422, "INVALID_INPUT"},
            {"mmdl", "resetPassword", 500, "ERROR_PASSWORD_RESET_FAILED", onlyTrouble},
            {"mmdl", "resetPassword", 422, "INVALID_METHOD"},
            {"mmdl", "me", 401, "PLEASE_LOGIN"},
            {"mmdl", "me", 422, "INVALID_METHOD"},
            {"mmdl", "me", 403, "INVALID_METHOD."},
            {"mmdl", "listAccounts", 401, "ONLY_ADMIN_CAN_REQUEST_GLOBAL"},
            {"mmdl", "removeAccount", 405, "CANT_DELETE_ADMIN"},
            {"mmdl", "removeAccount", 401, "ONLY_ADMIN_CAN_DELETE_USER"},
            {"mmdl", "removeAccount", 422, "INVALID_INPUT"},
            {"mmdl", "listPreferences", 401, "PLEASE_LOGIN"},
            {"mmdl", "setPreference", 422, "INVALID_INPUT"},
            {"mmdl", "showServerSettings", 401, "ONLY_ADMIN_CAN_REQUEST_GLOBAL"},
            {"mmdl", "editServerSettings", 401, "ONLY_ADMIN_CAN_SET_GLOBAL"},
            {"mmdl", "describeServer", 200, "NOT_INSTALLED", "whoever answers is installed"},
            {"mmdl", "describeServer", 503, "ERROR_DB_CON_ERROR", onlyTrouble}};
}

QList<DocumentedRefusal> temporals()
{
    const QByteArray taken = "username is already taken";
    const QByteArray noEmail = "account does not have email enabled, unfortunately for security "
                               "reasons we can't assist in recovery";
    QList<DocumentedRefusal> all{
        {"temporal", "signIn", 401, "Incorrect Username / Password"},
        {"temporal", "signIn", 400, "Missing Username or Password"},
        {"temporal", "renewSession", 401, "Token is expired."},
        {"temporal", "signUp", 400, taken},
        {"temporal", "signUp", 400, "email address already taken"},
        {"temporal", "signUp", 400,
         "emails must not contain + signs, this is to prevent abuse of catch all routing"},
        {"temporal", "signUp", 400, "usernames cant contain @ sign"},
        {"temporal", "signUp", 400, "username not present"},
        {"temporal", "signUp", 400, "password not present"},
        {"temporal", "signUp", 400, "email_address not present"},
        {"temporal", "signUp", 400, "failed to create user account"},
        {"temporal", "verifyEmail", 400, "failed to validate email verification token"},
        {"temporal", "verifyEmail", 400, "username from claim does not match expected user of",
         ofALink},
        {"temporal", "verifyEmail", 400, "token is expired", ofALink},
        {"temporal", "changePassword", 400, "failed to change password"},
        {"temporal", "changePassword", 400, "old_password not present"},
        {"temporal", "changePassword", 400, "new_password not present"},
        {"temporal", "showCredits", 400, "failed to search for user credits", onlyTrouble},
        {"temporal", "showPlan", 400, "failed to search for account usage data", onlyTrouble},
        {"temporal", "upgradePlan", 400, "user account is already upgrade"},
        {"temporal", "remindUserName", 400, "unable to find username"},
        {"temporal", "remindUserName", 400, noEmail},
        {"temporal", "remindUserName", 400, "email_address not present"},
        {"temporal", "requestPasswordReset", 400, "unable to find username"},
        {"temporal", "requestPasswordReset", 400, noEmail},
        {"temporal", "requestPasswordReset", 400, "email_address not present"},
        {"temporal", "showFigures", 403, "user is not an administrator"},
        {"temporal", "me", 401, "invalid auth header"},
        {"temporal", "me", 403, "You don't have permission to access.",
         "no account is switched off there"},
        {"temporal", "me", 429, "Limit exceeded", noRate},
        {"temporal", {}, 404, "404 page not found"}};
    for (const char *operation : {"me", "renewSession", "changePassword", "showCredits", "showPlan",
                                  "upgradePlan", "showFigures"}) {
        for (const char *words : {"auth header empty", "signature is invalid", "Token is expired",
                                  "token contains an invalid number of segments"})
            all << DocumentedRefusal{"temporal", operation, 401, words};
    }
    return all;
}

QList<DocumentedRefusal> wingspans()
{
    QList<DocumentedRefusal> all{
        {"wingspan", "signUp", 409, "User for email already exists"},
        {"wingspan", "signUpByEmail", 409, "User for email already exists"},
        {"wingspan", "makeChildAccount", 409, "User for email already exists"},
        {"wingspan", "me", 401, "Unauthorized"},
        {"wingspan", "me", 403, "Session expired"},
        {"wingspan", "sessionByToken", 403, "Session expired"},
        {"wingspan", "signInByEmail", 429, "Too many requests"},
        {"wingspan", "startPhoneVerification", 422, "Unsupported channel"},
        {"wingspan", {}, 404, "Not found"}};
    for (const char *operation :
         {"showApiSession", "updateApiSession", "endSession", "showGrant", "updateGrant",
          "endGrant", "createGrant", "showAuthorization", "updateAuthorization",
          "revokeAuthorization", "createAuthorization", "showUser", "findByEmail", "findByTag",
          "showChildAccount", "setInheritance", "signInAsParent", "signInOnBehalf"})
        all << DocumentedRefusal{"wingspan", operation, 404, "Not found"};
    return all;
}

} // namespace

const QList<DocumentedRefusal> &documentedRefusals()
{
    static const QList<DocumentedRefusal> all =
        auroras() + oneShots() + mmdls() + temporals() + wingspans();
    return all;
}

} // namespace latchkey::test
