"""Wingspan's page of sessions and authentication, walked row by row with curl against the real server.

wirewalkwingspan.py PROGRAM

Its own program takes anything and gets 204; whoever names JSON gets the session. Both are asked.
"""

import base64
import hmac
import os
import struct
import sys
import time
from urllib.parse import quote

from wingspanwalking import (FORBIDDEN, JSON, NOT_FOUND, UNAUTHORIZED, WRONG_CODE, bearer, begun,
                             begun_in_header, begun_with, is_session, nothing, refused,
                             texts_are_asked_for, user_of)
from posting import posting
from wirewalking import OTHER, PASSWORD, Wire, behind_proxy, expect, serving, walked

EMAIL, PHONE = "ada@example.com", "+14104350691"
LATER = "2030-01-01T00:00:00.000Z"
EXPIRED = "Session expired"
OTP = "OTP verification required"


def totp(secret):
    moment = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.digest(base64.b32decode(secret), moment, "sha1")
    start = digest[-1] & 15
    return "%06d" % ((struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF) % 1000000)


def authentication(wire):
    path = "/users/authentication"
    for email in (EMAIL, "nobody@example.com"):
        expect(wire.ask("POST", path, {"email": email}, [JSON]), 200,
               {"authenticationStrategy": "Password"})
    refused(wire.ask("POST", path, {}), 400, "email: missingField")
    refused(wire.ask("POST", path, {"email": None}), 400, "email: missingField")
    refused(wire.ask("POST", path, {"email": 7}), 400, "email: wrongType")


def session(wire, user):
    path = "/users/session"
    usual = {"email": EMAIL, "password": PASSWORD}
    with_all = {**usual, "expiration": LATER, "otpExpiration": LATER}
    for body in (usual, with_all, {**usual, "expiration": None, "unknown": 1}):
        for token in begun(wire, "POST", path, body, "User"):
            assert user_of(token) == user
    soon = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() + 3600))
    short = wire.ask("POST", path, {**usual, "expiration": soon}, [JSON]).json()
    assert short["expiration"] == soon, short
    for wrong in ({**usual, "password": "wrong"}, {**usual, "email": "nobody@example.com"}):
        for fields in ([JSON], []):
            refused(wire.ask("POST", path, wrong, fields), 401, "Invalid email or password")
    for body, text in (({}, "email: missingField"), ({"email": EMAIL}, "password: missingField"),
                       ({**usual, "expiration": "tomorrow"}, "expiration: wrongType"),
                       ("{", "malformedJson"), ("[]", "wrongType")):
        refused(wire.ask("POST", path, body), 400, text)
    refused(wire.ask("POST", path, "email=a", ["Content-Type: text/plain"]), 400,
            "Content-Type: malformedRequest")
    return begun_in_header(wire, "POST", path, usual)


def tokens(wire, user, token):
    path = "/users/session/token/"
    shown = wire.ask("GET", path + token, fields=[JSON])
    assert shown.status == 200, shown.body
    assert is_session(shown.json(), "User")["token"] == token and shown.json()["userId"] == user
    answer = wire.ask("GET", path + token)
    assert (answer.status, answer.body) == (204, ""), answer.body
    for fields in ([JSON], []):
        ended = begun_in_header(wire, "POST", "/users/session",
                                {"email": EMAIL, "password": PASSWORD})
        nothing(wire.ask("DELETE", path + ended, fields=fields))
        nothing(wire.ask("DELETE", path + ended, fields=fields))
        refused(wire.ask("GET", path + ended, fields=fields), 403, EXPIRED)
        refused(wire.ask("GET", "/users/session/api", fields=[bearer(ended)]), 403, EXPIRED)
    for nobodys in (quote("tok/en 1", safe=""), token[:-4] + "AAAA"):
        refused(wire.ask("GET", path + nobodys), 403, EXPIRED)
        nothing(wire.ask("DELETE", path + nobodys))


def pending_session(wire, post, user, email):
    path, otp = "/users/pending/session", "/users/session/otp"
    held = [begun_with(wire, "POST", path, {"email": email}, "Guest"),
            begun_in_header(wire, "POST", path, {"email": "nobody@example.com"})]
    for one in held:
        refused(wire.ask("PATCH", otp, {"code": "12345x"}, [bearer(one)]), 400, WRONG_CODE)
    refused(wire.ask("POST", path, {"email": email}), 429, "Too many requests")
    refused(wire.ask("POST", path, {}), 400, "email: missingField")
    refused(wire.ask("PATCH", otp, {}, [bearer(held[0])]), 400, "code: missingField")
    for one in held:  # its page tells of active sessions, and these wait to be
        refused(wire.ask("GET", f"/users/session/token/{one}", fields=[JSON]), 403, EXPIRED)
    code = {"code": post.code_to(email)}
    refused(wire.ask("PATCH", otp, code, [bearer(held[1])]), 400, WRONG_CODE)
    token = begun_with(wire, "PATCH", otp, code, "User", bearer(held[0]))
    assert user_of(token) == user
    refused(wire.ask("PATCH", otp, code, [bearer(held[0])]), 400, WRONG_CODE)


