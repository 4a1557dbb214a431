"""Wingspan's rows of identity providers, walked with curl and a real browser against the real server.

wirewalkproviders.py PROGRAM [FOLDER]   where the provider from npm is kept
"""

import contextlib
import os
import pathlib
import sys
import time

from fromnpm import beside, installed
from identityprovider import GOOGLE, browse, person, providing
from wingspanwalking import (JSON, NOT_FOUND, UNAUTHORIZED, bearer, begun_in_header, begun_with,
                             free_place, provided, refused, user_of)
from wirewalking import Wire, expect, serving, walked

STAFF = {"lise": person("lise@staff.example", "Lise Meitner"),
         "otto": person("otto@staff.example", "Otto Hahn")}
OTHERS = {"emmy": person("emmy@mail.example", "Emmy Noether"),
          "sofia": person("sofia@mail.example", "Sofia Kovalevskaya")}
AUTHENTICATION = "/users/authentication"
SINGLE, SOCIAL = "/users/session/single-sign-on", "/users/session/social-auth/google"


def strategy(wire, email):
    """Where a browser is sent, whoever has that address."""
    answer = wire.ask("POST", AUTHENTICATION, {"email": email}, [JSON])
    said = answer.json()
    expect(answer, 200, {"authenticationStrategy": "SingleSignOn",
                         "authenticationUrl": said.get("authenticationUrl")})
    return said["authenticationUrl"]


def single_sign_on(wire, base, node):
    expect(wire.ask("POST", AUTHENTICATION, {"email": "emmy@mail.example"}, [JSON]), 200,
           {"authenticationStrategy": "Password"})
    page = strategy(wire, "lise@staff.example")
    assert page.startswith(base + "/"), page
    assert strategy(wire, "nobody@staff.example") == page
    code = {"singleSignOnCode": browse(node, page, "lise")["code"]}
    token = begun_with(wire, "POST", SINGLE, code, "User")
    shown = wire.ask("GET", "/users/user/" + user_of(token), fields=[bearer(token)])
    assert (shown.status, shown.json()["email"]) == (200, "lise@staff.example"), shown.body
    # By its own program, which takes anything; each time another visit.
    begun = begun_in_header(wire, "POST", SINGLE,
                            {"singleSignOnCode": browse(node, page, "otto")["code"]})
    assert user_of(begun) != user_of(token)
    for used in (code, {"singleSignOnCode": "vst_none"}):
        for fields in ([JSON], []):
            refused(wire.ask("POST", SINGLE, used, fields), 404, NOT_FOUND)
    refused(wire.ask("POST", SINGLE, {}), 400, "singleSignOnCode: missingField")
    refused(wire.ask("POST", SINGLE, {"singleSignOnCode": 7}), 400, "singleSignOnCode: wrongType")


def social(wire, google, staff):
    audience, now = GOOGLE["client_id"], int(time.time())
    token = {"idToken": google.id_token(GOOGLE, "emmy", "any")}
    begun = begun_with(wire, "POST", SOCIAL, token, "User")
    shown = wire.ask("GET", "/users/user/" + user_of(begun), fields=[bearer(begun)])
    assert (shown.status, shown.json()["email"]) == (200, "emmy@mail.example"), shown.body
    begun_in_header(wire, "POST", SOCIAL, {"idToken": google.id_token(GOOGLE, "sofia", "any")})
    usual = google.usual(audience, "emmy")
    for wrong in (token["idToken"],  # which was used
                  google.token({**usual, "iat": now - 7200, "exp": now - 3600}),
                  google.token({**usual, "aud": "another"}),
                  google.token({**usual, "iss": staff.issuer}),
                  google.token(usual, "none"), google.token(usual, key=staff.key()), "a.b.c"):
        refused(wire.ask("POST", SOCIAL, {"idToken": wrong}), 401, UNAUTHORIZED)
    refused(wire.ask("POST", SOCIAL, {}), 400, "idToken: missingField")


def main():
    program = os.path.abspath(sys.argv[1])
    folder = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else beside(program, "openid")
    node = installed("openid", folder)
    place = free_place()
    pages = ["--listen", place, "--public-address", "http://" + place]
    with contextlib.ExitStack() as all:
        own, alone = all.enter_context(serving(program, "wingspan", options=pages))
        staff = all.enter_context(providing(node, STAFF,
                                            returnPaths=["/sign-in/return/127.0.0.1"]))
        google = all.enter_context(providing(node, OTHERS, [GOOGLE], emailInToken=True))
        wire = Wire(alone)
        # Nobody is led anywhere before there is a provider.
        refused(wire.ask("POST", SOCIAL, {"idToken": "a.b.c"}), 404, NOT_FOUND)
        provided(Wire(own), staff, google)
        single_sign_on(wire, own, node)
        social(wire, google, staff)
        walked("wingspanproviders", wire)


main()
