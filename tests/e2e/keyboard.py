"""The screens that guard an account, by the keyboard alone, in a language and in colours. Minutes, so not one
of the tests that always run:
    LATCHKEY_LANGUAGE=zh LATCHKEY_THEME=dark LATCHKEY_PATIENCE=600 tests/e2e/run PROGRAM keyboard.py
An hour that has to pass is taken from what the server on this computer has written down."""

import contextlib
import json
import os
import re
import sqlite3
import subprocess
import time

import gi

from desktop import picture, start_keyring, until
from hands import Hands, keys, write

PASSWORD = "correct horse battery staple"
LANGUAGE = os.environ.get("LATCHKEY_LANGUAGE", "en")
THEME = os.environ.get("LATCHKEY_THEME", "light")


def step(words):
    print("-", words, flush=True)


def code_of(secret):
    return subprocess.run(["oathtool", "--totp", "-b", secret], check=True, capture_output=True,
                          text=True).stdout.strip()


def shown(pattern):
    """What is on the screen and looks so."""
    return until(pattern, lambda: [name for text in program.texts()
                                   if re.fullmatch(pattern, name := text.partition(": ")[2])])


def aged(*changes):
    """An hour passes for what the server has written down."""
    path = os.path.join(os.environ["XDG_DATA_HOME"], "latchkey", "own-server.db")
    with contextlib.closing(sqlite3.connect(path, timeout=10)) as database, database:
        for change in changes:
            database.execute(change.replace("HOUR", "3600000"))


def time_passes():
    aged("UPDATE sent_codes SET sent_at = sent_at - HOUR, expires_at = expires_at - HOUR",
         "UPDATE throttle SET open_at = open_at - HOUR, forget_at = forget_at - HOUR")


def proofs_grow_old():
    aged("UPDATE sessions SET proven_at = proven_at - HOUR, "
         "factor_proven_at = factor_proven_at - HOUR")


def prove(secret):
    """Asked in place, above the page; what was asked for goes on by itself."""
    program.see("Confirm that it is you")
    picture("prove")
    program.enter("Code", next_code(secret))


def next_code(secret):
    """Each step is taken once."""
    code = until("another code", lambda: (lambda c: c if c not in used else None)(code_of(secret)), 40)
    used.add(code)
    return code


def sent_code(back_to):
    """What the server on this computer would have sent."""
    program.go_to("Messages")
    program.see("What the message says")
    picture("messages")
    code = newest_code()
    program.go_to(back_to)
    return code


def newest_code():
    def look():
        keys("Home")
        found = re.findall(r"\b[0-9]{6}\b", message())
        return found[-1] if found and found[-1] not in used else None
    used.add(code := until("a message with another code", look))
    return code


def message():
    node = program.see("What the message says")
    return gi.repository.Atspi.Text.get_text(node, 0, -1)


os.makedirs(os.path.join(os.environ["XDG_CONFIG_HOME"], "latchkey"), exist_ok=True)
with open(os.path.join(os.environ["XDG_CONFIG_HOME"], "latchkey", "preferences.json"), "w") as file:
    json.dump({"language": LANGUAGE, "theme": THEME}, file)

keyring = start_keyring()
program = Hands(LANGUAGE)
step("sign up")
program.push("Work on this computer")
program.enter("Name", "Ada Lovelace")
program.enter("E-mail", "ada@example.org")
program.enter("Password", PASSWORD)
program.push("Create account")
program.see("You are signed in as %1.")

step("a second factor: a wrong code, the right one, its recovery codes")
program.push("Add a second factor")
program.enter("Name of the authenticator", "My phone")
keys("Return")
secret = shown(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}")[0].replace(" ", "")
picture("scan")
used = {code_of(secret)}
program.enter("2. Type the six digits that the app shows", "000000" if "000000" not in used else "111111")
program.see("This is not the code. Try the next one")
program.enter("2. Type the six digits that the app shows", code_of(secret))
used.add(code_of(secret))
codes = sorted(set(shown(r"[0-9A-Z]{5}-[0-9A-Z]{5}")))
assert len(codes) == 10, codes
picture("codes")
program.push("Copy all")
program.push("Save to a file…")
until("the field for the file's name", lambda: program.focus().get_role_name() == "text")
picture("file")
kept = os.path.join(os.environ["HOME"], "codes.txt")
keys("ctrl+a")
write(kept)
keys("Return")
program.see("The codes are saved in %1. Only you can read it.")
assert all(code in open(kept).read() for code in codes) and os.stat(kept).st_mode & 0o777 == 0o600
program.push("Print…")
until("the printer", lambda: any(n.get_role_name() == "dialog" for n in program.all()))
picture("print")
paper = os.path.join(os.environ["HOME"], "codes.pdf")
while program.focus().get_role_name() != "text":
    keys("Tab")
