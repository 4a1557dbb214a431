"""One program for a home, one server for a database, and no token for a stranger at the old port."""

import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request

from desktop import Program, start_keyring, until

CONFIG = os.path.join(os.environ["XDG_CONFIG_HOME"], "latchkey")
PROGRAM = os.environ["LATCHKEY_PROGRAM"]


def run(*arguments, patience=15, **more):
    begun = time.monotonic()
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=patience,
                          **more)
    return done, time.monotonic() - begun


def port():
    return int(server_of_profile().rsplit(":", 1)[1])


def server_of_profile():
    with open(os.path.join(CONFIG, "profiles.json")) as file:
        return json.load(file)["profiles"][0]["server"]


def is_open(program):
    """Minimized, a window is not visible."""
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(program.process.pid)],
                          capture_output=True, text=True).stdout.split()


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
kept, profile = port(), server_of_profile()

step("a second start brings the first to the front, ends well, and moves nothing")
window = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()
subprocess.run(["xdotool", "windowminimize", window], check=True)
until("the window out of the way", lambda: window not in is_open(program))
second, _ = run()
assert second.returncode == 0, second
assert "runs already" in second.stdout, second
until("the window in front", lambda: window in is_open(program))
assert (port(), server_of_profile()) == (kept, profile)

step("a second server on the same database is refused, and told why")
database = os.path.join(os.environ["XDG_DATA_HOME"], "latchkey", "own-server.db")
refused, _ = run("serve", "--listen", "127.0.0.1:0", "--database", database)
assert refused.returncode == 1, refused
assert "another server has" in refused.stderr and str(program.process.pid) in refused.stderr, refused

step("the shell uses the server of the window")
listed, _ = run("sessions", "list")
assert listed.returncode == 0 and "(this one)" in listed.stdout, listed

step("the shell says when nobody could read what it said")
for nowhere in ("/dev/full", "&-"):
    unread = subprocess.run(["bash", "-c", f'"$0" sessions list >{nowhere}', PROGRAM],
                            stderr=subprocess.PIPE, text=True, timeout=15)
    assert unread.returncode == 1 and "could not be written" in unread.stderr, unread

step("the shell says what it ended before it failed")


def sign_in():
    body = {"login": "ada@example.org", "password": "correct horse battery staple",
            "device": {"label": "Other", "program": "curl", "system": ""}}
    request = urllib.request.Request(server_of_profile() + "/v1/session",
                                     json.dumps(body).encode(),
                                     {"Content-Type": "application/json"}, method="POST")
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["signedIn"]["session"]["id"]


for options in ((), ("--json",)):
    other = sign_in()
    ended, _ = run("sessions", "end", other, "no-such-session", *options)
    assert ended.returncode == 5 and "there is no such session" in ended.stderr, ended
    if options:
        assert [one["id"] for one in json.loads(ended.stdout)] == [other], ended
    else:
        assert ended.stdout.startswith(other) and "(ended " in ended.stdout, ended

ended, _ = run("sessions", "end", "")
assert ended.returncode == 2 and "which session" in ended.stderr, ended

step("killed: nothing is stale")
program.process.send_signal(signal.SIGKILL)
program.process.wait(10)
program = Program()
program.wait("You are signed in as ada@example.org.")
assert (port(), server_of_profile()) == (kept, profile)
program.process.send_signal(signal.SIGKILL)
program.process.wait(10)

step("a stranger at the old port hears nothing; the shell starts the server itself")
stranger = socket.create_server(("127.0.0.1", kept))
stranger.setblocking(False)
listed, took = run("sessions", "list")
assert listed.returncode == 0 and "(this one)" in listed.stdout, listed
assert took < 10, took
try:
    connection, _ = stranger.accept()
    raise AssertionError("the stranger was spoken to: %r" % connection.recv(4096))
except BlockingIOError:
    pass
assert port() != kept

step("a server that does not start is told as that, and not as a keychain")
os.rename(database, database + ".away")
os.mkdir(database)
listed, _ = run("sessions", "list")
assert listed.returncode == 1 and "the database" in listed.stderr, listed
os.rmdir(database)
os.rename(database + ".away", database)

step("one that listens and says nothing ends the command in time")
profiles = json.load(open(os.path.join(CONFIG, "profiles.json")))
profiles["profiles"][0]["onOwnServer"] = False
profiles["profiles"][0]["server"] = re.sub(r"\d+$", str(kept), server_of_profile())
json.dump(profiles, open(os.path.join(CONFIG, "profiles.json"), "w"))
listed, took = run("sessions", "list")
assert listed.returncode == 4 and "does not answer" in listed.stderr, listed
assert took < 15, took
stranger.close()

step("a damaged list of profiles is told as that")
with open(os.path.join(CONFIG, "profiles.json"), "w") as file:
    file.write("{ not json")
listed, _ = run("sessions", "list")
assert listed.returncode == 3 and "the list of profiles could not be read" in listed.stderr, listed
assert "profiles.json.broken-1" in listed.stderr, listed
keyring.terminate()
print("1 passed, 0 failed")
