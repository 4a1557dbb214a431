"""Signing in by identity providers that others wrote, with a real browser, against the real server.

openid.py PROGRAM [FOLDER]   where the provider from npm is kept
LATCHKEY_THOROUGH=1 waits two minutes more, for what only time shows.
"""

import base64
import contextlib
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from fromnpm import beside, installed
from identityprovider import GOOGLE, PUBLIC, person, providing
from openidwalking import DEVICE, Server, Story, at_once, given, refused, step
from wirewalking import PASSWORD

THOROUGH = "LATCHKEY_THOROUGH" in os.environ

PEOPLE = {
    "ada": person("ada@example.com", "Ada Lovelace"),
    "grace": person("grace@example.com", "Grace Hopper"),
    "eve": person("eve@example.com", "Eve"),
    "mary": person("mary@example.com", "Mary Somerville", verified=False),
    "emmy": person("emmy@elsewhere.example", "Emmy Noether"),
    "sofia": person("sofia@example.com", "Sofia Kovalevskaya"),
}
# As somebody would choose it to see whether it is encoded as RFC 6749 says.
SECRET = "a secret: with/all+of=that%&?"
CONFIDENTIAL = {"client_id": "latchkey:secret", "client_secret": SECRET,
                "id_token_signed_response_alg": "ES256"}


def adding(story, staff):
    for wrong, code in ((staff.issuer.replace("127.0.0.1", "localhost"), "issuerMismatch"),
                        ("http://accounts.example.com", "issuerInvalid"),
                        ("accounts.example.com", "issuerInvalid"),
                        (story.server.base, "notAProvider")):
        answer = refused(story.adds(staff, PUBLIC, issuer=wrong), 422, code)
        assert answer.json()["field"] == "issuer", answer.body
    refused(story.adds(staff, PUBLIC, domains=["example"]), 422, "domainInvalid")
    down = refused(story.adds(staff, PUBLIC, issuer="http://127.0.0.1:9"), 503,
                   "providerUnreachable")
    assert int(down.field("Retry-After")) > 0
    refused(story.server.somebody().ask("GET", "/v1/providers"), 401, "notSignedIn")

    added = given(story.adds(staff, PUBLIC, name="Staff", domains=["Example.com"],
                             makesAccounts=True))
    assert (added["issuer"], added["clientId"], added["hasSecret"], added["domains"],
            added["makesAccounts"], added["isOn"]) == \
        (staff.issuer, PUBLIC["client_id"], False, ["example.com"], True, True), added
    refused(story.adds(staff, PUBLIC), 409, "providerExists")
    card = {"id": added["id"], "kind": "openId", "name": "Staff"}
    anybody = story.server.somebody()
    assert given(anybody.ask("GET", "/v1/server"))["providers"] == [card]
    for login, ways, provider in (("who@example.com", ["provider", "password"], card),
                                  ("who@example.org", ["password"], None)):
        found = given(anybody.ask("POST", "/v1/identify", {"login": login}))
        assert (found["ways"], found.get("provider")) == (ways, provider), found
    return added["id"]


