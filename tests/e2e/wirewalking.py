"""What the walks through the pages of foreign wires share: curl, and the real server."""

import contextlib
import json
import pathlib
import re
import subprocess
import tempfile
import uuid

from runningserver import RunningServer

HERE = pathlib.Path(__file__).resolve().parent
PASSWORD = "correct horse battery staple"
OTHER = "four quiet walruses dance"
DEVICE = {"label": "", "program": "curl", "system": ""}
ELSEWHERE = "203.0.113.7"
UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"


class Answer:
    def __init__(self, said):
        self._head, _, self.body = said.decode().partition("\r\n\r\n")
        self.status = int(self._head.split()[1])
        self.type = self.field("Content-Type")

    def field(self, name):
        found = re.search(rf"(?im)^{name}: *(.*?)\r?$", self._head + "\n")
        return found and found[1]

    def json(self):
        return json.loads(self.body)


class Wire:
    def __init__(self, base, source=None):
        """`source`: an address of this computer, which another one asks from."""
        self.base = base
        self.seen = []  # method, path and answer
        self._source = ["--interface", source] if source else []

    def ask(self, method, path, body=None, fields=(), form=None):
        command = ["curl", "-s", "-S", "-i", "--max-time", "30", "-X", method, self.base + path,
                   *self._source]
        if body is not None:
            text = body if isinstance(body, str) else json.dumps(body)
            command += ["--data-binary", text]
            if not any(field.startswith("Content-Type:") for field in fields):
                command += ["-H", "Content-Type: application/json"]
        for name, text in (form or {}).items():
            command += ["--form-string", f"{name}={text}"]
        for field in fields:
            command += ["-H", field]
        answer = Answer(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        self.seen.append((method, path.partition("?")[0], answer))
        return answer

    def flood(self, path, status):
        """As somebody elsewhere who asks without a pause, until that is the answer."""
        command = ["curl", "-s", "-S", "-i", "--max-time", "60", "-H", f"X-Forwarded-For: {ELSEWHERE}",
                   self.base + path + "?[1-1000]"]
        for _ in range(5):
            said = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
            for answer in map(Answer, re.split(rb"(?=HTTP/1\.1 \d)", said)[1:]):
                if answer.status == status:
                    self.seen.append(("GET", path, answer))
                    return answer
        raise AssertionError(f"{path} is answered however often somebody asks")


def walked(page, *wires):
    """Every row of that page was seen: `METHOD PATH STATUS TEXT`, where {} is any step of the path
    and the text is part of the answer."""
    def is_it(row, method, path, answer):
        there, where, status, *text = row.split(" ", 3)
        pattern = re.escape(where).replace(r"\{\}", "[^/]+")
        return (there, status) == (method, str(answer.status)) and "".join(text) in answer.body \
            and re.fullmatch(pattern, path)

    rows = (HERE / "pages" / page).read_text().splitlines()
    assert rows, page
    missing = [row for row in rows
               if not any(is_it(row, *seen) for wire in wires for seen in wire.seen)]
    assert not missing, "not walked:\n" + "\n".join(missing)


def expect(answer, status, body, type="application/json"):
    said = answer.body if isinstance(body, str) else answer.json()
    assert (answer.status, answer.type, said) == (status, type, body), \
        (answer.status, answer.type, answer.body, "expected", status, type, body)


def behind_proxy(wire):
    """What lets `flood` ask: this computer itself may do that as often as it likes."""
    return ["--trusted-proxy", "127.0.0.1", "--wires", wire]


def bearer(token):
    return "Authorization: Bearer " + token


def session_of(own, login, password=PASSWORD):
    """By our own wire, as what lets them in there."""
    begun = own.ask("POST", "/v1/session", {"login": login, "password": password, "device": DEVICE})
    assert begun.status == 200, begun.body
    return bearer(begun.json()["signedIn"]["token"])


def join(own, name, email, post=None, **more):
    """Where the server sends mail, by the code in it; what began."""
    asked = own.ask("POST", "/v1/users", {"name": name, "email": email, "password": PASSWORD,
                                          "language": "en", "device": DEVICE, **more})
    assert asked.status == 200, asked.body
    if pending := asked.json().get("pending"):
        made = own.ask("POST", f"/v1/sign-ups/{pending['id']}", {"code": post.code_to(email)})
        assert made.status == 200, made.body
        return made.json()
    return asked.json()["signedIn"]


def administer(own, method, email, what, body):
    """Of somebody's account, as the administrator and by our own wire."""
    root = session_of(own, "root@example.com")
    found = own.ask("POST", "/v1/accounts/find", {"email": email}, [root]).json()
    done = own.ask(method, f"/v1/accounts/{found['user']['id']}/{what}", body,
                   [root, f"Idempotency-Key: {uuid.uuid4()}"])
    assert done.status == 200, done.body


def give(own, email, amount):
    administer(own, "POST", email, "credits",
               {"amount": amount, "cause": "A present from the house"})


@contextlib.contextmanager
def serving(program, wire, post=None, options=(), clock=None):
    """Its own address, and that of the wire alone. An administrator is there."""
    with tempfile.TemporaryDirectory() as folder, \
            RunningServer(program, folder, "--wire", wire + "=127.0.0.1:0", "--quiet",
                          *(post.options if post else []), *options,
                          **(clock.environment if clock else {})) as server:
        join(Wire(server.address), "Root", "root@example.com", post, setupCode=server.setup_code)
        yield server.address, server.wire_address
