// Every operation of the page and its neighbours about users and organizations, as Wingspan's own
// program asks for it and accepts the answer.
//
// walk.js BASE ADMIN-TOKEN-HOLDER: says a JSON object a line, of what it needs from outside, and is
// answered with a line each.
"use strict";
const assert = require("node:assert");
const readline = require("node:readline");
const { Users } = require("@wingspan/users");

const [base, password] = process.argv.slice(2);
const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function need(what) {
  process.stdout.write(JSON.stringify(what) + "\n");
  return (await lines.next()).value;
}
const codeSentTo = (to) => need({ codeTo: to });

const as = (token) => new Users({ serverURL: base, ...(token && { bearerAuth: token }) });
const tokenIn = (result) => result.rawResponse.headers.get("wingspan-session");
const seen = new Set();

/** One operation of the page, which the program accepted: it throws at anything else. */
async function call(sdk, name, ...given) {
  const result = await sdk.sessionAndAuthentication[name](...given);
  seen.add(name);
  return result;
}

/** One of the pages beside it. */
const neighbours = new Set();
async function beside(group, name, ...given) {
  const result = await group[name](...given);
  neighbours.add(name);
  return result;
}

async function refused(status, asked) {
  await assert.rejects(asked, (error) => {
    assert.equal(error.statusCode, status, error.body);
    assert.equal(typeof JSON.parse(error.body).error, "string");
    return true;
  });
}

async function signIn(email) {
  const begun = await call(as(), "postUsersSession", { email, password });
  assert.equal(begun.statusCode, 204);
  return tokenIn(begun);
}

async function apiSessions(sdk) {
  const labels = { key: "<value>" };
  const made = (await call(sdk, "postUsersSessionApi", { labels })).apiSessionResponse;
  assert.deepEqual([made.sessionType, made.labels], ["API", labels]);
  const id = made.sessionId;
  const listed = (await call(sdk, "getUsersSessionApi")).classes;
  assert.deepEqual(listed.map((one) => one.sessionId), [id]);
  assert.equal((await call(sdk, "getUsersSessionApiId", { id })).apiSessionResponse.sessionId, id);
  const changed = await call(sdk, "patchUsersSessionApiId", {
    id, apiSessionUpdateRequest: { isUnlimitedExpiration: true, labels: { other: "1" } } });
  assert.equal(changed.apiSessionResponse.isUnlimitedExpiration, true);
  const program = as(made.token);
  assert.equal((await call(program, "getUsersSessionApi")).classes.length, 1);
  await call(sdk, "deleteUsersSessionApiId", { id });
  await refused(403, program.sessionAndAuthentication.getUsersSessionApi());
}

async function existingEmail(sdk, id, email) {
  const begun = await call(sdk, "postUsersUserIdVerificationExistingEmail",
    { id, beginExistingEmailVerificationRequest: {} });
  assert.deepEqual({ ...begun.emailVerificationResponse }, { email, status: "Pending", userId: id });
  const finish = (emailVerificationId) => call(sdk, "patchUsersUserIdVerificationEmail",
    { id, completeEmailVerificationRequest: { emailVerificationId } });
  await refused(400, finish("12345x"));
  assert.equal((await finish(await codeSentTo(email))).emailVerificationResponse.status, "Verified");
}

/** Answers the new address. */
async function newEmail(sdk, id) {
  const email = "Grayce.Krajcik92@example.com";
  await call(sdk, "postUsersUserIdVerificationEmail",
    { id, beginEmailVerificationRequest: { email } });
  const moved = await call(sdk, "patchUsersUserIdVerificationEmail",
    { id, completeEmailVerificationRequest: { emailVerificationId: await codeSentTo(email) } });
  assert.equal(moved.emailVerificationResponse.email, email);
  return email;
}

async function phone(sdk, id) {
  const begun = await call(sdk, "postUsersUserIdVerificationPhone",
    { id, beginPhoneVerificationRequest: { phone: "(410) 435-0691 x609" } });
  assert.equal(begun.phoneVerificationResponse.status, "Pending");
  assert.equal(begun.phoneVerificationResponse.session.sessionType, "User");
  const number = begun.phoneVerificationResponse.phone;
  const done = await call(sdk, "patchUsersUserIdVerificationPhone",
    { id, completePhoneVerificationRequest: { code: await codeSentTo(number) } });
  assert.equal(done.phoneVerificationResponse.status, "Verified");
}

async function pendingSession(email) {
  const waiting = tokenIn(await call(as(), "postUsersPendingSession", { email }));
  const held = as(waiting);
  await refused(400, held.sessionAndAuthentication.patchUsersSessionOtp({ code: "12345x" }));
  const begun = await call(held, "patchUsersSessionOtp", { code: await codeSentTo(email) });
  assert.equal((await call(as(), "getUsersSessionTokenId", { id: tokenIn(begun) })).statusCode, 204);
}