def somebody_new(story, id):
    who, answer = story.enters(id, "ada")
    begun = who.begins(answer)
    user = begun["user"]
    assert (user["name"], user["email"], user["emailVerified"], user["role"]) == \
        ("Ada Lovelace", "ada@example.com", True, "user"), user
    assert begun["session"]["proof"] == "provider", begun
    (identity,) = given(who.ask("GET", "/v1/identities"))["identities"]
    assert (identity["name"], identity["provider"]["id"]) == ("ada@example.com", id), identity

    step("the same person again has the same account")
    again, answer = story.enters(id, "ada")
    assert again.begins(answer)["user"]["id"] == user["id"]
    assert len(given(again.ask("GET", "/v1/identities"))["identities"]) == 1
    assert len(given(again.ask("GET", "/v1/sessions"))["sessions"]) == 2
    refused(again.ask("DELETE", "/v1/identities/" + identity["id"]), 409, "lastWayIn")

    step("no password is hers, and none is as good as any")
    for password in (PASSWORD, " ", "null"):
        refused(story.server.somebody().ask("POST", "/v1/session", {
            "login": "ada@example.com", "password": password, "device": DEVICE}), 401,
            "wrongCredentials")
    refused(again.ask("POST", "/v1/session/proof", {"password": PASSWORD}), 422, "wrongPassword")

    step("so she proves by the provider that it is her, and nobody else does")

    def proves(login):
        visit, brought = story.visits(again, id, login, to="/v1/session/proof/visit")
        return again.ask("POST", "/v1/session/proof/provider",
                         {"id": visit, **{name: brought[name] for name in ("state", "code")}})

    refused(proves("sofia"), 403, "identityNotYours")
    proven = given(proves("ada"))
    assert proven["token"] != again.token and proven["user"]["id"] == user["id"], proven
    again.token = proven["token"]
    assert not given(again.ask("GET", "/v1/identities"))["hasPassword"]
    return user


def not_let_in(story, id):
    """Whom the provider doesn't vouch for, or may not, and who turns back."""
    for login, code in (("mary", "providerEmailUnverified"), ("emmy", "identityUnknown")):
        refused(story.enters(id, login)[1], 403, code)
        assert not story.there_is(PEOPLE[login]["email"])
    who = story.server.somebody()
    visit, brought = story.visits(who, id, None)
    assert brought["error"] == "access_denied" and "code" not in brought, brought
    refused(story.returns(who, visit), 404, "visitUnknown")
    refused(who.ask("POST", "/v1/provider-visits", {
        "provider": id, "returnTo": "https://evil.example/"}), 422, "returnToInvalid")
    refused(who.ask("POST", "/v1/provider-visits", {
        "provider": "prv_none", "returnTo": "http://127.0.0.1:1/"}), 404, "providerUnknown")


def linking(story, id):
    owner = story.server.somebody()
    grace = owner.signs_up("Grace", "grace@example.com")["user"]
    who = story.server.somebody()
    visit, brought = story.visits(who, id, "grace", login="grace@example.com")
    refused(story.returns(who, visit, brought), 409, "identityUnlinked")
    refused(story.returns(who, visit), 409, "identityUnlinked")  # and no code is used for it
    refused(who.ask("POST", "/v1/identities", {"id": visit}), 401, "notSignedIn")
    who.signs_in("grace@example.com")
    identity = given(who.ask("POST", "/v1/identities", {"id": visit}))
    assert identity["name"] == "grace@example.com", identity
    assert given(owner.ask("GET", "/v1/identities"))["identities"] == [identity]
    refused(story.returns(story.server.somebody(), visit), 404, "visitUnknown")
    again, answer = story.enters(id, "grace")
    assert again.begins(answer)["user"]["id"] == grace["id"]

    step("it is nobody else's, and another of them may be linked from within")
    eve = story.server.somebody()
    eve.signs_up("Eve", "eve@example.com")
    visit, brought = story.visits(eve, id, "grace")
    body = {name: brought[name] for name in ("state", "code")}
    refused(eve.ask("POST", "/v1/identities", {"id": visit, **body}), 409,
            "identityElsewhere")
    visit, brought = story.visits(eve, id, "emmy")
    body = {name: brought[name] for name in ("state", "code")}
    other = given(eve.ask("POST", "/v1/identities", {"id": visit, **body}))
    assert eve.ask("DELETE", "/v1/identities/" + other["id"]).status == 204
    assert given(eve.ask("GET", "/v1/identities"))["identities"] == []
    refused(story.enters(id, "emmy")[1], 403, "identityUnknown")
    return who


