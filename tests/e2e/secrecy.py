"""Everything that is secret to an account is done once, with the log as talkative as it can be: none
of it stands in a file afterwards, nor while the server runs.

secrecy.py PROGRAM
"""

import json
import os
import re
import shutil
import stat
import sys
import tempfile

from authenticator import answer, challenge, code_of, enrol
from posting import CODE, posting
from runningserver import RunningServer
from searching import found_in
from wirewalking import DEVICE, OTHER, PASSWORD, Wire, bearer, join

PROGRAM = os.path.abspath(sys.argv[1])
ADA = "ada@example.org"
PHONE = "+14104350691"
THIRD = "seven purple comets hum"
SECRET = {"token", "secret", "uri", "codes", "password", "current", "next", "deviceTrust",
          "setupCode"}
SAID = SECRET | {"code"}  # in an answer, a code says what went wrong


def step(words):
    print("-", words, flush=True)


class Overheard(Wire):
    """Knows every secret that was asked with or answered."""

    def __init__(self, base):
        super().__init__(base)
        self.secrets = set()

    def ask(self, method, path, body=None, fields=(), form=None):
        asked = super().ask(method, path, body, fields, form)
        self._hear(body or form or {}, SAID)
        if asked.type and "json" in asked.type:
            self._hear(asked.json(), SECRET)
        return asked

    def _hear(self, value, names, is_secret=False):
        if isinstance(value, dict):
            for name, each in value.items():
                self._hear(each, names, name in names)
        elif isinstance(value, list):
            for each in value:
                self._hear(each, names, is_secret)
        elif is_secret and isinstance(value, str):
            self.secrets.add(value)


def done(asked, status=200):
    assert asked.status == status, (asked.status, asked.body)
    return asked.json() if asked.body else None


def live(own, post, setup_code):
    """Of one account, all that there is to be kept secret."""
    join(own, "Root", "root@example.com", setupCode=setup_code)
    token = join(own, "Ada Lovelace", ADA, post)["token"]
    done(own.ask("POST", "/v1/me/phone/code", {"phone": "(410) 435-0691 x609", "region": "US"},
                 [bearer(token)]))
    done(own.ask("PUT", "/v1/me/phone", {"code": post.code_to(PHONE)}, [bearer(token)]))
    secret, token = enrol(own, token, -1)
    recovery = done(own.ask("POST", "/v1/recovery-codes", fields=[bearer(token)]))["codes"]
    texts = done(own.ask("POST", "/v1/factors/codes", {"kind": "smsCode", "name": "Texts"},
                         [bearer(token)]))
    token = done(own.ask("POST", f"/v1/factors/{texts['id']}/activate",
                         {"code": post.code_to(PHONE)}, [bearer(token)]))["token"]
    program = done(own.ask("POST", "/v1/api-sessions", {"labels": ["Backup"], "unlimited": True},
                           [bearer(token)]))
    assert done(own.ask("GET", "/v1/me", fields=[bearer(program["secret"])]))["email"] == ADA

    id = challenge(own, ADA)
    done(own.ask("POST", f"/v1/challenges/{id}/code", {"factor": "smsCode"}))
    signed_in = done(answer(own, id, post.code_to(PHONE), "smsCode", trustDevice=True))
    done(own.ask("POST", "/v1/session", {"login": ADA, "password": PASSWORD, "device": DEVICE,
                                         "deviceTrust": signed_in["deviceTrust"]}))
    token = done(own.ask("POST", "/v1/session/renew",
                         fields=[bearer(signed_in["signedIn"]["token"])]))["token"]
    mailed = done(own.ask("POST", "/v1/email-sign-ins", {"email": ADA}))
    begun = done(own.ask("POST", f"/v1/email-sign-ins/{mailed['id']}",
                         {"code": post.code_to(ADA), "device": DEVICE}))
    done(answer(own, begun["challenge"]["id"], recovery[0], "recoveryCode"))
    done(own.ask("POST", "/v1/me/password", {"current": PASSWORD, "next": OTHER, "keepOthers": False},
                 [bearer(token)]))
    reset = done(own.ask("POST", "/v1/resets", {"email": ADA}))
    done(own.ask("POST", "/v1/password", {"id": reset["id"], "code": post.code_to(ADA),
                                          "password": THIRD}), 204)
    done(answer(own, challenge(own, ADA, THIRD), code_of(secret)))
    return recovery[1:]