def api_sessions(wire, token):
    path, held = "/users/session/api", bearer(token)
    made = []
    for body in ({"labels": {"key": "<value>"}}, {}, {"expiration": LATER},
                 {"isUnlimitedExpiration": True, "labels": {"a": "", "b": "1"}}):
        answer = wire.ask("POST", path, body, [held, JSON])
        assert answer.status == 200, answer.body
        one = answer.json()
        assert set(one) == {"expiration", "isUnlimitedExpiration", "labels", "sessionId",
                            "sessionType", "token"}, one
        assert one["sessionType"] == "API" and one["labels"] == body.get("labels", {}), one
        assert one["isUnlimitedExpiration"] == body.get("isUnlimitedExpiration", False), one
        assert one["expiration"] == body.get("expiration", one["expiration"]), one
        made.append(one)
    for body in ({"expiration": "2001-01-01T00:00:00Z"}, {"labels": {"a": 1}},
                 {"isUnlimitedExpiration": "yes"}):
        answer = wire.ask("POST", path, body, [held])
        assert answer.status == 400 and set(answer.json()) == {"error"}, answer.body

    listed = wire.ask("GET", path, fields=[held, JSON]).json()
    assert [one["sessionId"] for one in listed] == [one["sessionId"] for one in reversed(made)]
    first = {name: value for name, value in made[0].items() if name != "token"}
    one = path + "/" + first["sessionId"]
    expect(wire.ask("GET", one, fields=[held]), 200, first)
    first |= {"expiration": LATER, "labels": {"other": "1"}}
    expect(wire.ask("PATCH", one, {"expiration": LATER, "isUnlimitedExpiration": False,
                                   "labels": {"other": "1"}}, [held]), 200, first)
    expect(wire.ask("PATCH", one, {}, [held]), 200, first)
    shown = wire.ask("GET", "/users/session/token/" + made[0]["token"], fields=[JSON])
    assert is_session(shown.json(), "API")["expiration"] == LATER, shown.body
    # A program makes no other, and sees its owner's.
    program = bearer(made[0]["token"])
    assert len(wire.ask("GET", path, fields=[program]).json()) == len(made)
    refused(wire.ask("POST", path, {}, [program]), 403, FORBIDDEN)
    expect(wire.ask("DELETE", one, fields=[held]), 200, first)
    refused(wire.ask("GET", path, fields=[program]), 403, EXPIRED)
    for method, body in (("GET", None), ("PATCH", {}), ("DELETE", None)):
        refused(wire.ask(method, path + "/ses_none", body, [held]), 404, NOT_FOUND)
    return made[1]["token"]


def existing_email(wire, post):
    """Of somebody to whom nothing has been sent yet."""
    address = "root@example.com"
    token = begun_in_header(wire, "POST", "/users/session",
                            {"email": address, "password": PASSWORD})
    user, held = user_of(token), bearer(token)
    below = f"/users/user/{user}/verification/"
    said = {"email": address, "status": "Pending", "userId": user}
    expect(wire.ask("POST", below + "existing-email", {"redirectPath": "/r"}, [held]), 200, said)
    code = {"emailVerificationId": post.code_to(address)}
    expect(wire.ask("PATCH", below + "email", code, [held]), 200, {**said, "status": "Verified"})


