"""The account section of Temporal's page, walked row by row with curl against the real server.

wirewalktemporal.py PROGRAM
"""

import base64
import json
import os
import re
import sys

from posting import posting
from wirewalking import (OTHER, PASSWORD, UUID, Wire, administer, behind_proxy, expect, give,
                         serving, walked)

EMAIL = "demo@example.org"
SECONDS = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
UNREACHABLE = ("account does not have email enabled, unfortunately for security reasons we can't "
               "assist in recovery")


def refused(text, status=400):
    return status, {"code": status, "response": text}


def done(response):
    return 200, {"code": 200, "response": response}


def unauthorized(text):
    return 401, {"code": 401, "message": text}


def part(token, number):
    text = token.split(".")[number]
    return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


def token(answer):
    said = answer.json()
    assert (answer.status, answer.type) == (200, "application/json"), (answer.status, said)
    assert list(said) == ["expire", "token"] and re.fullmatch(SECONDS, said["expire"]), said
    header, claims = part(said["token"], 0), part(said["token"], 1)
    assert (header["alg"], header["typ"]) == ("HS256", "JWT"), header
    assert claims["id"] == "postables-demo", claims
    return said["token"], claims


def join(wire):
    demo = {"username": "postables-demo", "password": PASSWORD, "email_address": EMAIL}
    path = "/v2/auth/register"
    for missing in demo:
        form = {name: text for name, text in demo.items() if name != missing}
        expect(wire.ask("POST", path, form=form), *refused(missing + " not present"))
        expect(wire.ask("POST", path, form={**form, missing: ""}),
               *refused(missing + " not present"))
    expect(wire.ask("POST", path), *refused("username not present"))
    expect(wire.ask("POST", path, form={**demo, "username": "a@b"}),
           *refused("usernames cant contain @ sign"))
    expect(wire.ask("POST", path, form={**demo, "email_address": "a+b@example.org"}), *refused(
        "emails must not contain + signs, this is to prevent abuse of catch all routing"))
    expect(wire.ask("POST", path, form={**demo, "password": "short"}),
           *refused("failed to create user account"))
    made = wire.ask("POST", path, form=demo)
    assert made.status == 200 and made.json()["code"] == 200, made.body
    account = made.json()["response"]
    assert list(account) == [
        "ID", "CreatedAt", "UpdatedAt", "DeletedAt", "UserName", "EmailAddress", "AccountEnabled",
        "EmailEnabled", "EmailVerificationToken", "AdminAccess", "HashedPassword", "Free",
        "Credits", "CustomerObjectHash", "IPFSKeyNames", "IPFSKeyIDs", "IPFSNetworkNames",
        "Status"], account
    assert isinstance(account["ID"], int) and account["UserName"] == "postables-demo", account
    for name in ("DeletedAt", "IPFSKeyNames", "IPFSKeyIDs", "IPFSNetworkNames"):
        assert account[name] is None, account
    assert account["EmailVerificationToken"] == account["HashedPassword"] == "scrubbed", account
    expect(wire.ask("POST", path, form=demo), *refused("username is already taken"))
    expect(wire.ask("POST", path, form={**demo, "username": "other"}),
           *refused("email address already taken"))
    # JSON is taken as well.
    json_too = {**demo, "username": "json", "email_address": "json@example.org"}
    assert wire.ask("POST", path, json_too).status == 200


def enter(wire):
    path = "/v2/auth/login"
    demo = {"username": "postables-demo", "password": PASSWORD}
    first, claims = token(wire.ask("POST", path, demo))
    assert claims["exp"] == claims["orig_iat"] + 24 * 3600, claims
    token(wire.ask("POST", path, json.dumps(demo), ["Content-Type: text/plain"]))
    token(wire.ask("POST", path, {**demo, "username": EMAIL}))
    for wrong in ({**demo, "password": "wrong"}, {**demo, "username": "nobody"}):
        answer = wire.ask("POST", path, wrong)
        expect(answer, *unauthorized("Incorrect Username / Password"))
    for body in ("", "{", "[]", {"username": "postables-demo"}, {**demo, "password": ""}):
        answer = wire.ask("POST", path, body)
        assert answer.status == 400 and answer.type == "text/plain; charset=utf-8", answer.body
        assert answer.json() == {"code": 400, "message": "Missing Username or Password"}
    assert wire.ask("POST", path, form=demo).status == 400
    return first


