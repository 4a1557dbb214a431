"""An administrator helps from the shell: finds an account, lifts its lock, starts a reset."""

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
# On the own server an account more takes its set-up code, so the administrator helps herself.
ADA = {"login": "ada@example.org", "password": "correct horse battery staple", "device": DEVICE}


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
    done = run("find", "ada@example.org", "--json", *arguments)
    assert done.returncode == 0, done
    return json.loads(done.stdout)


def step(words):
    print("-", words, flush=True)


keyring = start_keyring()
program = Program()
program.press("Work on this computer")
program.type("Name", "Ada Lovelace")
program.type("E-mail", ADA["login"])
program.type("Password", ADA["password"])
program.press("Create account")
program.wait("You are signed in as ada@example.org.")

step("an account is found, or is not")
plain = run("find", "ada@example.org")
assert plain.returncode == 0 and "ada@example.org  Ada Lovelace" in plain.stdout, plain
assert found()["user"]["name"] == "Ada Lovelace"
nobody = run("find", "nobody@example.org")
assert nobody.returncode == 5 and "there is no such account" in nobody.stderr, nobody
for wrong in ([], ["find"], ["find", "a@b.c", "d@e.f"], ["delete", "ada@example.org"],
              ["find", "ada@example.org", "--all"]):
    misused = run(*wrong)
    assert misused.returncode == 2 and "latchkey users --help" in misused.stderr, misused

step("a lock is seen and lifted")
for pause in (0, 0, 0, 0, 0, 1.1, 2.1, 4.1, 8.1):
    time.sleep(pause)
    assert post("/v1/session", **dict(ADA, password="wrong")) == 401
assert found()["lock"]["failures"] == 9
assert post("/v1/session", **ADA) == 429
unlocked = run("unlock", "ada@example.org")
assert unlocked.returncode == 0 and "locked" not in unlocked.stdout, unlocked
assert post("/v1/session", **ADA) == 200

step("a reset is started, and its state shown")
started = run("reset", "ada@example.org")
assert started.returncode == 0 and "sent, good until" in started.stdout, started
assert found()["reset"]["state"] == "sent"

program.close()
keyring.terminate()
print("1 passed, 0 failed")
