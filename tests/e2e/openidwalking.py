"""What signing in by a provider is seen through: the real server, who asks it, their browsers."""

import concurrent.futures
import os
import pathlib
import re
import subprocess
from urllib.parse import parse_qs, urlsplit

from identityprovider import browse, returning
from wirewalking import DEVICE, PASSWORD, Wire


def at_once(ask):
    """What it is answered by where three ask the same."""
    with concurrent.futures.ThreadPoolExecutor(3) as three:
        return sorted(answer.status for answer in three.map(lambda _: ask(), range(3)))


def step(words):
    print("-", words, flush=True)


def refused(answer, status, code):
    said = answer.json() if answer.body else {}
    assert (answer.status, said.get("code")) == (status, code), \
        (answer.status, answer.body, "expected", status, code)
    return answer


def given(answer):
    assert answer.status == 200, (answer.status, answer.body)
    return answer.json()


class Server:
    def __init__(self, program, folder):
        self.folder = pathlib.Path(folder)
        self.database = self.folder / "accounts.db"
        self._log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0", "--database", self.database],
            stdout=subprocess.PIPE, stderr=self._log, text=True,
            env={**os.environ, "HOME": folder})
        self.base = self._next(r"Listening on (\S+)")
        self.code = self._next(r"\s+([A-Z0-9-]{10,})\s*$")
        self._places = 1

    def _next(self, pattern):
        for line in self.process.stdout:
            if found := re.match(pattern, line):
                return found[1]
        raise AssertionError("the server did not start: " + (self.folder / "log").read_text())

    def somebody(self):
        """At a computer of their own: what they do wrong is held against nobody else."""
        self._places += 1
        return Somebody(Wire(self.base, f"127.0.0.{self._places}"))

    def end(self):
        self.process.terminate()
        assert self.process.wait(20) == 0
        self._log.close()

    def words(self):
        """All that it wrote down, and said."""
        for path in self.folder.rglob("*"):
            if path.is_file():
                yield path.name, path.read_bytes()


class Somebody:
    def __init__(self, wire):
        self.wire, self.token = wire, None

    def ask(self, method, path, body=None):
        answer = self._ask(method, path, body)
        if answer.status == 403 and answer.json().get("code") == "stepUpNeeded":
            proof = self._ask("POST", "/v1/session/proof", {"password": PASSWORD})
            self.token = given(proof)["token"]
            answer = self._ask(method, path, body)
        return answer

    def _ask(self, method, path, body):
        held = ["Authorization: Bearer " + self.token] if self.token else []
        return self.wire.ask(method, path, body, held)

    def begins(self, answer):
        begun = given(answer)["signedIn"]
        self.token = begun["token"]
        me = given(self.ask("GET", "/v1/me"))
        assert me["id"] == begun["user"]["id"], me
        return begun

    def signs_up(self, name, email, **more):
        return self.begins(self.ask("POST", "/v1/users", {
            "name": name, "email": email, "password": PASSWORD, "language": "en",
            "device": DEVICE, **more}))

    def signs_in(self, email):
        return self.begins(self.ask("POST", "/v1/session", {
            "login": email, "password": PASSWORD, "device": DEVICE}))


class Story:
    def __init__(self, server, node):
        self.server, self.node = server, node
        self.secrets = {PASSWORD: "a password"}  # and what they are
        self.root = server.somebody()
        self.root.signs_up("Root", "root@example.com", setupCode=server.code)

    def adds(self, provider, client, **more):
        body = {"kind": "openId", "name": "Example", "issuer": provider.issuer,
                "clientId": client["client_id"], "domains": [], "makesAccounts": False, **more}
        if "client_secret" in client:
            body["clientSecret"] = client["client_secret"]
            self.secrets[client["client_secret"]] = "a client's secret"
        return self.root.ask("POST", "/v1/providers", body)

    def visits(self, who, id, whom, to="/v1/provider-visits", **more):
        """What the visit is called, and what the browser brought back."""
        with returning() as place:
            visit = given(who.ask("POST", to,
                                  {"provider": id, "returnTo": place.address, **more}))
            assert set(visit) == {"id", "address", "expiresAt"}, visit
            sent = {name: values for name, (values,)
                    in parse_qs(urlsplit(visit["address"]).query).items()}
            browse(self.node, visit["address"], whom)
            brought = place.brought()
        assert sent["response_type"] == "code" and sent["redirect_uri"] == place.address + "/127.0.0.1", sent
        assert sent["code_challenge_method"] == "S256", sent
        assert {"openid", "email"} <= set(sent["scope"].split()), sent
        assert sent.get("login_hint") == more.get("login"), sent
        assert sent["state"] == brought["state"], (sent, brought)
        self.secrets.update({visit["id"]: "a visit's id", sent["state"]: "a state",
                             sent["nonce"]: "a nonce"})
        if "code" in brought:
            self.secrets[brought["code"]] = "a provider's code"
        return visit["id"], brought

    def returns(self, who, visit, brought=None, **more):
        body = {name: brought[name] for name in ("state", "code")} if brought else {}
        return who.ask("POST", "/v1/session/provider",
                       {"id": visit, "device": DEVICE, **body, **more})

    def enters(self, id, login):
        """Begin to end, with a computer that nobody knows."""
        who = self.server.somebody()
        return who, self.returns(who, *self.visits(who, id, login))

    def there_is(self, email):
        return self.root.ask("POST", "/v1/accounts/find", {"email": email}).status == 200