def walk(wire):
    answer = wire.ask("GET", "/v2/systems/check")
    for name, form in (("X-Request-Id", UUID), ("X-RateLimit-Limit", r"\d+"),
                       ("X-RateLimit-Remaining", r"\d+"), ("X-RateLimit-Reset", r"\d{10}"),
                       ("Vary", "Origin")):
        assert re.fullmatch(form, answer.field(name) or ""), (name, answer.field(name))
    health = answer.json()
    assert list(health) == ["code", "response", "version"], health
    assert health["response"] == "systems online", health
    often = wire.flood("/v2/systems/check", 429)
    expect(often, 429, "Limit exceeded", "text/plain")
    assert often.field("X-RateLimit-Remaining") == "0", often.field("X-RateLimit-Remaining")
    join(wire)
    given = enter(wire)
    bearer = "Authorization: Bearer " + given
    expect(wire.ask("GET", "/v2/account/token/username", fields=[bearer]), *done("postables-demo"))
    expect(wire.ask("POST", "/v2/account/email/forgot", fields=[bearer]), *done(EMAIL))

    head, claims, signature = given.split(".")
    for field, text in (
            ("Accept: */*", "auth header empty"),
            ("Authorization: bearer " + given, "invalid auth header"),
            ("Authorization: Basic " + given, "invalid auth header"),
            ("Authorization: Bearer nonsense", "token contains an invalid number of segments"),
            (f"Authorization: Bearer {head}.{head}.{signature}", "signature is invalid"),
            (f"Authorization: Bearer eyJhbGciOiJub25lIn0.{claims}.", "signature is invalid")):
        for method, path in (("GET", "/v2/account/token/username"), ("GET", "/v2/auth/refresh"),
                             ("POST", "/v2/account/password/change")):
            expect(wire.ask(method, path, fields=[field]), *unauthorized(text))

    renewed, claims = token(wire.ask("GET", "/v2/auth/refresh", fields=[bearer]))
    assert renewed != given and claims["orig_iat"] == part(given, 1)["orig_iat"], claims
    bearer = "Authorization: Bearer " + renewed

    path = "/v2/account/password/change"
    both = {"old_password": PASSWORD, "new_password": OTHER}
    for missing in both:
        form = {name: text for name, text in both.items() if name != missing}
        expect(wire.ask("POST", path, fields=[bearer], form=form),
               *refused(missing + " not present"))
    for wrong in ({**both, "old_password": "wrong"}, {**both, "new_password": "short"}):
        expect(wire.ask("POST", path, fields=[bearer], form=wrong),
               *refused("failed to change password"))
    expect(wire.ask("POST", path, fields=[bearer], form=both), *done("password changed"))
    expect(wire.ask("GET", "/v2/account/token/username", fields=[bearer]), *done("postables-demo"))
    token(wire.ask("POST", "/v2/auth/login", {"username": EMAIL, "password": OTHER}))

    # No mail leaves this server.
    for path in ("/v2/forgot/username", "/v2/forgot/password"):
        expect(wire.ask("POST", path, form={}), *refused("email_address not present"))
        expect(wire.ask("POST", path, form={"email_address": EMAIL}), *refused(UNREACHABLE))
    expect(wire.ask("GET", "/v2/account/email/verify/postables-demo/nonsense"),
           *refused("failed to validate email verification token"))

    figures = "/v2/statistics/stats"
    expect(wire.ask("GET", figures), *unauthorized("auth header empty"))
    expect(wire.ask("GET", figures, fields=[bearer]),
           *refused("user is not an administrator", 403))
    root = wire.ask("POST", "/v2/auth/login",
                    {"username": "root@example.com", "password": PASSWORD}).json()["token"]
    told = wire.ask("GET", figures, fields=["Authorization: Bearer " + root])
    assert told.status == 200 and list(told.json()) == ["response", "version"], told.body
    counted = told.json()["response"]
    assert list(counted) == ["users", "sessions", "sessions_begun"], counted
    assert counted["users"] == 3 and counted["sessions"] >= 3, counted

    for method, path in (("GET", "/v2/auth/login"), ("GET", "/v2/auth/register"), ("GET", "/"),
                         ("GET", "/v2/account/upgrade"), ("POST", "/v2/account/usage"),
                         ("DELETE", "/v2/nowhere")):
        expect(wire.ask(method, path), 404, "404 page not found", "text/plain")


def usage(wire, bearer, tier, data, records, messages, keys):
    answer = wire.ask("GET", "/v2/account/usage", fields=[bearer])
    said = answer.json()
    assert (answer.status, said["code"]) == (200, 200), answer.body
    told = said["response"]
    assert list(told) == [
        "ID", "CreatedAt", "UpdatedAt", "DeletedAt", "UserName", "MonthlyDataLimitBytes",
        "CurrentDataUsedBytes", "IPNSRecordsPublished", "IPNSRecordsAllowed", "PubSubMessagesSent",
        "PubSubMessagesAllowed", "KeysCreated", "KeysAllowed", "Tier", "ClaimedENSName"], told
    assert isinstance(told["ID"], int) and told["UserName"] == "postables-demo", told
    assert told["DeletedAt"] is None and told["ClaimedENSName"] is False, told
    assert told["Tier"] == tier, told
    assert [told[name] for name in ("MonthlyDataLimitBytes", "IPNSRecordsAllowed",
                                    "PubSubMessagesAllowed", "KeysAllowed")] == \
        [data, records, messages, keys], told
    for name in ("CurrentDataUsedBytes", "IPNSRecordsPublished", "PubSubMessagesSent",
                 "KeysCreated"):
        assert told[name] == 0, told