/** A second factor: proven in a session, and at the next sign-in. */
async function oneTimeCodes(email, sdk) {
  await need({ enrol: email });
  await call(sdk, "postUsersSessionOtp", { channel: "SMS" });
  const code = await codeSentTo("+14104350691");
  const proven = tokenIn(await call(sdk, "patchUsersSessionOtp", { code }));
  assert.notEqual(proven, null);
  return proven;
}

async function onBehalf(admin, email) {
  const begun = await call(as(admin), "postUsersSessionRequestingUser", { email });
  const acting = as(tokenIn(begun));
  assert.deepEqual((await call(acting, "getUsersSessionApi")).classes, []);
  await refused(403, acting.sessionAndAuthentication.postUsersSessionApi({}));
}

async function grants(admin, id, sdk) {
  const given = await as(admin).subscriptionAndGrantsManagement.postUsersSubscriptionGrant(
    { granteeId: id, package: "Professional", packageTier: "Premium" });
  const received = await call(sdk, "getUsersGrantedSubscriberSubscriptionGrant");
  assert.deepEqual(received.classes.map((one) => [one.subscriptionGrantId, one.package]),
    [[given.subscriptionGrantResponse.subscriptionGrantId, "Professional"]]);
}

/** Whom an account lets in sees it where they see their own, and no longer. */
async function authorizations(admin, owner, sdk, id) {
  const giver = as(admin);
  const ask = (who, name, ...given) =>
    beside(who.authorizationAndPermissions, name, ...given);
  const shown = async () =>
    (await sdk.userAndMemberManagement.getUsersUserId({ id: owner })).newUser.userId;
  await refused(403, shown());
  for (const all of ["getUsersAuthorizedScopes", "getUsersAuthorizedScopeGroups"]) {
    const groups = (await ask(giver, all)).classes;
    assert.deepEqual(groups.map((one) => one.scopeGroupId), ["profile", "sessions"]);
  }
  const made = await ask(giver, "postUsersAuthorization",
    { requestingUserId: id, allowedAction: "Read", allowedScope: "profile" });
  const { authorizationId, userId, requestingUserId } = made.authorizationResponse;
  assert.deepEqual([userId, requestingUserId], [owner, id]);
  assert.equal(await shown(), owner);

  const one = { authorizationId };
  for (const side of [giver, sdk]) {
    const listed = (await ask(side, "getUsersAuthorization")).authorizationListResponse;
    assert.deepEqual(listed.map((given) => given.authorizationId), [authorizationId]);
    const read = await ask(side, "getUsersAuthorizationAuthorizationId", one);
    assert.equal(read.authorizationResponse.allowedScope, "profile");
  }
  const open = await ask(sdk, "getUsersAuthorizationAccountsUserId", { userId: id });
  assert.deepEqual(
    open.authorizedAccountsResponse.map((account) => [account.userId, account.allowedScopeGroupIds]),
    [[owner, ["profile"]]]);
  await refused(403, sdk.authorizationAndPermissions.getUsersAuthorizationAccountsUserId(
    { userId: owner }));
  const written = { ...one, authorizationUpdateRequest: { allowedAction: "Write" } };
  await refused(403,
    sdk.authorizationAndPermissions.patchUsersAuthorizationAuthorizationId(written));
  const changed = await ask(giver, "patchUsersAuthorizationAuthorizationId", written);
  assert.equal(changed.authorizationResponse.allowedAction, "Write");
  for (const ofOne of ["getUsersAuthorizedScopesRequestingUserId",
    "getUsersAuthorizedScopeGroupsRequestingUserId"]) {
    const scopes = (await ask(giver, ofOne, { requestingUserId: id })).authorizationScopes;
    assert.deepEqual([scopes.read, scopes.write], [["profile"], ["profile"]]);
  }
  await ask(sdk, "deleteUsersAuthorizationAuthorizationId", one);
  await refused(403, shown());
  await refused(404, giver.authorizationAndPermissions.getUsersAuthorizationAuthorizationId(one));
}

/** Whoever a begun session is of. */
async function isOf(email, { sessionType, token, userId: id }) {
  assert.equal(sessionType, "User");
  const shown = await as(token).userAndMemberManagement.getUsersUserId({ id });
  assert.equal(shown.newUser.email, email);
}

/** The browser comes back to a page that shows the code. */
async function singleSignOn() {
  const email = "lise@staff.example";
  const way = await call(as(), "postUsersAuthentication", { email });
  const { authenticationStrategy, authenticationUrl } = way.authenticationRequestResponse;
  assert.equal(authenticationStrategy, "SingleSignOn");
  const singleSignOnCode = await need({ browse: authenticationUrl });
  const begin = () => call(as(), "postUsersSessionSingleSignOn", { singleSignOnCode });
  await isOf(email, (await begin()).sessionResponse);
  await refused(404, begin());
}

