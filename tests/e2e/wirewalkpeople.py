"""Wingspan's pages about users and organizations, walked with curl against the real server.

wirewalkpeople.py PROGRAM
"""

import os
import sys
from urllib.parse import quote

from wingspanwalking import (FORBIDDEN, JSON, NOT_FOUND, bearer, by_mail, is_session, refused,
                             sign_in, user_of)
from posting import posting
from wirewalking import PASSWORD, Wire, serving, walked

ADA, EVE, BOB = "ada@example.com", "eve@example.com", "bob@example.com"
NEXT = "countess@example.com"
TAKEN = "User for email already exists"
STRATEGY = {"externalFinancialAccounts": "None", "fundingSource": "Parent",
            "payoutSettings": "Parent", "wingspanAccount": "None",
            "wingspanFinancialSettings": "None"}


def is_user(answer, email, status):
    assert answer.status == 200, answer.body
    user = answer.json()
    assert (user["email"], user["status"]) == (email, status), user
    required = {"createdAt", "email", "eventActors", "intercomUserHash", "labels", "phone",
                "notificationSettings", "profile", "status", "tag", "updatedAt", "userId",
                "userRoles"}
    assert required <= set(user), user
    return user


def others(wire, ada, eve):
    """Whom one may find, and how little is told."""
    held = [bearer(eve)]
    user = is_user(wire.ask("GET", "/users/user/" + user_of(ada), fields=[bearer(ada)]), ADA,
                   "Active")
    pages = {"email/" + quote(ADA): None, "tag/" + quote(user["tag"]): user["tag"],
             "public/" + user["userId"]: None}
    for page, tag in pages.items():
        shown = wire.ask("GET", "/users/user/" + page, fields=held)
        assert (shown.status, shown.json()["userId"]) == (200, user["userId"]), shown.body
        assert shown.json()["user"].get("tag") == tag and ADA not in shown.body, shown.body
        refused(wire.ask("GET", "/users/user/" + page), 401, "Unauthorized")
    for page in ("email/nobody%40example.com", "tag/%40nobody", "tag/nobody", "public/usr_none"):
        refused(wire.ask("GET", "/users/user/" + page, fields=held), 404, NOT_FOUND)
    assert wire.ask("GET", "/users/user/email/nobody", fields=held).status == 400


def pending_address(wire, post, ada):
    """It stays what it is until its code came back; which other waits for that is told."""
    page = "/users/user/" + user_of(ada)
    user = is_user(wire.ask("PATCH", page, {"email": NEXT}, [bearer(ada)]), ADA, "Active")
    assert user["emailVerificationState"]["emailPendingVerification"] == NEXT, user
    post.code_to(NEXT)


def pending_user(wire, post):
    path = "/users/pending/user"
    create = {"email": EVE, "profile": {"firstName": "Eve"}}
    made = is_user(wire.ask("POST", path, create), EVE, "Pending")
    assert made["isPasswordSet"] is False, made
    post.code_to(EVE)  # whoever joins is sent one at once
    refused(wire.ask("POST", path, create), 409, TAKEN)
    refused(wire.ask("POST", path, {}), 400, "email: missingField")
    refused(wire.ask("POST", path, {**create, "password": PASSWORD}), 400,
            "password: passwordNotTaken")
    refused(wire.ask("POST", "/users/session", {"email": EVE, "password": PASSWORD}), 401,
            "Invalid email or password")
    token = by_mail(wire, post, EVE)
    page = "/users/user/" + made["userId"]
    shown = is_user(wire.ask("GET", page, fields=[bearer(token)]), EVE, "Active")
    changed = wire.ask("PATCH", page, {"tag": shown["tag"]}, [bearer(token)])
    assert (changed.status, changed.json()["tag"]) == (200, shown["tag"]), changed.body
    return token


def is_association(association, parent, child):
    assert {"childUserId", "createdAt", "eventActors", "inheritanceStrategy", "labels",
            "organizationId", "parentUserId", "updatedAt", "userId", "userRoles"} \
        <= set(association), association
    assert (association["parentUserId"], association["childUserId"]) == (parent, child)
    return association["inheritanceStrategy"]