def verification(wire, post, user, token):
    below, held = f"/users/user/{user}/verification/", bearer(token)

    def email(address, status):
        return 200, {"email": address, "status": status, "userId": user}

    # One went there with the sign-up.
    code = {"emailVerificationId": post.code_to(EMAIL)}
    refused(wire.ask("PATCH", below + "email", {"emailVerificationId": "12345x"}, [held]), 400,
            WRONG_CODE)
    refused(wire.ask("PATCH", below + "email", {}, [held]), 400,
            "emailVerificationId: missingField")
    refused(wire.ask("POST", below + "existing-email", {}, [held]), 429, "Too many requests")
    expect(wire.ask("PATCH", below + "email", code, [held]), *email(EMAIL, "Verified"))

    next = "Grayce.Krajcik92@example.com"
    expect(wire.ask("POST", below + "email", {"email": next, "redirectPath": "/r"}, [held]),
           *email(next, "Pending"))
    refused(wire.ask("POST", below + "email", {}, [held]), 400, "email: missingField")
    refused(wire.ask("POST", below + "email", {"email": "a@@b"}, [held]), 400,
            "email: emailInvalid")
    code = {"emailVerificationId": post.code_to(next)}
    expect(wire.ask("PATCH", below + "email", code, [held]), *email(next, "Verified"))

    number = {"phone": "(410) 435-0691 x609", "channel": "SMS"}
    answer = wire.ask("POST", below + "phone", number, [held])
    is_session(answer.json()["session"], "User", token=False)
    assert answer.json() == {"phone": PHONE, "session": answer.json()["session"],
                             "status": "Pending", "userId": user}, answer.body
    refused(wire.ask("POST", below + "phone", {**number, "channel": "PhoneCall"}, [held]), 422,
            "Unsupported channel")
    refused(wire.ask("POST", below + "phone", {**number, "channel": "Pigeon"}, [held]), 400,
            "channel: unknownValue")
    refused(wire.ask("POST", below + "phone", {"phone": "12"}, [held]), 400, "phone: phoneNotValid")
    refused(wire.ask("PATCH", below + "phone", {"code": "12345x"}, [held]), 400, WRONG_CODE)
    done = wire.ask("PATCH", below + "phone", {"code": post.code_to(PHONE)}, [held]).json()
    assert (done["phone"], done["status"]) == (PHONE, "Verified"), done
    return next


def enrol(own, post, email):
    """By our own wire: its page has no word for it."""
    held = bearer(texts_are_asked_for(own, post, email, PHONE))
    begun = own.ask("POST", "/v1/factors/totp", {"name": "App"}, [held]).json()
    active = own.ask("POST", f"/v1/factors/{begun['id']}/activate",
                     {"code": totp(begun["secret"])}, [held])
    assert active.status == 200, active.body


def one_time_codes(wire, own, post, email, token):
    enrol(Wire(own), post, email)
    path, otp = "/users/session", "/users/session/otp"
    # Nothing that asks for a second factor is done by a session that gave none.
    refused(wire.ask("POST", path + "/api", {}, [bearer(token)]), 403, OTP)
    refused(wire.ask("POST", otp, {"channel": "Email"}, [bearer(token)]), 404, NOT_FOUND)
    refused(wire.ask("POST", otp, {"channel": "Fax"}, [bearer(token)]), 400,
            "channel: unknownValue")
    answer = wire.ask("POST", otp, {"appRedirectPath": "/x", "channel": "SMS"},
                      [bearer(token), JSON])
    assert answer.status == 200, answer.body
    is_session(answer.json(), "User", token=False)
    refused(wire.ask("POST", otp, {}, [bearer(token)]), 429, "Too many requests")
    refused(wire.ask("PATCH", otp, {"code": "12345x"}, [bearer(token)]), 400, WRONG_CODE)
    proven = begun_in_header(wire, "PATCH", otp, {"code": post.code_to(PHONE)}, bearer(token))
    assert wire.ask("POST", path + "/api", {}, [bearer(proven)]).status == 200

    # At the next sign-in, what was begun is a guest until the code comes back.
    body = {"email": email, "password": PASSWORD}
    guest = begun(wire, "POST", path, body, "Guest")
    for held in guest:
        assert wire.ask("GET", path + "/api", fields=[bearer(held)]).status == 401
    nothing(wire.ask("POST", otp, {}, [bearer(guest[0])]))
    refused(wire.ask("POST", otp, {"channel": "Email"}, [bearer(guest[0])]), 404, NOT_FOUND)
    refused(wire.ask("POST", otp, {"channel": "SMS"}, [bearer("chl_none"), JSON]), 404, NOT_FOUND)
    refused(wire.ask("PATCH", otp, {"code": "12345x"}, [bearer(guest[0])]), 400, WRONG_CODE)
    begun_with(wire, "PATCH", otp, {"code": post.code_to(PHONE)}, "User", bearer(guest[0]))
    refused(wire.ask("PATCH", otp, {"code": "123456"}, [bearer(guest[0])]), 404, NOT_FOUND)
    return proven


def on_behalf(wire, email, user, token):
    path = "/users/session/requesting-user"
    root = begun_in_header(wire, "POST", "/users/session",
                           {"email": "root@example.com", "password": PASSWORD})
    admin = bearer(root)
    for acting in begun(wire, "POST", path, {"email": email, "expiration": LATER}, "User", admin):
        assert wire.ask("GET", "/users/user/" + user, fields=[bearer(acting)]).status == 200
        refused(wire.ask("POST", "/users/session/api", {}, [bearer(acting)]), 403, FORBIDDEN)
        refused(wire.ask("POST", path, {"email": email}, [bearer(acting)]), 403, FORBIDDEN)
    refused(wire.ask("POST", path, {"email": email}, [bearer(token)]), 403, FORBIDDEN)
    refused(wire.ask("POST", path, {"email": "root@example.com"}, [admin]), 403, FORBIDDEN)
    refused(wire.ask("POST", path, {"email": "nobody@example.com"}, [admin]), 404, NOT_FOUND)
    refused(wire.ask("POST", path, {}, [admin]), 400, "email: missingField")