def blunder(own):
    """What people and programs put where it doesn't belong."""
    mistyped, lost = "my password for the bank", "lks_" + "w" * 43
    own.secrets |= {mistyped, lost}
    sign_in = {"login": ADA, "password": mistyped, "device": DEVICE}
    assert own.ask("POST", "/v1/session", sign_in).status == 401
    assert own.ask("POST", "/v1/session", json.dumps(sign_in)[:-1]).status == 400
    assert own.ask("POST", "/v1/session", {**sign_in, "password": [mistyped]}).status == 400
    own.ask("POST", "/v1/session", {**sign_in, mistyped: 1})
    own.ask("GET", "/v1/me?token=" + lost)
    assert own.ask("GET", "/v1/me", fields=[bearer(lost)]).status == 401
    assert own.ask("GET", "/v1/" + lost).status == 404


def in_the_path(own, post):
    """Where an API has the code in the address that is asked for."""
    email = "grace@example.org"
    form = {"username": "grace", "password": PASSWORD, "email_address": email}
    done(own.ask("POST", "/temporal/v2/auth/register", form=form))
    code = post.code_to(email)
    own.secrets.add(code)
    done(own.ask("GET", "/temporal/v2/account/email/verify/grace/" + code))


def looked_for(own, folder, *there):
    """Nothing but what has to be there."""
    found, files = found_in(folder, own.secrets, but=[".key"])
    assert set(there) <= set(files), files
    assert not found, found
    # That it would have been found.
    found, _ = found_in(folder, [ADA, "/v1/session"], but=[".key"])
    assert {("accounts.db", ADA), ("server.log", "/v1/session")} <= \
        {(name.removesuffix("-wal"), what) for name, what in found}, found


with tempfile.TemporaryDirectory() as folder, posting() as post:
    with RunningServer(PROGRAM, folder, *post.options, QT_LOGGING_RULES="*=true") as server:
        own = Overheard(server.address)
        step("an account lives, and people blunder")
        left = live(own, post, server.setup_code)
        blunder(own)
        in_the_path(own, post)
        own.secrets |= {found for letter in post.everything
                        for found in re.findall(CODE, letter["plain"])}
        kinds = [r"lks_.{43}", r"lk_.{20,}", r"[A-Z2-7]{32}", r"otpauth:.*", r"\d{6}",
                 r"[0-9A-Z]{5}-[0-9A-Z]{5}"]
        for kind in kinds:
            assert any(re.fullmatch(kind, secret) for secret in own.secrets), kind
        assert {PASSWORD, OTHER, THIRD, server.setup_code, *left} <= own.secrets
        key = server.database + ".key"
        assert stat.S_IMODE(os.stat(key).st_mode) == 0o600
        own.secrets.add(open(key).read().strip())
        print(f"  {len(own.secrets)} secrets, {len(server.logged().splitlines())} lines of log")

        step("none stands in a file while the server runs and a mail waits")
        with tempfile.TemporaryDirectory() as copy:
            post.tell("close")
            done(own.ask("POST", "/v1/resets", {"email": "grace@example.org"}))
            shutil.copytree(folder, copy, dirs_exist_ok=True)
            post.tell("open")
            own.secrets.add(post.code_to("grace@example.org"))
            looked_for(own, copy, "accounts.db", "accounts.db-wal", "server.log")
        assert "qt.core" in server.logged(), "the log is not so talkative"
    step("nor once it has ended")
    looked_for(own, folder, "accounts.db", "server.log")
    said = server.said.replace(server.setup_code, "")
    assert not [secret for secret in own.secrets if secret in said], said
print("1 passed, 0 failed")