def tampered(story, id):
    who = story.server.somebody()
    used, brought = story.visits(who, id, "ada")
    who.begins(story.returns(who, used, brought))
    before = len(given(who.ask("GET", "/v1/sessions"))["sessions"])
    thief = story.server.somebody()
    refused(story.returns(thief, used, brought), 404, "visitUnknown")

    mine, came = story.visits(thief, id, "sofia")
    refused(story.returns(thief, mine, {**came, "state": "another" * 6}), 404, "visitUnknown")
    refused(story.returns(thief, mine), 404, "visitUnknown")
    other, for_other = story.visits(thief, id, "sofia")
    refused(story.returns(thief, other, came), 404, "visitUnknown")
    # With its own state: the provider says that the code is for another verifier.
    refused(story.returns(thief, other, {**for_other, "code": came["code"]}), 401, "visitRefused")
    refused(story.returns(thief, other, for_other), 404, "visitUnknown")
    broken, came = story.visits(thief, id, "sofia")
    refused(story.returns(thief, broken, {**came, "code": came["code"] + "x"}), 401,
            "visitRefused")
    refused(story.returns(thief, "vst_none", came), 404, "visitUnknown")
    assert not story.there_is("sofia@example.com")
    one, came = story.visits(thief, id, "ada")
    assert at_once(lambda: story.returns(story.server.somebody(), one, came)) == [200, 404, 404]
    before += 1
    assert len(given(who.ask("GET", "/v1/sessions"))["sessions"]) == before


def with_secret(story, staff):
    id = given(story.adds(staff, CONFIDENTIAL, name="Secretive"))["id"]
    (shown,) = [one for one in given(story.root.ask("GET", "/v1/providers"))["providers"]
                if one["id"] == id]
    assert shown["hasSecret"] and SECRET not in str(shown), shown
    refused(story.enters(id, "sofia")[1], 403, "identityUnknown")  # it makes no accounts
    assert given(story.root.ask("PATCH", "/v1/providers/" + id, {"makesAccounts": True}))
    sofia, answer = story.enters(id, "sofia")
    assert sofia.begins(answer)["user"]["email"] == "sofia@example.com"
    # Another client of the same provider knows her by the same name, and is another provider.
    assert given(story.root.ask("PATCH", "/v1/providers/" + id, {"clientSecret": "wrong"}))
    wrong = refused(story.enters(id, "sofia")[1], 503, "clientRefused")
    assert int(wrong.field("Retry-After")) > 0
    assert given(story.root.ask("PATCH", "/v1/providers/" + id, {"clientSecret": SECRET}))
    sofia.begins(story.enters(id, "sofia")[1])
    return id


def rotated(story, staff, ids, known):
    # Whoever signs with keys that nobody has makes the server ask for them once a minute.
    time.sleep(max(0, known + 61 - time.time()))
    staff.rotate()
    for id, login in zip(ids, ("ada", "sofia")):
        who, answer = story.enters(id, login)
        who.begins(answer)


def mirrored(token):
    """With the other signature that is as good as an elliptic curve's own."""
    order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
    head, claims, signature = token.split(".")
    raw = base64.urlsafe_b64decode(signature + "==")
    other = raw[:32] + (order - int.from_bytes(raw[32:], "big")).to_bytes(32, "big")
    return ".".join([head, claims, base64.urlsafe_b64encode(other).decode().rstrip("=")])