def nobody(wire, user, token):
    """Whatever asks for a session, without one and with another's."""
    below = f"/users/user/{user}/verification/"
    email, phone = {"email": "a@example.com"}, {"phone": PHONE}
    own = [("GET", "/users/session/api", None), ("POST", "/users/session/api", {}),
           ("GET", "/users/session/api/x", None), ("PATCH", "/users/session/api/x", {}),
           ("DELETE", "/users/session/api/x", None), ("POST", "/users/session/otp", {}),
           ("PATCH", "/users/session/otp", {"code": "123456"}),
           ("POST", "/users/session/requesting-user", email),
           ("GET", "/users/granted-subscriber/subscription-grant", None)]
    named = [("POST", below + "email", email), ("POST", below + "existing-email", {}),
             ("PATCH", below + "email", {"emailVerificationId": "123456"}),
             ("POST", below + "phone", phone), ("PATCH", below + "phone", {"code": "123456"}),
             ("GET", "/users/user/" + user, None)]
    for method, path, body in own + named:
        for fields in ([], [bearer("a.b.c")], ["Authorization: Basic YWRh"], [bearer("")]):
            refused(wire.ask(method, path, body, fields), 401, UNAUTHORIZED)
    for method, path, body in named:
        refused(wire.ask(method, path.replace(user, "usr_other"), body, [bearer(token)]), 403,
                FORBIDDEN)
    for other, status in ((user, 200), ("usr_other", 403)):
        answer = wire.ask("GET", "/users/session/api",
                          fields=[bearer(token), "X-WINGSPAN-USER: " + other])
        assert answer.status == status, answer.body
    assert wire.ask("PUT", "/users/session").status == 405
    refused(wire.ask("GET", "/users/nowhere"), 404, NOT_FOUND)


def reset(wire, own, post, email):
    """Nobody is told who is there. Its page has no place for the code: its letter says where."""
    path = "/users/user/password/reset"
    for address in (email, "nobody@example.com"):
        asked = {"email": address, "userType": "Member"}
        nothing(wire.ask("POST", path, asked))
        refused(wire.ask("POST", path, asked), 429, "Too many requests")
    refused(wire.ask("POST", path, {"userType": "Member"}), 400, "email: missingField")
    code = {"code": post.code_to(email), "password": PASSWORD}
    assert own.ask("POST", "/v1/password", code).status == 204
    assert own.ask("POST", "/v1/password", code).status == 422
    # The phone is still asked for.
    begun(wire, "POST", "/users/session", {"email": email, "password": PASSWORD}, "Guest")


def walk(wire, own, post):
    nothing(wire.ask("GET", "/users/"))
    create = {"email": EMAIL, "password": PASSWORD,
              "profile": {"firstName": "Ada", "lastName": "Lovelace"}}
    made = wire.ask("POST", "/users/user", create)
    assert made.status == 200, made.body
    user = made.json()["userId"]
    refused(wire.ask("POST", "/users/user", create), 409, "User for email already exists")
    refused(wire.ask("POST", "/users/user", {**create, "email": "eve@example.com",
                                             "password": "password1"}), 400,
            "Password is too weak")

    authentication(wire)
    token = session(wire, user)
    tokens(wire, user, token)
    api_sessions(wire, token)
    nobody(wire, user, token)
    existing_email(wire, post)
    email = verification(wire, post, user, token)
    pending_session(wire, post, user, email)
    proven = one_time_codes(wire, own, post, email, token)
    on_behalf(wire, email, user, proven)
    changed = wire.ask("PATCH", "/users/user/" + user, {"password": OTHER, "tag": "duchess"},
                       [bearer(proven)])
    assert (changed.status, changed.json()["tag"]) == (200, "duchess"), changed.body
    refused(wire.ask("POST", "/users/session", {"email": email, "password": PASSWORD}), 401,
            "Invalid email or password")
    reset(wire, Wire(own), post, email)


def main():
    program, options = os.path.abspath(sys.argv[1]), behind_proxy("wingspan")
    with posting() as post, serving(program, "wingspan", post, options) as (own, alone):
        wire = Wire(alone)
        refused(wire.flood("/users/session/api", 429), 429, "Too many requests")
        walk(wire, own, post)
        walked("wingspan", wire)
        assert Wire(own + "/wingspan").ask("GET", "/users/").status == 204


main()
