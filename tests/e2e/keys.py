"""The key that second factors are sealed with: made at the first start, taken from wherever it is
given, and without it nothing is changed.

keys.py PROGRAM
"""

import os
import pathlib
import secrets
import stat
import subprocess
import sys
import tempfile
from base64 import b64encode

from authenticator import answer, challenge, code_of, early_in_a_step, enrol
from runningserver import RunningServer
from wirewalking import Wire, bearer, join

PROGRAM = os.path.abspath(sys.argv[1])
FAILED = 1


def step(words):
    print("-", words, flush=True)


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def put(path, text):
    with open(path, "w", opener=lambda name, flags: os.open(name, flags, 0o400)) as file:
        file.write(text)
    return path


def another_key():
    return b64encode(secrets.token_bytes(32)).decode()


def bytes_of(folder):
    """Of every file there but the log, by name."""
    return {file: file.read_bytes() for file in pathlib.Path(folder).rglob("*")
            if file.is_file() and file.name != "server.log"}


def opens_with(code, factor, *options, **environment):
    with RunningServer(PROGRAM, house, "--quiet", *options, **environment) as server:
        own = Wire(server.address)
        answered = answer(own, challenge(own, "ada@example.org"), code, factor)
        assert answered.status == 200 and "signedIn" in answered.json(), answered.body
        assert server.end() == 0, server.logged()


def stays_shut(words, *options, **environment):
    """Says so, ends, and leaves all as it was."""
    before = bytes_of(house)
    run = subprocess.run([PROGRAM, "serve", "--listen", "127.0.0.1:0", "--database", database,
                          *options], capture_output=True, text=True, timeout=30,
                         env={**os.environ, "HOME": house, **environment})
    assert (run.returncode, run.stdout) == (FAILED, ""), run
    assert run.stderr.startswith("latchkey serve: ") and run.stderr.count("\n") == 1, run.stderr
    for each in words:
        assert each in run.stderr, run.stderr
    assert bytes_of(house) == before


house, elsewhere = tempfile.TemporaryDirectory(), tempfile.TemporaryDirectory()
with house as house, elsewhere as elsewhere:
    step("made beside the database at the first start, for its owner alone")
    os.umask(0)
    with RunningServer(PROGRAM, house, "--quiet") as server:
        database = server.database
        own = Wire(server.address)
        early_in_a_step()
        token = join(own, "Ada", "ada@example.org", setupCode=server.setup_code)["token"]
        secret, token = enrol(own, token, -1)
        recovery = own.ask("POST", "/v1/recovery-codes", fields=[bearer(token)]).json()["codes"]
    beside = database + ".key"
    assert mode(beside) == 0o600, oct(mode(beside))
    key = open(beside).read()
    opens_with(code_of(secret), "totp")

    step("lost or another one: it says so, and nothing is changed")
    os.rename(beside, os.path.join(elsewhere, "kept"))
    lost = ["the key that this database's secrets are sealed with can't be read",
            "nothing was changed"]
    wrong = ["this is not the key that this database's secrets are sealed with",
             "nothing was changed"]
    stays_shut([*lost, beside])
    assert not os.path.exists(beside)
    stays_shut([*lost, "/no/such/key"], "--key-file", "/no/such/key")
    stays_shut([*wrong, "LATCHKEY_KEY holds another key"], LATCHKEY_KEY=another_key())
    stays_shut([*wrong, "LATCHKEY_KEY"], LATCHKEY_KEY="no key")
    stays_shut([*wrong, os.path.join(elsewhere, "another")],
               "--key-file", put(os.path.join(elsewhere, "another"), another_key()))
    given = os.path.join(elsewhere, "credentials")
    os.mkdir(given, 0o700)
    put(os.path.join(given, "latchkey-key"), another_key())
    stays_shut([*wrong, os.path.join(given, "latchkey-key")], CREDENTIALS_DIRECTORY=given)

    step("from the environment, from systemd's credentials, from a file that is named")
    opens_with(code_of(secret, 1), "totp", LATCHKEY_KEY=key.strip())
    os.remove(os.path.join(given, "latchkey-key"))
    put(os.path.join(given, "latchkey-key"), key)
    os.chmod(given, 0o500)
    opens_with(recovery[0], "recoveryCode", CREDENTIALS_DIRECTORY=given)
    opens_with(recovery[1], "recoveryCode", "--key-file", os.path.join(elsewhere, "kept"))
    assert not os.path.exists(beside)
print("1 passed, 0 failed")