def by_google(story, google, staff):
    audience = GOOGLE["client_id"]
    given(story.adds(google, {"client_id": audience}, kind="google", name="Google",
                     makesAccounts=True))

    def sign_in(token, nonce="n1", who=None):
        if len(token) > 20:
            story.secrets[token] = "an ID token"
        nonce = {"nonce": nonce} if nonce else {}
        return (who or story.server.somebody()).ask("POST", "/v1/session/google", {
            "idToken": token, "device": DEVICE, **nonce})

    token = google.id_token(GOOGLE, "emmy", "n1")
    who = story.server.somebody()
    emmy = who.begins(sign_in(token, who=who))["user"]
    assert (emmy["email"], emmy["name"]) == ("emmy@elsewhere.example", "Emmy Noether"), emmy
    refused(sign_in(token), 401, "idTokenInvalid")
    refused(sign_in(token, "n2"), 401, "idTokenInvalid")

    step("forged, stale and misdirected ones are refused")
    now = int(time.time())
    usual = google.usual(audience, "emmy", nonce="n1")
    without = {name: value for name, value in usual.items() if name != "exp"}
    key = google.key()
    forged = {
        "expired": google.token({**usual, "iat": now - 7200, "exp": now - 3600}),
        "without an end": google.token(without),
        "from the future": google.token({**usual, "iat": now + 7200, "exp": now + 9000}),
        "for another audience": google.token({**usual, "aud": "another"}),
        "for another as well": google.token({**usual, "aud": [audience, "another"],
                                             "azp": "another"}),
        "of another issuer": google.token({**usual, "iss": staff.issuer}),
        "with another nonce": google.token({**usual, "nonce": "n2"}),
        "without a nonce": google.token({k: v for k, v in usual.items() if k != "nonce"}),
        "without a subject": google.token({k: v for k, v in usual.items() if k != "sub"}),
        "unsigned": google.token(usual, "none"),
        "signed with what everybody knows": google.token(usual, "HS256"),
        "signed by another": google.token(usual, key=staff.key()),
        "signed by another in its name": google.token(usual, key=staff.key(), kid=key["kid"]),
        "signed in its own word": google.token(usual, key=staff.key(), jwk={
            name: staff.key()[name] for name in ("kty", "n", "e")}),
        "another kind of token": google.token(usual, typ="at+jwt"),
        "changed": ".".join([*google.token(usual).split(".")[:2],
                             google.token({**usual, "iat": now - 1}).split(".")[2]]),
        "none at all": "a.b.c",
    }
    for what, wrong in forged.items():
        answer = sign_in(wrong)
        assert (answer.status, answer.json().get("code")) == (401, "idTokenInvalid"), \
            (what, answer.status, answer.body)
    assert not story.there_is("ada@elsewhere.example")

    step("good ones are taken once each, by either kind of key")
    for alg in ("RS256", "ES256"):
        for nonce in ("n1", None):
            good = google.token({**usual, "jti": alg + str(nonce)}, alg)
            who = story.server.somebody()
            assert who.begins(sign_in(good, nonce, who))["user"]["id"] == emmy["id"]
            refused(sign_in(good, nonce), 401, "idTokenInvalid")

    refused(sign_in(mirrored(good), None), 401, "idTokenInvalid")
    # An address opens no account here, either.
    refused(sign_in(google.token(google.usual(audience, "grace", nonce="n1"))), 409,
            "identityUnlinked")

    raced = google.token({**usual, "jti": "raced"})
    assert at_once(lambda: sign_in(raced)) == [200, 401, 401]

    ends = int(time.time())
    ending = google.token({**usual, "jti": "ending", "iat": ends - 60, "exp": ends})
    who = story.server.somebody()
    who.begins(sign_in(ending, who=who))

    def still_used():
        """Clocks may be apart, so it is looked at for a while after its end."""
        time.sleep(max(0, ends + 65 - time.time()))
        refused(sign_in(ending), 401, "idTokenInvalid")

    return still_used


def second_factor(story, grace, id):
    begun = given(grace.ask("POST", "/v1/factors/totp", {"name": "App"}))
    story.secrets[begun["secret"]] = "an authenticator's secret"
    used = set()

    def code():
        for _ in range(400):
            fresh = subprocess.run(["oathtool", "--totp", "-b", begun["secret"]], check=True,
                                   capture_output=True, text=True).stdout.strip()
            if fresh not in used:
                used.add(fresh)
                return fresh
            time.sleep(0.1)
        raise AssertionError("no other code")

    active = grace.ask("POST", f"/v1/factors/{begun['id']}/activate", {"code": code()})
    assert active.status == 200, active.body
    who, answer = story.enters(id, "grace")
    progress = given(answer)
    assert "signedIn" not in progress and progress["challenge"]["factors"][0] == "totp", progress
    refused(who.ask("POST", "/v1/challenges/" + progress["challenge"]["id"],
                    {"factor": "totp", "code": "000000", "trustDevice": False}), 422, "wrongCode")
    who.begins(who.ask("POST", "/v1/challenges/" + progress["challenge"]["id"],
                       {"factor": "totp", "code": code(), "trustDevice": True}))


