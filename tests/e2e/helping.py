"""An administrator helps somebody from the shell: finds the account, lifts its lock, starts a reset."""

import json
import os
import subprocess
import time
import urllib.error
import urllib.request

from desktop import Program, start_keyring

PROGRAM = os.environ["LATCHKEY_PROGRAM"]
PROFILES = os.path.join(os.environ["XDG_CONFIG_HOME"], "latchkey", "profiles.json")
DEVICE = {"label": "", "program": "curl", "system": ""}
BOB = {"email": "bob@example.org", "password": "four quiet walruses dance 9", "device": DEVICE}


def run(*arguments):
    return subprocess.run([PROGRAM, "users", *arguments], capture_output=True, text=True,
                          timeout=20)


def post(path, **body):
    with open(PROFILES) as file:
        server = json.load(file)["profiles"][0]["server"]
    request = urllib.request.Request(server + path, json.dumps(body).encode(),
                                     {"Content-Type": "application/json"}, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def found(*arguments):
    done = run("find", "bob@example.org", "--json", *arguments)
    assert done.returncode == 0, done
    return json.loads(done.stdout)


def step(words):
    print("-", words, flush=True)


keyring = start_keyring()
program = Program()
program.press("Work on this computer")
program.type("Name", "Ada Lovelace")
program.type("E-mail", "ada@example.org")
program.type("Password", "correct horse battery staple")
program.press("Create account")
program.wait("You are signed in as ada@example.org.")
assert post("/v1/users", name="Bob", language="en", **BOB) == 200

step("an account is found, or is not")
plain = run("find", "bob@example.org")
assert plain.returncode == 0 and "bob@example.org  Bob" in plain.stdout, plain
assert found()["user"]["name"] == "Bob"
nobody = run("find", "nobody@example.org")
assert nobody.returncode == 5 and "there is no such account" in nobody.stderr, nobody
for wrong in ([], ["find"], ["find", "a@b.c", "d@e.f"], ["delete", "bob@example.org"],
              ["find", "bob@example.org", "--all"]):
    misused = run(*wrong)
    assert misused.returncode == 2 and "latchkey users --help" in misused.stderr, misused

step("a lock is seen and lifted")
for pause in (0, 0, 0, 0, 0, 1.1, 2.1, 4.1, 8.1):
    time.sleep(pause)
    assert post("/v1/session", **dict(BOB, password="wrong")) == 401
assert found()["lock"]["failures"] == 9
assert post("/v1/session", **BOB) == 429
unlocked = run("unlock", "bob@example.org")
assert unlocked.returncode == 0 and "locked" not in unlocked.stdout, unlocked
assert post("/v1/session", **BOB) == 200

step("a reset is started, and its state shown")
started = run("reset", "bob@example.org")
assert started.returncode == 0 and "sent, good until" in started.stdout, started
assert found()["reset"]["state"] == "sent"

program.close()
keyring.terminate()
print("1 passed, 0 failed")