keys("ctrl+a")
write(paper)
keys("Tab", "Tab", "Tab", "Tab")
keys("space")
until("the codes on paper", lambda: os.path.exists(paper) and open(paper, "rb").read(5) == b"%PDF-")
program.push("I have saved them")
program.push("Done")
program.see("%n recovery code(s) left, made: %1.")
picture("security")

step("a second one by mail, which is verified first")
program.go_to("Home")
program.push("Verify it")
program.push("Verify the e-mail address")
program.see("Code")
picture("verify")
program.enter("Code", sent_code("Profile"))
program.see("Verified: mail to this address reaches you.")
program.push("Add a phone")
program.enter("Phone number", "(410) 435-0691 x609")
keys("Return")
program.see("Begin the number with + and the code of its country")
picture("phone")
program.enter("Phone number", "+1 (410) 435-0691")
keys("Return")
program.enter("Code", sent_code("Profile"))
program.see("Verified: texts to this number reach you.")
picture("profile")

step("codes by mail and as texts, too; a name, and one removed")
program.go_to("Security")
for way, words in (("mail", "Codes by e-mail"), ("text", "Codes as texts")):
    time_passes()
    program.choose_from("Add another second factor", words)
    program.see("Send the first code")
    picture("another-" + way)
    program.push("Send the first code")
    program.see("Send another code")
    picture("asked-" + way)
    program.enter("Code", sent_code("Security"))
    program.see("Added. Signing in asks for a second factor.")
time.sleep(1)
picture("security")
program.push("Rename %1", "My phone")
picture("rename")
keys("ctrl+a")
write("Desk")
keys("Return")
program.see("Rename %1", "Desk")
texts = program.say.words("Codes as texts")
proofs_grow_old()
program.push("Remove %1", texts)
picture("remove")
program.push("Remove codes as texts")
prove(secret)
program.see("Codes as texts are removed.")

step("new recovery codes in place of the first")
program.push("Make new codes")
picture("replace")
program.push("Replace the codes")
before, codes = codes, sorted(set(shown(r"[0-9A-Z]{5}-[0-9A-Z]{5}")))
assert len(codes) == 10 and not set(codes) & set(before), codes
program.push("I have saved them")
program.push("Done")

step("out, and in by a recovery code; this device is trusted")
program.go_to("Home")
program.push("Sign out")
program.push("Sign in again")
program.enter("Password", PASSWORD)
keys("Return")
program.see("Use a recovery code")
picture("challenge")
program.push("Use a recovery code")
program.enter("Recovery code", codes[0])
picture("recovery-code")
program.push("Trust this device for 30 days")
program.push("Continue")
program.see("You are signed in as %1.")
program.go_to("Security")
program.push("Stop trusting %1")
program.see("This device is asked for the second factor again.")

step("out, and in by a code from the mailbox")
program.go_to("Home")
program.push("Sign out")
program.push("Sign in again")
program.enter("Password", PASSWORD)
keys("Return")
time_passes()
program.push("Get a code by e-mail")
program.see("Send another code")
picture("mailed")
program.push("Show messages")
code = newest_code()
picture("panel")
keys("Escape")
program.enter("Code", code)
program.see("You are signed in as %1.")

step("a user name, and an address that is changed; the old one leads back")
program.go_to("Profile")
program.enter("User name", "ada")
program.push("Save changes")
program.see("Your profile is saved.")
time_passes()
program.push("Change the e-mail address")
program.enter("New e-mail address", "lovelace@example.org")
keys("Return")
program.see("Send another code")
program.enter("Code", sent_code("Profile"))
program.see("Your e-mail address is changed. %1 got a mail with a way back")
picture("changed")
program.close()
keyring.terminate()
print("1 passed, 0 failed")
