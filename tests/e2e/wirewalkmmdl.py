"""The users' section of MMDL's page, walked row by row with curl against the real server.

wirewalkmmdl.py PROGRAM
"""

import base64
import hashlib
import os
import re
import subprocess
import sys

from posting import posting
from wirewalking import OTHER, PASSWORD, Answer, Wire, behind_proxy, expect, serving, walked

ADA = {"username": "ada", "password": PASSWORD, "email": "ada@example.org"}
HASH = hashlib.sha512(b"ada").hexdigest()
REGISTER, OTP = "/api/users/register", "/api/users/requestotp"
MODIFY = "/api/users/modifypassword"


def said(status, success, message):
    return (status, {"success": success, "data": {"message": message}},
            "application/json; charset=utf-8")


def plain(wire, path, text):
    """As text/plain, which its server doesn't read."""
    return Answer(subprocess.run(
        ["curl", "-s", "-i", "--data-binary", text, "-H", "Content-Type: text/plain",
         wire.base + path], stdout=subprocess.PIPE, check=True).stdout)


def register(wire):
    expect(wire.ask("POST", REGISTER, ADA), *said(200, True, "USER_INSERT_OK"))
    expect(wire.ask("POST", REGISTER, ADA), *said(200, False, "ERROR_LOGIN_WITH_PASSWORD"))
    # Its page knows no address.
    expect(wire.ask("POST", REGISTER, {"username": "bob", "password": PASSWORD}),
           *said(200, True, "USER_INSERT_OK"))
    for body in ({"username": "eve"}, {"password": PASSWORD}, {**ADA, "username": "a@b"},
                 {"username": "eve", "password": "short"},
                 {**ADA, "username": "eve", "email": "none"}):
        expect(wire.ask("POST", REGISTER, body), *said(422, "false", "INVALID_INPUT"))


def login(wire, path):
    pair = {"username": "ada", "password": PASSWORD}
    answer = wire.ask("POST", path, pair)
    begun = answer.json()["data"]["message"]
    expect(answer, *said(200, "true", begun))
    assert begun["userhash"] == HASH and re.fullmatch("[0-9a-f]{128}", begun["ssid"]), begun
    form = wire.ask("POST", path, "username=ada&password=" + PASSWORD.replace(" ", "+"),
                    ["Content-Type: application/x-www-form-urlencoded"])
    assert form.status == 200, form.body
    for wrong in ({**pair, "password": "wrong"}, {**pair, "username": "nobody"}):
        expect(wire.ask("POST", path, wrong), *said(401, "false", "INVALID_PASSWORD"))
    expect(wire.ask("POST", path, {"username": "ada"}),
           *said(422, False, "REGISTER_FOR_A_PASSWORD"))
    for body in (wire.ask("POST", path, {"password": PASSWORD}), wire.ask("POST", path),
                 plain(wire, path, "username=ada")):
        expect(body, *said(422, "false", "INVALID_INPUT"))
    broken = wire.ask("POST", path, "{")
    assert (broken.status, broken.body) == (400, "Invalid JSON"), broken.body
    return base64.b64encode(f"{HASH}:{begun['ssid']}".encode()).decode()


def masked(text):
    return re.sub("(.).", r"\1*", text)


def basic(wire, name):
    begun = wire.ask("POST", "/api/login", {"username": name, "password": PASSWORD}).json()
    pair = "{userhash}:{ssid}".format(**begun["data"]["message"])
    return "Authorization: Basic " + base64.b64encode(pair.encode()).decode()