def walk_credits(own, wire, post):
    demo = {"username": "postables-demo", "password": PASSWORD, "email_address": EMAIL}
    assert wire.ask("POST", "/v2/auth/register", form=demo).status == 200
    bearer = "Authorization: Bearer " + token(wire.ask(
        "POST", "/v2/auth/login", {"username": "postables-demo", "password": PASSWORD}))[0]
    credits, upgrade = "/v2/account/credits/available", "/v2/account/upgrade"
    for method, path in (("GET", credits), ("GET", "/v2/account/usage"), ("POST", upgrade)):
        expect(wire.ask(method, path), *unauthorized("auth header empty"))

    expect(wire.ask("GET", credits, fields=[bearer]), *done(0))
    give(own, EMAIL, 10_000_464_996_297)
    expect(wire.ask("GET", credits, fields=[bearer]), *done(10000464.996297))

    usage(wire, bearer, "unverified", 0, 0, 0, 0)
    expect(wire.ask("POST", upgrade, fields=[bearer]), *refused("user account is already upgrade"))
    expect(wire.ask("GET", "/v2/account/email/verify/postables-demo/" + post.code_to(EMAIL)),
           *done("email verified"))
    usage(wire, bearer, "free", 3221225472, 5, 100, 5)
    expect(wire.ask("POST", upgrade, fields=[bearer]), *done("account upgraded"))
    expect(wire.ask("POST", upgrade, fields=[bearer]), *refused("user account is already upgrade"))
    usage(wire, bearer, "paid", 1099511627776000, 150, 15000, 150)
    # Who else gets one is up to the administrator.
    for tier, there, records, messages in (("partner", "partner", 200, 20000),
                                           ("whiteLabeled", "white-labeled", 2**31 - 1, 2**31 - 1)):
        administer(own, "PUT", EMAIL, "plan", {"tier": tier})
        usage(wire, bearer, there, 1099511627776000, records, messages, records)


def recover(own, wire, post):
    """Of the address that has just been verified."""
    for path, words in (
            ("/v2/forgot/username", "username reminder sent account email"),
            ("/v2/forgot/password", "password reset, please check your email for a new password")):
        expect(wire.ask("POST", path, form={"email_address": "nobody@example.org"}),
               *refused("unable to find username"))
        expect(wire.ask("POST", path, form={"email_address": EMAIL}), *done(words))
    code = {"code": post.code_to(EMAIL), "password": OTHER}
    # Where its letter says: its page has no place for it.
    assert own.ask("POST", "/v1/password", code).status == 204
    login = {"username": EMAIL, "password": PASSWORD}
    expect(wire.ask("POST", "/v2/auth/login", login),
           *unauthorized("Incorrect Username / Password"))
    token(wire.ask("POST", "/v2/auth/login", {**login, "password": OTHER}))
    used = own.ask("POST", "/v1/password", {**code, "password": PASSWORD})
    assert (used.status, used.json()["code"]) == (422, "wrongCode"), used.body


def verify_by_link(wire, post):
    """Where browsers find the server its letter leads there."""
    demo = {"username": "linked", "password": PASSWORD, "email_address": EMAIL}
    assert wire.ask("POST", "/v2/auth/register", form=demo).status == 200
    place = "https://accounts.example.org/temporal"
    link = post.link_to(EMAIL)
    assert link.startswith(place + "/v2/account/email/verify/linked/"), link
    path = link.removeprefix(place)
    claims = part(path.rpartition("/")[2], 1)
    assert list(claims) == ["emailVerificationString", "expire", "user"], claims
    assert claims["user"] == "linked", claims
    expect(wire.ask("GET", path.replace("/linked/", "/other/")),
           *refused("username from claim does not match expected user of other"))
    expect(wire.ask("GET", path.rpartition(".")[0] + ".AAAA"), *refused("signature is invalid"))
    for _ in range(2):
        expect(wire.ask("GET", path), *done("email verified"))


def main():
    program = os.path.abspath(sys.argv[1])
    with posting() as post, serving(program, "temporal", post) as (own, alone):
        mailing = Wire(alone)
        walk_credits(Wire(own), mailing, post)
        recover(Wire(own), mailing, post)
    # Beyond this computer only what is named is spoken at its own address.
    public = ["--public-address", "https://accounts.example.org", "--wires", "temporal"]
    with posting() as post, serving(program, "temporal", post, public) as (_, alone):
        linked = Wire(alone)
        verify_by_link(linked, post)
    with serving(program, "temporal", options=behind_proxy("temporal")) as (own, alone):
        wire = Wire(alone)
        walk(wire)
        walked("temporal", mailing, linked, wire)
        expect(Wire(own + "/temporal").ask("GET", "/nowhere"), 404, "404 page not found",
               "text/plain")


main()