async function google() {
  const idToken = await need({ idToken: "emmy" });
  const begin = () => call(as(), "postUsersSessionSocialAuthGoogle", { idToken });
  await isOf("emmy@mail.example", (await begin()).sessionResponse);
  await refused(401, begin());
}

/** Who finds whom, and how little is told. */
async function others(sdk, user, address) {
  const users = sdk.userAndMemberManagement;
  const { userId: id, tag } = user;
  const byEmail = await beside(users, "getUsersUserEmailEmail", { email: address });
  assert.deepEqual([byEmail.userByEmailResponse.userId, byEmail.userByEmailResponse.user.email],
    [id, undefined]);
  const byTag = await beside(users, "getUsersUserTagId", { id: tag });
  assert.equal(byTag.userTagResponse.userId, id);
  const shown = await beside(users, "getUsersUserPublicId", { id });
  assert.equal(shown.publicUserResponse.user.profile.firstName, "Ada");
  await refused(404, users.getUsersUserTagId({ id: "@nobody" }));
}

async function pendingUser() {
  const email = "eve@example.com";
  const made = await beside(as().userAndMemberManagement, "postUsersPendingUser", { email });
  assert.equal(made.newUser.status, "Pending");
  await codeSentTo(email); // whoever joins is sent one at once
  await pendingSession(email);
}

/** A child of the account, and acting in it. */
async function organization(sdk, parentUserId) {
  const group = sdk.organizationAccountManagement;
  const email = "bob@example.com";
  const made = await beside(group, "postUsersOrganizationUser",
    { email, profile: { firstName: "Bob" } });
  const userId = made.newUser.userId;
  assert.equal(made.newUser.organizationAssociation.parentUserId, parentUserId);
  const all = (await beside(group, "getUsersOrganizationUser")).classes;
  assert.deepEqual(all.map((one) => one.userId), [userId]);
  assert.equal((await beside(group, "getUsersOrganizationUserUserId", { userId })).newUser.email,
    email);
  assert.equal((await beside(group, "patchUsersOrganizationUserUserId", { userId })).newUser.email,
    email);
  const begun = await beside(group, "postUsersOrganizationUserUserIdAssociate",
    { userId, organizationUserAssociation: { parentUserId } });
  assert.equal(begun.organizationAccount.inheritanceStrategy.fundingSource, "None");
  const inheritanceStrategy = { externalFinancialAccounts: "None", fundingSource: "Parent",
    payoutSettings: "None", wingspanAccount: "Parent", wingspanFinancialSettings: "None" };
  const changed = await beside(group, "patchUsersOrganizationUserUserIdAssociate",
    { userId, organizationUserAssociationUpdate: { inheritanceStrategy } });
  assert.deepEqual({ ...changed.organizationAccount.inheritanceStrategy }, inheritanceStrategy);
  const session = (await beside(group, "getUsersOrganizationUserUserIdSession",
    { userId })).sessionResponse;
  await isOf(email, session);
  await refused(403, as(session.token).sessionAndAuthentication.postUsersSessionApi({}));
}

async function main() {
  const email = "ada@example.com";
  await as().userAndMemberManagement.getUsers();
  const made = await as().userAndMemberManagement.postUsersUser(
    { email, password, profile: { firstName: "Ada", lastName: "Lovelace" } });
  const id = made.newUser.userId;
  await codeSentTo(email); // whoever joins is sent one at once
  await refused(409, as().userAndMemberManagement.postUsersUser({ email, password }));

  const way = await call(as(), "postUsersAuthentication", { email });
  assert.equal(way.authenticationRequestResponse.authenticationStrategy, "Password");
  await refused(401, as().sessionAndAuthentication.postUsersSession({ email, password: "wrong" }));
  const sdk = as(await signIn(email));
  assert.equal((await sdk.userAndMemberManagement.getUsersUserId({ id })).newUser.email, email);
  await refused(403, sdk.userAndMemberManagement.getUsersUserId({ id: "usr_other" }));
  await organization(sdk, id);
  await pendingUser();

  await apiSessions(sdk);
  await pendingSession(email);
  const address = await newEmail(sdk, id);
  await phone(sdk, id);
  const root = "root@example.com";
  const admin = await signIn(root);
  const owner = JSON.parse(Buffer.from(admin.split(".")[1], "base64url")).userId;
  await existingEmail(as(admin), owner, root);
  await others(as(admin), made.newUser, address);
  await grants(admin, id, sdk);
  await authorizations(admin, owner, sdk, id);
  await onBehalf(admin, address);
  const token = await oneTimeCodes(address, sdk);

  await call(as(token), "deleteUsersSessionTokenId", { id: token });
  await refused(403, as().sessionAndAuthentication.getUsersSessionTokenId({ id: token }));
  await singleSignOn();
  await google();
  await need({ seen: [...seen].sort(), neighbours: [...neighbours].sort() });
}

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