def settings(wire, ada, root):
    get, one, modify = ("/api/settings/" + path for path in ("get", "getone", "modify"))
    closing = "GLOBAL_DISABLE_USER_REGISTRATION"
    for method, path in (("GET", get), ("GET", one + "?name=view"), ("POST", modify)):
        expect(wire.ask(method, path), *said(401, False, "PLEASE_LOGIN"))
    expect(wire.ask("GET", get, fields=[ada]), *said(200, True, {"user": None}))
    expect(wire.ask("POST", modify, {"name": "view", "value": "week"}, [ada]),
           *said(200, True, ""))
    form = wire.ask("POST", modify, "name=zoom&value=2",
                    [ada, "Content-Type: application/x-www-form-urlencoded"])
    expect(form, *said(200, True, ""))
    rows = wire.ask("GET", get, fields=[ada]).json()["data"]["message"]["user"]
    assert list(rows[0]) == ["settings_id", "name", "userid", "global", "value"], rows
    assert [(row["name"], row["value"]) for row in rows] == [("view", "week"), ("zoom", "2")], rows
    expect(wire.ask("GET", one + "?name=view", fields=[ada]), *said(200, True, "week"))
    expect(wire.ask("GET", one + "?name=none", fields=[ada]), *said(200, True, None))
    expect(wire.ask("GET", one, fields=[ada]), *said(422, False, "INVALID_INPUT"))
    for body in ({"name": "view"}, {"value": "week"}, {"name": "view", "value": " "}, "", "[]"):
        expect(wire.ask("POST", modify, body, [ada]), *said(422, False, "INVALID_INPUT"))

    expect(wire.ask("GET", f"{one}?name={closing}", fields=[ada]),
           *said(401, False, "ONLY_ADMIN_CAN_REQUEST_GLOBAL"))
    expect(wire.ask("POST", modify, {"name": closing, "value": "0"}, [ada]),
           *said(401, False, "ONLY_ADMIN_CAN_SET_GLOBAL"))
    for value, is_open in (("0", False), (1, True)):
        expect(wire.ask("POST", modify, {"name": closing, "value": value}, [root]),
               *said(200, True, ""))
        expect(wire.ask("GET", f"{one}?name={closing}", fields=[root]),
               *said(200, True, str(value)))
        expect(wire.ask("GET", "/api/users/settings/registrationstatus"),
               *said(200, True, is_open))
        eve = {"username": f"eve{value}", "password": PASSWORD, "email": f"eve{value}@example.org"}
        expect(wire.ask("POST", REGISTER, eve),
               *(said(200, True, "USER_INSERT_OK") if is_open
                 else said(401, False, "CANT_CREATE_USER")))
    everything = wire.ask("GET", get, fields=[root]).json()["data"]["message"]
    assert everything["user"] is None, everything
    assert [(row["name"], row["value"]) for row in everything["admin"]] == [(closing, "1")]
    expect(wire.ask("GET", one + "?name=GLOBAL_OTHER", fields=[root]), *said(200, True, None))
    expect(wire.ask("POST", modify, {"name": "GLOBAL_OTHER", "value": "1"}, [root]),
           *said(422, False, "INVALID_INPUT"))


def administer(wire, ada, root):
    users, delete = "/api/admin/getusers", "/api/admin/deleteuser"
    expect(wire.ask("GET", users), *said(401, False, "PLEASE_LOGIN"))
    expect(wire.ask("GET", users, fields=[ada]),
           *said(401, False, "ONLY_ADMIN_CAN_REQUEST_GLOBAL"))
    found = wire.ask("GET", users, fields=[root]).json()["data"]["message"]
    shown = {user["email"]: user for user in found}
    adas, roots = shown[masked(ADA["email"])], shown[masked("root@example.com")]
    assert adas["username"] == masked("ada") and adas["userhash"] == masked(HASH), adas
    assert (adas["level"], roots["level"]) == ("0", "1"), found
    assert re.fullmatch(r"\d{10}", adas["created"]) and isinstance(adas["users_id"], int), adas
    assert not any("password" in user for user in found), found

    expect(wire.ask("DELETE", f"{delete}?userid={adas['users_id']}"),
           *said(401, False, "PLEASE_LOGIN"))
    expect(wire.ask("DELETE", f"{delete}?userid={adas['users_id']}", fields=[ada]),
           *said(401, False, "ONLY_ADMIN_CAN_DELETE_USER"))
    for query in ("", "?userid=", "?userid=ada"):
        expect(wire.ask("DELETE", delete + query, fields=[root]),
               *said(422, False, "INVALID_INPUT"))
    expect(wire.ask("DELETE", f"{delete}?userid={roots['users_id']}", fields=[root]),
           *said(405, False, "CANT_DELETE_ADMIN"))
    for _ in range(2):  # an id that is gone already is gone
        expect(wire.ask("DELETE", f"{delete}?userid={adas['users_id']}", fields=[root]),
               *said(200, True, None))
    expect(wire.ask("GET", "/api/users/info", fields=[ada]), *said(401, False, "PLEASE_LOGIN"))
    expect(wire.ask("POST", REGISTER, ADA), *said(200, True, "USER_INSERT_OK"))
    for method, path in (("POST", users), ("GET", delete), ("POST", "/api/settings/get"),
                         ("GET", "/api/settings/modify")):
        expect(wire.ask(method, path), *said(422, False, "INVALID_METHOD"))