def down_and_gone(story, staff, ids, ada):
    id = ids[0]
    who = story.server.somebody()
    visit, brought = story.visits(who, id, "ada")
    staff.stop()
    down = refused(story.returns(who, visit, brought), 503, "providerUnreachable")
    assert int(down.field("Retry-After")) > 0

    step("it is back, and calls her by another address: it is still her account")
    staff.options["people"] = {**PEOPLE, "ada": person("countess@example.com", "Ada King")}
    staff.start()
    who, answer = story.enters(id, "ada")
    assert who.begins(answer)["user"] == ada, answer.body
    (identity,) = given(who.ask("GET", "/v1/identities"))["identities"]
    assert identity["name"] == "countess@example.com", identity

    step("a provider that is off signs nobody in, nor one that is removed")
    late = story.server.somebody()
    visit, brought = story.visits(late, id, "ada")
    for change in (lambda: story.root.ask("PATCH", "/v1/providers/" + id, {"isOn": False}),
                   lambda: story.root.ask("DELETE", "/v1/providers/" + id)):
        assert change().status in (200, 204)
        refused(late.ask("POST", "/v1/provider-visits", {
            "provider": id, "returnTo": "http://127.0.0.1:1/"}), 404, "providerUnknown")
        assert id not in str(given(late.ask("GET", "/v1/server"))["providers"])
    assert story.returns(late, visit, brought).status == 404
    assert given(who.ask("GET", "/v1/identities"))["identities"] == []
    refused(story.root.ask("DELETE", "/v1/providers/" + id), 404, "providerUnknown")


def nothing_secret(story):
    for name, words in story.server.words():
        for secret, what in story.secrets.items():
            assert secret.encode() not in words, f"{what} stands in {name}: {secret}"


def walk(server, node):
    story = Story(server, node)
    with contextlib.ExitStack() as open:
        # One tells an address to whoever asks for it, the other in each token.
        staff = open.enter_context(providing(node, PEOPLE, [PUBLIC, CONFIDENTIAL]))
        google = open.enter_context(providing(node, PEOPLE, [GOOGLE], emailInToken=True))
        step("a provider is added once it has said who it is")
        id = adding(story, staff)
        step("somebody new has an account")
        ada = somebody_new(story, id)
        known = time.time()
        step("who is not vouched for has none, nor who turns back")
        not_let_in(story, id)
        step("an address alone opens no account; its password links the two")
        grace = linking(story, id)
        step("each visit ends once, and with what was brought to it")
        tampered(story, id)
        step("a client with a secret")
        ids = [id, with_secret(story, staff)]
        if THOROUGH:
            step("the provider has other keys")
            rotated(story, staff, ids, known)
        step("an ID token of Google's")
        still_used = by_google(story, google, staff)
        step("a second factor is asked for")
        second_factor(story, grace, id)
        step("the provider is down")
        down_and_gone(story, staff, ids, ada)
        if THOROUGH:
            step("a token that has ended meanwhile is as used as before")
            still_used()
        step("nothing secret is written down")
        nothing_secret(story)
        server.end()
        nothing_secret(story)


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.environ["LATCHKEY_PROGRAM"])
    folder = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else beside(program, "openid")
    node = installed("openid", folder)
    with tempfile.TemporaryDirectory() as home:
        server = Server(program, home)
        try:
            walk(server, node)
        finally:
            server.process.kill()
        chain = subprocess.run([program, "audit", "verify", "--database", server.database],
                               capture_output=True, text=True)
        assert chain.returncode == 0, chain.stdout + chain.stderr
    print("1 passed, 0 failed")


main()