def organization(wire, post, ada, eve):
    path, held = "/users/organization/user", [bearer(ada)]
    create = {"email": BOB, "profile": {"firstName": "Bob"}}
    assert wire.ask("GET", path, fields=held).json() == []
    refused(wire.ask("POST", path, {**create, "password": PASSWORD}, held), 400,
            "password: passwordNotTaken")
    made = is_user(wire.ask("POST", path, create, held), BOB, "Pending")
    parent, bob = user_of(ada), made["userId"]
    none = is_association(made["organizationAssociation"], parent, bob)
    assert set(none.values()) == {"None"}, none
    refused(wire.ask("POST", path, create, held), 409, TAKEN)
    assert wire.ask("GET", path, fields=held).json() == [made]
    one = path + "/" + bob
    for method in ("GET", "PATCH"):
        assert wire.ask(method, one, fields=held).json() == made
        refused(wire.ask(method, one, fields=[bearer(eve)]), 404, NOT_FOUND)
        refused(wire.ask(method, one), 401, "Unauthorized")

    associate = one + "/associate"
    for method, body in (("POST", None), ("POST", {"parentUserId": parent}), ("PATCH", {})):
        answer = wire.ask(method, associate, body, held)
        assert is_association(answer.json(), parent, bob) == none, answer.body
    changed = wire.ask("PATCH", associate, {"inheritanceStrategy": STRATEGY}, held)
    assert is_association(changed.json(), parent, bob) == STRATEGY, changed.body
    refused(wire.ask("POST", associate, {"parentUserId": user_of(eve)}, held), 403, FORBIDDEN)
    refused(wire.ask("POST", associate, {}, [bearer(eve)]), 404, NOT_FOUND)
    refused(wire.ask("POST", f"{path}/{user_of(eve)}/associate", {}, held), 404, NOT_FOUND)
    refused(wire.ask("PATCH", associate, {"inheritanceStrategy": {}}, held), 400,
            "inheritanceStrategy.externalFinancialAccounts: missingField")

    page, named = "/users/user/" + bob, [*held, "X-WINGSPAN-USER: " + bob]
    refused(wire.ask("GET", page, fields=named), 403, FORBIDDEN)
    refused(wire.ask("GET", one + "/session", fields=[bearer(eve)]), 404, NOT_FOUND)
    begun = wire.ask("GET", one + "/session", fields=[JSON, *held])
    acting = bearer(is_session(begun.json(), "User")["token"])
    for fields in ([acting], named):
        is_user(wire.ask("GET", page, fields=fields), BOB, "Pending")
        refused(wire.ask("PATCH", page, {"tag": "duke"}, fields), 403, FORBIDDEN)
        refused(wire.ask("POST", "/users/session/api", {}, fields), 403, FORBIDDEN)
        refused(wire.ask("GET", "/users/user/" + parent, fields=fields), 403, FORBIDDEN)
    refused(wire.ask("GET", page, fields=held), 403, FORBIDDEN)
    refused(wire.ask("GET", page, fields=[bearer(eve), "X-WINGSPAN-USER: " + bob]), 403, FORBIDDEN)
    assert wire.ask("GET", "/users/session/api",
                    fields=[*held, "X-WINGSPAN-USER: " + parent]).status == 200
    own = by_mail(wire, post, BOB)
    is_user(wire.ask("GET", page, fields=[bearer(own)]), BOB, "Active")


def main():
    with posting() as post, \
            serving(os.path.abspath(sys.argv[1]), "wingspan", post) as (_, alone):
        wire = Wire(alone)
        made = wire.ask("POST", "/users/user", {"email": ADA, "password": PASSWORD})
        assert made.status == 200, made.body
        ada, eve = sign_in(wire, ADA), pending_user(wire, post)
        others(wire, ada, eve)
        pending_address(wire, post, ada)
        organization(wire, post, ada, eve)
        walked("wingspanpeople", wire)


main()