def requested(answer, name):
    """What has to be said again with the code."""
    request = answer.json()["data"]["message"]
    expect(answer, *said(200, True, request))
    assert list(request) == ["userhash", "reqid"] and request["reqid"], request
    assert request["userhash"] == hashlib.sha512(name.encode()).hexdigest(), request
    return request


def recover(wire, post):
    """Where mails leave the server."""
    for name in ("ada", "eve"):
        email = f"{name}@example.org"
        expect(wire.ask("POST", REGISTER, {**ADA, "username": name, "email": email}),
               *said(200, True, "USER_INSERT_OK"))
        letter = post.letter_to(email)["plain"]  # whoever joins is sent a code at once
        assert "has no place for the code" in letter and "itself" in letter, letter
    bob = {"username": "bob", "password": PASSWORD}
    expect(wire.ask("POST", REGISTER, bob), *said(200, True, "USER_INSERT_OK"))
    expect(wire.ask("GET", OTP + "?username=bob"), *said(200, False, "ERROR_NO_EMAIL_SET"))
    expect(wire.ask("GET", OTP + "?username=nobody"), *said(403, False, "ERROR_INVALID_USERNAME"))
    ada = requested(wire.ask("GET", OTP + "?username=ada"), "ada")
    expect(wire.ask("GET", OTP + "?username=ada"), *said(500, False, "ERROR_EMAIL_SENDING_FAILED"))
    eve = requested(wire.ask("POST", OTP, {"username": "eve"}), "eve")
    held = basic(wire, "ada")

    right = {**ada, "otp": post.code_to("ada@example.org"), "password": OTHER}
    for wrong in ({"otp": "12345x"}, {"reqid": eve["reqid"]}, {"userhash": eve["userhash"]}):
        expect(wire.ask("POST", MODIFY, {**right, **wrong}), *said(401, False, "ERROR_INVALID_OTP"))
    expect(wire.ask("POST", MODIFY, {**right, "password": "password1"}),
           *said(422, False, "INVALID_INPUT"))
    expect(wire.ask("POST", MODIFY, right), *said(200, True, "PASSWORD_RESET_OK"))
    expect(wire.ask("POST", MODIFY, right), *said(401, False, "ERROR_INVALID_OTP"))
    expect(wire.ask("GET", "/api/users/info", fields=[held]), *said(401, False, "PLEASE_LOGIN"))
    pair = {"username": "ada", "password": PASSWORD}
    expect(wire.ask("POST", "/api/login", pair), *said(401, "false", "INVALID_PASSWORD"))
    assert wire.ask("POST", "/api/login", {**pair, "password": OTHER}).status == 200

    # As its page spells it.
    capitals = {**eve, "OTP": post.code_to("eve@example.org"), "password": OTHER}
    expect(wire.ask("POST", MODIFY, capitals), *said(200, True, "PASSWORD_RESET_OK"))


