"""The users' section of MMDL's page, walked row by row with curl against the real server.

wirewalkmmdl.py PROGRAM
"""

import base64
import hashlib
import os
import re
import subprocess
import sys

from wirewalking import PASSWORD, Answer, Wire, expect, serving

ADA = {"username": "ada", "password": PASSWORD, "email": "ada@example.org"}
HASH = hashlib.sha512(b"ada").hexdigest()
REGISTER = "/api/users/register"


def said(status, success, message):
    return status, {"success": success, "data": {"message": message}}


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


def walk(wire):
    expect(wire.ask("GET", "/api/users/settings/registrationstatus"), *said(200, True, True))
    expect(wire.ask("GET", "/api/oauth/status"), *said(200, True, False))
    expect(wire.ask("GET", "/api/install/check"), *said(200, True, ""))
    register(wire)
    given = login(wire, "/api/login")
    login(wire, "/api/users/login")

    basic = "Authorization: Basic " + given
    shown = wire.ask("GET", "/api/users/info", fields=[basic]).json()
    assert shown["success"] is True, shown
    user = shown["data"]["message"]
    assert (user["username"], user["email"], user["level"]) == ("ada", ADA["email"], "0"), user
    assert user["userhash"] == HASH and re.fullmatch(r"\d{10}", user["created"]), user
    assert isinstance(user["users_id"], int) and "password" not in user, user
    expect(wire.ask("GET", "/api/auth/inbuilt/check", fields=[basic]), *said(200, True, "LOGIN_OK"))
    other = base64.b64encode(f"{HASH}:{'0' * 128}".encode()).decode()
    for field in ("Accept: */*", "Authorization: Bearer " + given, "Authorization: Basic " + other,
                  "Authorization: Basic YWRh", "Authorization: Basic " + given[:-4]):
        for path in ("/api/users/info", "/api/auth/inbuilt/check"):
            expect(wire.ask("GET", path, fields=[field]), *said(401, False, "PLEASE_LOGIN"))

    otp = "/api/users/requestotp"
    expect(wire.ask("GET", otp), *said(422, False, "INVALID_INPUT"))
    # No mail leaves this server.
    expect(wire.ask("GET", otp + "?username=ada"),
           *said(500, False, "ERROR_EMAIL_SENDING_FAILED"))
    expect(wire.ask("POST", otp, {"username": "ada"}),
           *said(500, False, "ERROR_EMAIL_SENDING_FAILED"))
    modify = "/api/users/modifypassword"
    all_of_it = {"userhash": HASH, "otp": "123456", "reqid": "0123456789abcdef",
                 "password": PASSWORD}
    for missing in all_of_it:
        body = {name: text for name, text in all_of_it.items() if name != missing}
        expect(wire.ask("POST", modify, body), *said(422, False, "INVALID_INPUT"))
    expect(wire.ask("POST", modify, all_of_it), *said(401, False, "ERROR_INVALID_OTP"))
    for method, path in (("PUT", "/api/login"), ("GET", "/api/users/login"),
                         ("POST", "/api/auth/inbuilt/check")):
        expect(wire.ask(method, path), *said(403, "false", "INVALID_METHOD."))
    for method, path in (("GET", REGISTER), ("POST", "/api/users/info"), ("PUT", otp),
                         ("GET", modify)):
        expect(wire.ask(method, path), *said(422, False, "INVALID_METHOD"))
    assert wire.ask("GET", "/api/nowhere").status == 404


def main():
    with serving(os.path.abspath(sys.argv[1]), "mmdl") as (own, alone):
        walk(Wire(alone))
        assert Wire(own + "/mmdl").ask("GET", "/api/install/check").status == 200


main()
