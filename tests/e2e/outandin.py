"""Out and in again by the keyboard, and gone for good: what was begun is done though the program is told to end."""

import json
import os
import subprocess

from desktop import Program, picture, secret_tool, start_keyring, until

PASSWORD = "correct horse battery staple"


def profiles():
    path = os.path.join(os.environ["XDG_CONFIG_HOME"], "latchkey", "profiles.json")
    with open(path) as file:
        return json.load(file)["profiles"]


def tokens():
    return [line for line in secret_tool("search", "--all", "server", "Latchkey").splitlines()
            if line.startswith("secret = lks_")]


def keys(*names):
    subprocess.run(["xdotool", "key", "--delay", "60", *names], check=True)


def type_where_the_cursor_is(text):
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)


def step(words):
    print("-", words, flush=True)


keyring = start_keyring()
program = Program()
program.press("Work on this computer")
program.type("Name", "Ada Lovelace")
program.type("E-mail", "ada@example.org")
program.type("Password", PASSWORD)
program.press("Create account")
program.wait("You are signed in as ada@example.org.")
first = until("the token in the keychain", tokens)
offer = "Only your password protects your account. A second factor keeps out strangers who learn it."
program.wait(offer)
session = profiles()[0]["sessionId"]

step("sign out by a key: the token goes, the account stays on the list")
keys("alt+o")
program.wait("Sign in again", "push button")
program.wait_gone(offer)
until("the token to go", lambda: not tokens())
assert len(profiles()) == 1, profiles()

step("sign in again by the keyboard alone; a wrong password is told at its field")
keys("alt+g")
program.wait("Password", "password text")
type_where_the_cursor_is("not this one at all")
keys("Return")
program.wait(lambda name: "don't go together" in name or "not the password" in name)
picture("wrong-password")
keys("ctrl+a")
type_where_the_cursor_is(PASSWORD)
keys("Return")
program.wait("You are signed in as ada@example.org.")
assert until("the new token", tokens) != first
assert len(profiles()) == 1 and profiles()[0]["sessionId"] != session, profiles()
picture("signed-in-again")

step("the shell ends the window's own session, and says that it did")
own = profiles()[0]["sessionId"]
ended = subprocess.run([os.environ["LATCHKEY_PROGRAM"], "sessions", "end", own],
                       capture_output=True, text=True, timeout=20)
assert ended.returncode == 0 and ended.stdout.startswith(own), ended
program.wait("Sign in again", "push button")
keys("alt+g")
program.wait("Password", "password text")
type_where_the_cursor_is(PASSWORD)
keys("Return")
program.wait("You are signed in as ada@example.org.")
until("the new token", tokens)

step("remove the account and end the program by a signal at once: it is removed all the same")
program.open_page("Settings")
program.press(lambda name: name.startswith("Remove "))
program.wait(lambda name: "removed from this computer in" in name)
program.close()
assert program.process.returncode == 0, program.process.returncode
assert not profiles(), profiles()
assert not tokens(), tokens()
program = Program()
program.wait("Work on this computer")
program.close()
keyring.terminate()
print("1 passed, 0 failed")
