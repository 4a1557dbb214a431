"""The pages of Aurora and OneShot, walked row by row with curl against the real server.

wirewalk.py PROGRAM
"""

import os
import re
import subprocess
import sys

from wirewalking import (OTHER, PASSWORD, UUID, Answer, Wire, behind_proxy, expect, serving,
                         walked)

MALFORMED = "One or more API parameters are malformed. Please check your request and try again"
INVALID = "Invalid username, password, or access token"
DUPLICATE = "Username or email already in use"
UUID4 = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
MICROSECONDS = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"


def refused(text):
    return {"success": False, "error": text}


def flood_aurora(wire):
    often = wire.flood("/api/v11/user/quota", 429)
    expect(often, 429, {"statusCode": 429, "error": "RateLimited", "message": "tooManyRequests"})
    assert often.field("Retry-After"), often.body


def walk_aurora(wire, versions):
    def who(number, **more):
        return {"username": f"Serena.Daniel{number}",
                "email": f"Serena{number}.Pagac@example.com", "password": PASSWORD, **more}

    def token(answer):
        said = answer.json()
        assert answer.status == 200 and answer.type == "application/json", (answer.status, said)
        assert list(said) == ["success", "accessToken"] and said["success"] is True, said
        assert re.fullmatch(r"[A-Za-z0-9]{48}", said["accessToken"]), said
        return said["accessToken"]

    for version in versions:
        api = f"/api/v{version}"
        me = who(version)
        login = {"username": me["username"], "password": PASSWORD}
        token(wire.ask("POST", api + "/signup", me))
        bearer = "x-access-token: " + token(wire.ask("POST", api + "/login", login))
        for body in ("", "{", "[]", {"username": "x"}, {**login, "password": 5}):
            expect(wire.ask("POST", api + "/login", body), 400, refused(MALFORMED))
        for missing in me:
            body = {name: text for name, text in me.items() if name != missing}
            expect(wire.ask("POST", api + "/signup", body), 400, refused(MALFORMED))
        expect(wire.ask("POST", api + "/signup", {**who(0), "password": "password"}), 400,
               refused(MALFORMED))
        expect(wire.ask("POST", api + "/login", {**login, "password": "wrong"}), 401,
               refused(INVALID))
        expect(wire.ask("POST", api + "/login", {**login, "username": "Nobody"}), 401,
               refused(INVALID))
        taken = wire.ask("POST", api + "/signup", {**me, "email": "another@example.com"})
        expect(taken, *((401, refused(DUPLICATE)) if version < 6 else (400, refused(MALFORMED))))
        info = api + "/user/info"
        if version < 7:
            assert wire.ask("GET", info, fields=[bearer]).status == 404
            continue
        speech = {"autoExecuteTts": False} if version == 11 else {}
        voice = {"preferredTtsCharacter": 0} if version == 11 else {}  # of 11.0.0 alone
        expect(wire.ask("GET", info, fields=[bearer]), 200,
               {"success": True, "username": me["username"], "email": me["email"], **speech,
                **voice})
        for field in ("x-access-token;", "x-access-token: TOK123", "Accept: application/json"):
            expect(wire.ask("GET", info, fields=[field]), 401, refused(INVALID))
            expect(wire.ask("PUT", info, me, [field]), 401, refused(INVALID))
        quota = wire.ask("GET", api + "/user/quota", fields=[bearer])
        if version < 9:
            assert quota.status == 404
        else:
            # No address is verified here.
            expect(quota, 200, {"success": True, "quotaUsed": 0, "quotaMax": 0, "ttsUsed": 0,
                                "ttsMax": 0, "planName": "unverified", "isChristy": False})
            expect(wire.ask("GET", api + "/user/quota", fields=["Accept: application/json"]), 401,
                   refused(INVALID))
        expect(wire.ask("PUT", info, {**me, **speech, "username": f"Serena.King{version}"},
                        [bearer]), 200, {"success": True})
        for missing in me:
            body = {name: text for name, text in me.items() if name != missing}
            expect(wire.ask("PUT", info, body, [bearer]), 400, refused(MALFORMED))
        for wrong in ({"autoExecuteTts": "yes"}, {"preferredTtsCharacter": "Christy"}):
            expect(wire.ask("PUT", info, {**me, **wrong}, [bearer]), 400, refused(MALFORMED))
        expect(wire.ask("PUT", info, {**me, **voice, "username": f"Serena.King{version}"},
                        [bearer]), 200, {"success": True})
        for asked in ({name: type(said)(1) for name, said in {**speech, **voice}.items()},
                      {**speech, **voice}):
            expect(wire.ask("PUT", info, {**me, **asked, "username": f"Serena.King{version}"},
                            [bearer]), 200, {"success": True})
            shown = wire.ask("GET", info, fields=[bearer]).json()
            assert asked.items() <= shown.items(), shown
        expect(wire.ask("PUT", info, {**me, "username": f"Serena.King{version}",
                                      "password": OTHER}, [bearer]), 200, {"success": True})
        expect(wire.ask("POST", api + "/login", login), 401, refused(INVALID))
        token(wire.ask("POST", api + "/login", {"username": f"Serena.King{version}",
                                                "password": OTHER}))
        token(wire.ask("POST", api + "/login", {"username": me["email"], "password": OTHER}))
    assert wire.ask("POST", "/api/v1/login", {}).status == 404
    assert wire.ask("POST", "/api/v12/login", {}).status == 404
    assert wire.ask("GET", "/api/v3/login").status == 404


