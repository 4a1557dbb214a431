#include "ownanswers.h"

namespace latchkey::test::own {

namespace {

void addEmailSignIn(Answers &all)
{
    all["identifyUser/whereMailLeaves"] = {
        publicly(Post, "/v1/identify", R"({"login":"ada@example.com"})"),
        json(R"({"ways":["password","emailCode"]})")};
    all["identifyUser/userName"] = {publicly(Post, "/v1/identify", R"({"login":"duchess"})"),
                                    json(R"({"ways":["password"]})")};
    for (const char *row : {"signInByEmail/usual", "signInByEmail/nobody"})
        all[row] = {publicly(Post, "/v1/email-sign-ins", R"({"email":"ada@example.com"})"),
                    json(R"({"sent":)" + sentTo("ada@example.com") + R"(,"id":"sgn_2"})")};
    const HttpRequest finish = publicly(Post, "/v1/email-sign-ins/sgn_2",
                                        R"({"code":"123456","device":)" + theDeviceSays + '}');
    all["finishSignInByEmail/usual"] = {
        finish, json(R"({"signedIn":)" +
                     signedIn("lks_new", "emailCode")
                         .replace(R"("emailVerified": false)", R"("emailVerified": true)") +
                     '}')};
    all["finishSignInByEmail/oneThingMore"] = {finish, json(challenge(R"("totp")"))};
    all["answerChallenge/afterAMailedCode"] = {
        publicly(Post, "/v1/challenges/chl_1",
                 R"({"factor":"totp","code":"123456","trustDevice":false})"),
        json(R"({"signedIn":)" + signedIn("lks_new", "totp") + '}')};
}

void addTokens(Answers &all)
{
    const QByteArray token = R"({"token":"lks_ada"})";
    all["sessionByToken/usual"] = {
        publicly(Post, "/v1/tokens/show", token),
        json(R"({"session":)" +
             session("signUp").replace(R"("current":true)", R"("current":false)") +
             R"(,"user":"usr_1"})")};
    const HttpRequest end = publicly(Post, "/v1/tokens/end", token);
    for (const char *row : {"endSessionByToken/usual", "endSessionByToken/aSecondTime"})
        all[row] = {end, {.status = 204}};
    all["endSessionByToken/nobodysToken"] = all.value("endSessionByToken/usual");
}

void addOnBehalf(Answers &all)
{
    const QByteArray acting = R"({"id":"ses_1","kind":"onBehalf","device":)" + theDeviceSaid +
                              R"(,"address":"127.0.0.1","proof":"session",
        "startedAt":"2027-01-15T08:00:00.000Z","lastActiveAt":"2027-01-15T08:00:00.000Z",
        "provenAt":"2027-01-15T08:00:00.000Z","expiresAt":"2027-01-15T08:30:00.000Z",
        "current":true,"reviewed":true,"onBehalf":{"by":"usr_3","name":"Ada Lovelace",
        "reason":"They asked for help by phone"}})";
    all["signInOnBehalf/usual"] = {
        post("/v1/session/on-behalf",
             R"({"login":"ada@example.com","reason":"They asked for help by phone"})"),
        json(R"({"token":"lks_new","user":)" + theUser + R"(,"session":)" + acting + '}')};
    all["currentSession/onBehalf"] = {get("/v1/session"), json(acting)};
    HttpReply user = json(theUser);
    user.headers.add("ETag", "\"1\"");
    all["me/onBehalf"] = {get("/v1/me"), user};
}

} // namespace

void addEntry(Answers &all)
{
    addEmailSignIn(all);
    addTokens(all);
    addOnBehalf(all);
}

} // namespace latchkey::test::own
