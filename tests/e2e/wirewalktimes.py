"""What foreign pages say of time, walked with curl against the real server, whose clock is put forward.

wirewalktimes.py PROGRAM
"""

import base64
import hashlib
import os
import sys
import time

from movedclock import clocked
from wingspanwalking import JSON, WRONG_CODE, bearer, begun_with, refused
from posting import posting
from wirewalking import OTHER, PASSWORD, Wire, expect, serving, walked

EMAIL = "ada@example.org"
MINUTE, DAY = 1 / 60, 24
PUBLIC = ["--public-address", "https://accounts.example.org", "--wires", "temporal"]
EXPIRED = "Session expired"


def aurora(wire, clock):
    """It says nothing of how long one lasts: fourteen days without being used, as everywhere here."""
    me = {"username": "ada", "email": EMAIL, "password": PASSWORD}
    token = wire.ask("POST", "/api/v7/signup", me).json()["accessToken"]
    for days, status in ((13, 200), (13, 200), (14, 401)):
        clock.put_forward(days * DAY + MINUTE)
        shown = wire.ask("GET", "/api/v7/user/info", fields=["x-access-token: " + token])
        assert shown.status == status, (days, shown.body)
    expect(shown, 401, {"success": False,
                        "error": "Invalid username, password, or access token"})


def oneshot(wire, clock):
    """Five minutes until it is used first, and fourteen days from each time on."""
    wire.ask("POST", "/user/register", {"name": "ada", "password": PASSWORD})

    def begun():
        pair = {"name": "ada", "password": PASSWORD}
        return bearer(wire.ask("POST", "/user/login", pair).json()["token"])

    unused, used = begun(), begun()
    clock.put_forward(4 * MINUTE)
    assert wire.ask("GET", "/user/self", fields=[used]).status == 200
    clock.put_forward(2 * MINUTE)
    over = 401, {"message": "UNAUTHORIZED"}
    expect(wire.ask("GET", "/user/self", fields=[unused]), *over)
    for _ in range(2):
        clock.put_forward(13.9 * DAY)
        assert wire.ask("GET", "/user/self", fields=[used]).status == 200
    clock.put_forward(14 * DAY + MINUTE)
    expect(wire.ask("GET", "/user/self", fields=[used]), *over)
    expect(wire.ask("PATCH", "/user/update", {}, [used]), *over)


def mmdl(wire, clock, post):
    """Half an hour for a code. A session lasts as everywhere here."""
    def said(status, success, message):
        return (status, {"success": success, "data": {"message": message}},
                "application/json; charset=utf-8")

    ada = {"username": "ada", "password": PASSWORD}
    wire.ask("POST", "/api/users/register", {**ada, "email": EMAIL})
    post.code_to(EMAIL)  # whoever joins is sent one at once
    begun = wire.ask("POST", "/api/login", ada).json()["data"]["message"]
    pair = base64.b64encode("{userhash}:{ssid}".format(**begun).encode()).decode()
    held = ["Authorization: Basic " + pair]
    for _ in range(2):
        clock.put_forward(13.9 * DAY)
        assert wire.ask("GET", "/api/users/info", fields=held).status == 200
    clock.put_forward(14 * DAY + MINUTE)
    expect(wire.ask("GET", "/api/users/info", fields=held), *said(401, False, "PLEASE_LOGIN"))

    for minutes, answer in ((31, said(401, False, "ERROR_INVALID_OTP")),
                            (29, said(200, True, "PASSWORD_RESET_OK"))):
        asked = wire.ask("GET", "/api/users/requestotp?username=ada").json()["data"]["message"]
        assert asked["userhash"] == hashlib.sha512(b"ada").hexdigest(), asked
        reset = {**asked, "otp": post.code_to(EMAIL), "password": OTHER}
        clock.put_forward(minutes * MINUTE)
        expect(wire.ask("POST", "/api/users/modifypassword", reset), *answer)


def temporal(wire, clock, post):
    """A day for a token, and one for a link; a token is renewed for the day after its sign-in."""
    form = {"username": "ada", "password": PASSWORD, "email_address": EMAIL}
    wire.ask("POST", "/v2/auth/register", form=form)
    link = post.link_to(EMAIL).removeprefix("https://accounts.example.org/temporal")
    begun = wire.ask("POST", "/v2/auth/login", {"username": "ada", "password": PASSWORD})
    name, refresh = "/v2/account/token/username", "/v2/auth/refresh"

    def over(text):
        return 401, {"code": 401, "message": text}

    clock.put_forward(23.5)
    renewed = wire.ask("GET", refresh, fields=[bearer(begun.json()["token"])])
    held = [bearer(renewed.json()["token"])]
    clock.put_forward(1)
    assert wire.ask("GET", name, fields=held).status == 200
    expect(wire.ask("GET", refresh, fields=held), *over("Token is expired."))
    expect(wire.ask("GET", link), 400, {"code": 400, "response": "token is expired"})
    clock.put_forward(22.9)
    assert wire.ask("GET", name, fields=held).status == 200
    clock.put_forward(0.2)
    expect(wire.ask("GET", name, fields=held), *over("Token is expired"))
    expect(wire.ask("GET", refresh, fields=held), *over("Token is expired."))


def wingspan(wire, clock, post):
    """As long as whoever began one has said; half an hour in somebody's stead."""
    user = {"email": EMAIL, "password": PASSWORD}
    wire.ask("POST", "/users/user", user)
    root = {"email": "root@example.com", "password": PASSWORD}

    def in_hours(hours):
        return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() + hours * 3600))

    short = begun_with(wire, "POST", "/users/session", {**user, "expiration": in_hours(1)}, "User")
    long = begun_with(wire, "POST", "/users/session", user, "User")
    program = wire.ask("POST", "/users/session/api", {"expiration": in_hours(1)},
                       [bearer(long)]).json()["token"]
    admin = begun_with(wire, "POST", "/users/session", root, "User")
    acting = begun_with(wire, "POST", "/users/session/requesting-user", {"email": EMAIL}, "User",
                        bearer(admin))

    def holds(token):
        return wire.ask("GET", "/users/session/token/" + token, fields=[JSON]).status == 200

    def is_over(token):
        refused(wire.ask("GET", "/users/session/token/" + token, fields=[JSON]), 403, EXPIRED)
        refused(wire.ask("GET", "/users/session/api", fields=[bearer(token)]), 403, EXPIRED)

    clock.put_forward(29 * MINUTE)
    assert all(holds(token) for token in (short, long, program, acting))
    clock.put_forward(2 * MINUTE)
    is_over(acting)
    clock.put_forward(30 * MINUTE)
    for token in (short, program):
        is_over(token)
    assert holds(long)

    guest = begun_with(wire, "POST", "/users/pending/session", {"email": EMAIL}, "Guest")
    code = {"code": [post.code_to(EMAIL) for _ in range(2)][-1]}  # the first came with the sign-up
    clock.put_forward(6 * MINUTE)
    refused(wire.ask("PATCH", "/users/session/otp", code, [bearer(guest)]), 400, WRONG_CODE)


def main():
    program = os.path.abspath(sys.argv[1])
    wires = []
    for walk, options in ((aurora, ()), (oneshot, ()), (mmdl, ()), (temporal, PUBLIC),
                          (wingspan, ())):
        posts = (mmdl, temporal, wingspan)
        with clocked() as clock, posting() as post:
            mailed = [post] if walk in posts else []
            with serving(program, walk.__name__, *(mailed or [None]), options=options,
                         clock=clock) as (_, alone):
                wires.append(Wire(alone))
                walk(wires[-1], clock, *mailed)
    walked("times", *wires)


main()
