"""Wingspan's pages of what accounts give each other, walked row by row with curl against the real
server: authorizations and subscription grants.

wirewalkgiving.py PROGRAM
"""

import os
import sys

from wingspanwalking import (FORBIDDEN, NOT_FOUND, UNAUTHORIZED, bearer, by_mail, refused, sign_in,
                             user_of)
from posting import posting
from wirewalking import PASSWORD, Wire, expect, serving, walked

ADA = "ada@example.com"
GRANTS = "/users/subscription-grant"
RECEIVED = "/users/granted-subscriber/subscription-grant"
GIVEN = {"createdAt", "eventActors", "granteeId", "granteeMember", "granteeUser", "grantorMember",
         "grantorUser", "labels", "memberId", "package", "packageTier", "status",
         "subscriptionGrantId", "updatedAt", "userRoles"}


def nobody(wire, user):
    """Whatever asks for a session."""
    for method, path, body in (
            ("GET", "/users/authorization", None), ("POST", "/users/authorization", {}),
            ("GET", "/users/authorization/x", None), ("PATCH", "/users/authorization/x", {}),
            ("DELETE", "/users/authorization/x", None),
            ("GET", "/users/authorization/accounts/" + user, None),
            ("GET", "/users/authorized-scopes", None), ("GET", "/users/authorized-scopes/x", None),
            ("GET", "/users/authorized-scope-groups", None),
            ("GET", "/users/authorized-scope-groups/x", None),
            ("GET", RECEIVED, None), ("GET", GRANTS, None),
            ("POST", GRANTS, {"granteeId": user, "package": "Benefits", "packageTier": "Basic"}),
            ("GET", GRANTS + "/x", None), ("PATCH", GRANTS + "/x", {}),
            ("DELETE", GRANTS + "/x", None)):
        for fields in ([], [bearer("a.b.c")], ["Authorization: Basic YWRh"], [bearer("")]):
            refused(wire.ask(method, path, body, fields), 401, UNAUTHORIZED)


def grants(wire, user, token, root):
    giver, receiver, owner = bearer(root), bearer(token), user_of(root)
    for path in (GRANTS, RECEIVED):
        expect(wire.ask("GET", path, fields=[giver]), 200, [])
    body = {"granteeId": user, "package": "Professional", "packageTier": "Premium"}
    for wrong, said in (({"granteeId": None}, "granteeId: missingField"),
                        ({"package": None}, "package: missingField"),
                        ({"package": "Gold"}, "package: unknownValue"),
                        ({"packageTier": None}, "packageTier: missingField"),
                        ({"packageTier": "Gold"}, "packageTier: unknownValue"),
                        ({"granteeId": owner}, "receiver: grantToSelf")):
        refused(wire.ask("POST", GRANTS, {**body, **wrong}, [giver]), 400, said)
    refused(wire.ask("POST", GRANTS, {**body, "granteeId": "usr_none"}, [giver]), 404, NOT_FOUND)
    made = wire.ask("POST", GRANTS, body, [giver])
    given = made.json()
    assert made.status == 200 and set(given) == GIVEN, made.body
    assert (given["granteeId"], given["memberId"], given["package"], given["packageTier"],
            given["status"]) == (user, user, "Professional", "Premium", "Active"), given
    refused(wire.ask("POST", GRANTS, body, [giver]), 409, "grantExists")

    id = given["subscriptionGrantId"]
    one = f"{GRANTS}/{id}"
    expect(wire.ask("GET", GRANTS, fields=[giver]), 200, [given])
    expect(wire.ask("GET", GRANTS, fields=[receiver]), 200, [])
    expect(wire.ask("GET", RECEIVED, fields=[giver]), 200, [])
    expect(wire.ask("GET", RECEIVED, fields=[receiver]), 200, [{
        "_id": id, "grantorId": owner, "memberId": user, "package": "Professional",
        "packageTier": "Premium", "status": "Active", "subscriptionGrantId": id}])
    for side in (giver, receiver):
        expect(wire.ask("GET", one, fields=[side]), 200, given)
    refused(wire.ask("PATCH", one, {"package": "Corporate"}, [receiver]), 403, FORBIDDEN)
    refused(wire.ask("PATCH", one, {"package": "Gold"}, [giver]), 400, "package: unknownValue")
    changed = wire.ask("PATCH", one, {"package": "Corporate"}, [giver])
    assert (changed.status, changed.json()["package"], changed.json()["packageTier"]) == \
        (200, "Corporate", "Premium"), changed.body
    ended = wire.ask("DELETE", one, fields=[receiver])
    assert (ended.status, ended.json()["status"]) == (200, "Canceled"), ended.body
    for method, body in (("GET", None), ("PATCH", {}), ("DELETE", None)):
        refused(wire.ask(method, GRANTS + "/grt_none", body, [giver]), 404, NOT_FOUND)