def walk_oneshot(wire):
    john = {"name": "John", "email": "john.doe@example.com", "password": PASSWORD}
    login = {"name": "John", "password": PASSWORD}
    not_found = {"message": "NOT_FOUND"}
    unauthorized = {"message": "UNAUTHORIZED"}

    def token(answer, status=200):
        said = answer.json()
        assert (answer.status, answer.type) == (status, "application/json"), (answer.status, said)
        assert list(said) == ["token"] and re.fullmatch(UUID4, said["token"]), said
        return said["token"]

    index = wire.ask("GET", "/").json()
    assert list(index) == ["name", "version", "authors", "license"], index
    token(wire.ask("POST", "/users", {**john, "unknown": 1}), 201)
    expect(wire.ask("POST", "/users", john), 409, {"message": "ALREADY_EXISTS"})
    expect(wire.ask("POST", "/users", {**john, "name": "Jane", "password": "short"}), 400,
           {"message": "BAD_REQUEST"})
    token(wire.ask("POST", "/user/register", {"name": "azuma", "password": PASSWORD}), 201)
    expect(wire.ask("POST", "/user/register", {"name": "azuma", "password": PASSWORD}), 409,
           {"message": "ALREADY_EXISTS"})
    bearer = "Authorization: Bearer " + token(wire.ask("POST", "/user/login", login))
    expect(wire.ask("POST", "/user/login", {**login, "password": "wrong"}), 403,
           {"message": "FORBIDDEN"})
    for nobody in ("Nobody", "", "no@address", "x" * 200):
        expect(wire.ask("POST", "/user/login", {**login, "name": nobody}), 404, not_found)

    text = "text/plain; charset=utf-8"
    for path in ("/users", "/user/register", "/user/login"):
        expect(wire.ask("POST", path, '{"name":"John"}'), 400,
               "Json deserialize error: missing field `%s` at line 1 column 15"
               % ("email" if path == "/users" else "password"), text)
        assert wire.ask("POST", path, "{").type == text
        assert wire.ask("POST", path, {**john, "name": 5}).body.startswith("Json deserialize error")
        form = subprocess.run(["curl", "-s", "-i", "-d", "name=John", wire.base + path],
                              stdout=subprocess.PIPE, check=True).stdout
        expect(Answer(form), 400, "Content type error", text)

    shown = wire.ask("GET", "/user/self", fields=[bearer]).json()
    assert list(shown) == ["onlinestatus", "id", "name", "created_at"], shown
    assert shown["onlinestatus"] == "OFFLINE" and shown["name"] == "John", shown
    assert re.fullmatch(UUID, shown["id"]) and re.fullmatch(MICROSECONDS, shown["created_at"])
    expect(wire.ask("GET", "/user/" + shown["id"], fields=[bearer]), 200, shown)
    expect(wire.ask("GET", "/user/" + "ee8e77d9-290e-4bb9-84a1-c2b7efb338df", fields=[bearer]),
           404, not_found)
    expect(wire.ask("GET", "/user/nonsense", fields=[bearer]), 400, {"message": "BAD_REQUEST"})
    card = {"id": shown["id"], "name": "John", "created_at": shown["created_at"]}
    for nothing in ({}, {"name": None, "password": None}, {"name": "John"}, {"password": PASSWORD}):
        changed = wire.ask("PATCH", "/user/update", nothing, [bearer])
        expect(changed, 200, card)
        assert list(changed.json()) == ["id", "name", "created_at"], changed.body
    expect(wire.ask("PATCH", "/user/update", {"name": "azuma"}, [bearer]), 409,
           {"message": "ALREADY_EXISTS"})
    expect(wire.ask("PATCH", "/user/update", {"name": "azumax", "password": OTHER}, [bearer]), 200,
           {**card, "name": "azumax"})
    expect(wire.ask("POST", "/user/login", login), 404, not_found)
    token(wire.ask("POST", "/user/login", {"name": "azumax", "password": OTHER}))

    given = bearer.split()[-1]
    for field in ("Authorization: bearer " + given, "Authorization: " + given,
                  "Authorization: Bearer garbled", "Accept: */*",
                  "Authorization: Bearer c3b6f0b1-4a81-4ec8-800e-a2ad39f4d56e"):
        expect(wire.ask("GET", "/user/self", fields=[field]), 401, unauthorized)
        expect(wire.ask("GET", "/user/nonsense", fields=[field]), 401, unauthorized)
        expect(wire.ask("PATCH", "/user/update", {}, [field]), 401, unauthorized)
    for method, path in (("GET", "/users"), ("DELETE", "/user/update"), ("POST", "/user/logout"),
                         ("PUT", "/nowhere"), ("POST", "/")):
        expect(wire.ask(method, path), 404, not_found)


def main():
    program = os.path.abspath(sys.argv[1])
    wires = []
    # So much is refused that one server would have this address wait.
    for versions in (range(2, 5), range(5, 8), range(8, 10), range(10, 12)):
        with serving(program, "aurora", options=behind_proxy("aurora")) as (own, alone):
            wires.append(Wire(alone))
            if 11 in versions:
                flood_aurora(wires[-1])
            walk_aurora(wires[-1], versions)
            assert Wire(own + "/aurora").ask("GET", "/api/v3/login").status == 404
    walked("aurora", *wires)
    with serving(program, "oneshot", options=behind_proxy("oneshot")) as (own, alone):
        wire = Wire(alone)
        # Its page has no word for too often.
        expect(wire.flood("/user/self", 403), 403, {"message": "FORBIDDEN"})
        walk_oneshot(wire)
        walked("oneshot", wire)
        expect(Wire(own + "/oneshot").ask("GET", "/nowhere"), 404, {"message": "NOT_FOUND"})


if __name__ == "__main__":
    main()
