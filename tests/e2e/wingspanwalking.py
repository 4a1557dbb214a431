"""What the walks through Wingspan's pages share: how sessions are begun there, and refusals."""

import base64
import json
import re
import socket

from identityprovider import GOOGLE, PUBLIC
from wirewalking import PASSWORD, bearer, expect, session_of

JSON = "Accept: application/json"
FORBIDDEN, WRONG_CODE, NOT_FOUND = "Forbidden", "Invalid verification code", "Not found"
UNAUTHORIZED = "Unauthorized"


def refused(answer, status, text):
    expect(answer, status, {"error": text})


def is_session(session, type, token=True):
    """As the model of its own program wants it, and nothing more."""
    expected = {"expiration", "sessionType"} | ({"token"} if token else set())
    assert expected <= set(session) <= expected | {"labels", "userId"}, session
    assert session["sessionType"] == type, session
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", session["expiration"]), session
    return session


def begun(wire, method, path, body, type, *fields):
    """What is begun there, by either way to ask."""
    return [begun_with(wire, method, path, body, type, *fields),
            begun_in_header(wire, method, path, body, *fields)]


def begun_with(wire, method, path, body, type, *fields):
    answer = wire.ask(method, path, body, [JSON, *fields])
    assert (answer.status, answer.type) == (200, "application/json"), answer.body
    return is_session(answer.json(), type)["token"]


def begun_in_header(wire, method, path, body, *fields):
    answer = wire.ask(method, path, body, fields)
    token = answer.field("Wingspan-Session")
    assert (answer.status, answer.type, answer.body) == (204, None, "") and token, answer.body
    return token


def nothing(answer):
    assert (answer.status, answer.type, answer.body) == (204, None, ""), answer.body


def user_of(token):
    """As the token tells whoever has it."""
    return json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))["userId"]


def sign_in(wire, email):
    return begun_with(wire, "POST", "/users/session", {"email": email, "password": PASSWORD},
                      "User")


def by_mail(wire, post, email):
    guest = begun_with(wire, "POST", "/users/pending/session", {"email": email}, "Guest")
    return begun_with(wire, "PATCH", "/users/session/otp", {"code": post.code_to(email)}, "User",
                      bearer(guest))


def texts_are_asked_for(own, post, email, phone):
    """Codes by text as a second factor, by our own wire: its page has no word for it."""
    whose = [session_of(own, email)]
    factor = own.ask("POST", "/v1/factors/codes", {"kind": "smsCode", "name": "Phone"}, whose)
    assert factor.status == 200, factor.body
    active = own.ask("POST", f"/v1/factors/{factor.json()['id']}/activate",
                     {"code": post.code_to(phone)}, whose)
    assert active.status == 200, active.body
    return active.json()["token"]


def free_place():
    """Where the server can say beforehand that browsers find it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return "127.0.0.1:%d" % taken.getsockname()[1]


def provided(own, staff, google):
    """By our own wire: people of one domain are led to the one, and the other's tokens are taken."""
    root = [session_of(own, "root@example.com")]
    for kind, provider, client, domains in (("openId", staff, PUBLIC, ["staff.example"]),
                                            ("google", google, GOOGLE, [])):
        added = own.ask("POST", "/v1/providers", {
            "kind": kind, "name": kind, "issuer": provider.issuer, "makesAccounts": True,
            "clientId": client["client_id"], "domains": domains}, root)
        assert added.status == 200, added.body