def walk(wire):
    expect(wire.ask("GET", "/api/users/settings/registrationstatus"), *said(200, True, True))
    expect(wire.ask("GET", "/api/oauth/status"), *said(200, True, False))
    expect(wire.ask("GET", "/api/install/check"), *said(200, True, ""))
    register(wire)
    given = login(wire, "/api/login")
    login(wire, "/api/users/login")

    ada = "Authorization: Basic " + given
    shown = wire.ask("GET", "/api/users/info", fields=[ada]).json()
    assert shown["success"] is True, shown
    user = shown["data"]["message"]
    assert (user["username"], user["email"], user["level"]) == ("ada", ADA["email"], "0"), user
    assert user["userhash"] == HASH and re.fullmatch(r"\d{10}", user["created"]), user
    assert isinstance(user["users_id"], int) and "password" not in user, user
    for nothing in ("mobile", "id", "expires", "session_token", "name", "email_verified",
                    "emailVerified", "image"):
        assert user[nothing] is None, user
    expect(wire.ask("GET", "/api/auth/inbuilt/check", fields=[ada]), *said(200, True, "LOGIN_OK"))
    other = base64.b64encode(f"{HASH}:{'0' * 128}".encode()).decode()
    for field in ("Accept: */*", "Authorization: Bearer " + given, "Authorization: Basic " + other,
                  "Authorization: Basic YWRh", "Authorization: Basic " + given[:-4]):
        for path in ("/api/users/info", "/api/auth/inbuilt/check"):
            expect(wire.ask("GET", path, fields=[field]), *said(401, False, "PLEASE_LOGIN"))

    expect(wire.ask("GET", OTP), *said(422, False, "INVALID_INPUT"))
    # No mail leaves this server.
    expect(wire.ask("GET", OTP + "?username=ada"),
           *said(500, False, "ERROR_EMAIL_SENDING_FAILED"))
    expect(wire.ask("POST", OTP, {"username": "ada"}),
           *said(500, False, "ERROR_EMAIL_SENDING_FAILED"))
    all_of_it = {"userhash": HASH, "otp": "123456", "reqid": "0123456789abcdef",
                 "password": PASSWORD}
    for missing in all_of_it:
        body = {name: text for name, text in all_of_it.items() if name != missing}
        expect(wire.ask("POST", MODIFY, body), *said(422, False, "INVALID_INPUT"))
    expect(wire.ask("POST", MODIFY, all_of_it), *said(401, False, "ERROR_INVALID_OTP"))
    for method, path in (("PUT", "/api/login"), ("GET", "/api/users/login"),
                         ("POST", "/api/auth/inbuilt/check")):
        expect(wire.ask(method, path), *said(403, "false", "INVALID_METHOD."))
    expect(wire.ask("GET", REGISTER), *said(422, "false", "INVALID_METHOD"))
    for method, path in (("POST", "/api/users/info"), ("PUT", OTP),
                         ("GET", MODIFY)):
        expect(wire.ask(method, path), *said(422, False, "INVALID_METHOD"))
    for path in (REGISTER, OTP, MODIFY):
        broken = wire.ask("POST", path, "{")
        assert (broken.status, broken.body) == (400, "Invalid JSON"), broken.body
    assert wire.ask("GET", "/api/nowhere").status == 404
    ada, root = basic(wire, "ada"), basic(wire, "root@example.com")
    settings(wire, ada, root)
    administer(wire, ada, root)


def main():
    program = os.path.abspath(sys.argv[1])
    with posting() as post, serving(program, "mmdl", post) as (_, alone):
        mailing = Wire(alone)
        recover(mailing, post)
    with serving(program, "mmdl", options=behind_proxy("mmdl")) as (own, alone):
        wire = Wire(alone)
        # Its page has no word for too often.
        expect(wire.flood("/api/users/info", 429), *said(429, False, "ERROR_GENERIC"))
        walk(wire)
        walked("mmdl", mailing, wire)
        assert Wire(own + "/mmdl").ask("GET", "/api/install/check").status == 200


main()
