"""An identity provider on this computer, a browser that is sent there, and who waits for it."""

import base64
import contextlib
import hashlib
import http.server
import json
import queue
import secrets
import signal
import subprocess
import threading
import time
import urllib.parse
import urllib.request

PATIENCE = 60
PUBLIC = {"client_id": "latchkey", "token_endpoint_auth_method": "none"}
GOOGLE = {"client_id": "latchkey.apps.google.example", "client_secret": "known-to-the-program",
          "token_endpoint_auth_method": "client_secret_post"}


class Provider:
    """Its people come in by any password. `node` is where its program was installed to."""

    def __init__(self, node, people, clients=(PUBLIC,), **options):
        self._node = node
        self.options = {"people": people, "clients": list(clients), **options}
        self.start()

    def start(self):
        """After `stop` it is the same one."""
        self._process = subprocess.Popen(
            ["node", self._node / "provider.js", json.dumps(self.options)],
            stdout=subprocess.PIPE, text=True)
        self._hear()
        self.options.update(port=urllib.parse.urlsplit(self.issuer).port, keys=self.keys)

    def _hear(self):
        line = self._process.stdout.readline()
        assert line, "the provider did not start"
        said = json.loads(line)
        self.issuer, self.keys = said["issuer"], said["keys"]

    def stop(self):
        self._process.terminate()
        self._process.wait()

    def rotate(self):
        """It signs with other keys from now on, and knows the old ones no more."""
        self._process.send_signal(signal.SIGHUP)
        self._hear()
        self.options["keys"] = self.keys

    def key(self, alg="RS256"):
        return next(key for key in self.keys if key["alg"] == alg)

    def token(self, claims, alg="RS256", key=None, **header):
        """An ID token, of its own or forged."""
        key = key or self.key("RS256" if alg in ("none", "HS256") else alg)
        return token(self._node, {"alg": alg, "kid": key["kid"], **header}, claims, key)

    def usual(self, audience, login, **claims):
        person, now = self.options["people"][login], int(time.time())
        return {"iss": self.issuer, "aud": audience, "sub": login, "iat": now, "exp": now + 600,
                "email": person["email"], "email_verified": person["emailVerified"],
                "name": person["name"], **claims}

    def id_token(self, client, login, nonce):
        """As a program gets it that asks the provider itself."""
        verifier = secrets.token_urlsafe(32)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest())
        with returning() as place:
            asked = urllib.parse.urlencode({
                "response_type": "code", "scope": "openid email profile",
                "client_id": client["client_id"], "redirect_uri": place.address, "nonce": nonce,
                "state": "any", "code_challenge": challenge.decode().rstrip("="),
                "code_challenge_method": "S256"})
            browse(self._node, f"{self.issuer}/auth?{asked}", login)
            form = {"grant_type": "authorization_code", "code": place.brought()["code"],
                    "redirect_uri": place.address, "code_verifier": verifier,
                    "client_id": client["client_id"]}
        if "client_secret" in client:
            form["client_secret"] = client["client_secret"]
        with urllib.request.urlopen(self.issuer + "/token", urllib.parse.urlencode(form).encode(),
                                    timeout=PATIENCE) as answer:
            return json.load(answer)["id_token"]


@contextlib.contextmanager
def providing(*arguments, **options):
    provider = Provider(*arguments, **options)
    try:
        yield provider
    finally:
        provider.stop()


def person(email, name, verified=True):
    return {"email": email, "emailVerified": verified, "name": name}


def token(node, header, claims, key):
    said = json.dumps({"header": header, "claims": claims, "key": key})
    return subprocess.run(["node", node / "token.js"], input=said, capture_output=True, text=True,
                          check=True, timeout=PATIENCE).stdout.strip()


def browse(node, address, login=None):
    """Somebody goes there and signs in as that one; or turns back. Tells where they ended."""
    command = ["node", node / "browser.js", address] + ([login] if login else [])
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=PATIENCE)
    return json.loads(done.stdout)


class Return:
    """A port of this computer that a browser is sent back to."""

    def __init__(self, server, brought):
        self.address = f"http://127.0.0.1:{server.server_port}/callback"
        self._brought = brought

    def brought(self):
        return self._brought.get(timeout=PATIENCE)


@contextlib.contextmanager
def returning():
    brought = queue.Queue()

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked = urllib.parse.urlsplit(self.path)
            is_it = asked.path in ("/callback", "/callback/127.0.0.1")
            if is_it:
                brought.put(dict(urllib.parse.parse_qsl(asked.query)))
            with contextlib.suppress(ConnectionError):  # a browser that ends waits for no icon
                self.send_response(200 if is_it else 404)
                self.end_headers()
                self.wfile.write(b"You may close this page." if is_it else b"")

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Return(server, brought)
    finally:
        server.shutdown()
        server.server_close()