def authorizations(wire, user, token, root):
    path, scopes = "/users/authorization", "/users/authorized-scopes"
    giver, receiver, owner = bearer(root), bearer(token), user_of(root)
    account = "/users/user/" + owner
    for groups in (scopes, "/users/authorized-scope-groups"):
        expect(wire.ask("GET", groups, fields=[receiver]), 200,
               [{"scopeGroupId": "profile"}, {"scopeGroupId": "sessions"}])
        expect(wire.ask("GET", f"{groups}/{user}", fields=[giver]), 200, {"Read": [], "Write": []})
    expect(wire.ask("GET", path, fields=[giver]), 200, [])
    refused(wire.ask("GET", account, fields=[receiver]), 403, FORBIDDEN)

    body = {"requestingUserId": user, "allowedScope": "profile"}
    for wrong, said in (({"requestingUserId": None}, "requestingUserId: missingField"),
                        ({"allowedScope": None}, "allowedScope: missingField"),
                        ({"allowedScope": "payments"}, "allowedScope: unknownValue"),
                        ({"allowedAction": "Own"}, "allowedAction: unknownValue"),
                        ({"allowedScopeGroupId": "sessions"}, "allowedScopeGroupId: notTogether"),
                        ({"scopeModifications": {"users": {}}}, "scopeModifications: notSupported"),
                        ({"allowedScope": "sessions", "allowedAction": "Write"},
                         "action: actionNotGiven"),
                        ({"requestingUserId": owner}, "receiver: authorizationToSelf")):
        refused(wire.ask("POST", path, {**body, **wrong}, [giver]), 400, said)
    refused(wire.ask("POST", path, {**body, "requestingUserId": "usr_none"}, [giver]), 404,
            NOT_FOUND)
    made = wire.ask("POST", path, body, [giver])
    given = made.json()
    assert made.status == 200 and set(given) == {
        "allowedAction", "allowedScope", "allowedScopeGroupId", "authorizationId", "createdAt",
        "eventActors", "labels", "principalMember", "principalUser", "requestingMember",
        "requestingUser", "requestingUserId", "updatedAt", "userId", "userRoles"}, made.body
    assert (given["userId"], given["requestingUserId"], given["allowedAction"]) == \
        (owner, user, "Read"), given
    refused(wire.ask("POST", path, body, [giver]), 409, "authorizationExists")

    one = f"{path}/{given['authorizationId']}"
    for side in (giver, receiver):
        expect(wire.ask("GET", path, fields=[side]), 200, [given])
        expect(wire.ask("GET", one, fields=[side]), 200, given)
    expect(wire.ask("GET", f"{path}/accounts/{user}", fields=[receiver]), 200, [{
        "accessibleMember": given["principalMember"], "accessibleUser": given["principalUser"],
        "allowedScopeGroupIds": ["profile"], "userId": owner}])
    refused(wire.ask("GET", f"{path}/accounts/{owner}", fields=[receiver]), 403, FORBIDDEN)
    shown = wire.ask("GET", account, fields=[receiver])
    assert (shown.status, shown.json()["email"]) == (200, "root@example.com"), shown.body
    # Reading is not writing, and nobody else is let in.
    refused(wire.ask("PATCH", account, {"tag": "mine"}, [receiver]), 403, FORBIDDEN)
    refused(wire.ask("PATCH", one, {"allowedAction": "Write"}, [receiver]), 403, FORBIDDEN)
    changed = wire.ask("PATCH", one, {"allowedAction": "Write", "requestingUserId": user}, [giver])
    assert (changed.status, changed.json()["allowedAction"]) == (200, "Write"), changed.body
    expect(wire.ask("GET", f"{scopes}/{user}", fields=[giver]), 200,
           {"Read": ["profile"], "Write": ["profile"]})
    expect(wire.ask("DELETE", one, fields=[giver]), 200, changed.json())
    for method in ("GET", "DELETE"):
        refused(wire.ask(method, one, fields=[giver]), 404, NOT_FOUND)
    refused(wire.ask("GET", account, fields=[receiver]), 403, FORBIDDEN)


def main():
    with posting() as post, \
            serving(os.path.abspath(sys.argv[1]), "wingspan", post) as (_, alone):
        wire = Wire(alone)
        made = wire.ask("POST", "/users/user", {"email": ADA, "password": PASSWORD})
        assert made.status == 200, made.body
        post.code_to(ADA)  # whoever joins is sent one at once
        ada, root = by_mail(wire, post, ADA), sign_in(wire, "root@example.com")
        nobody(wire, user_of(ada))
        grants(wire, user_of(ada), ada, root)
        authorizations(wire, user_of(ada), ada, root)
        walked("wingspangiving", wire)


main()
