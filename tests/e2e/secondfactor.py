"""A second factor from the window: added by a code of oathtool, asked for at sign-in, stood in for by a recovery code, and not asked for on a trusted device. What is secret in it stays neither on the clipboard nor in a file."""

import os
import re
import subprocess
import time

from authenticator import code_of
from clipboard import copied, copy
from desktop import Program, is_enabled, picture, start_keyring, until
from searching import found_in

PASSWORD = "correct horse battery staple"
ON_CLIPBOARD = 30  # s
MINE = "what I copied myself"


def step(words):
    print("-", words, flush=True)


def next_code(secret, used):
    """Each step is accepted once."""
    return until("another code", lambda: (lambda c: c if c not in used else None)(code_of(secret)),
                 40)


def keys(*names):
    subprocess.run(["xdotool", "key", "--delay", "60", *names], check=True)


def shown(program, pattern):
    return [match for text in program.texts()
            if (match := re.fullmatch(pattern, text.partition(": ")[2]))]


def type_code(program, label, code):
    """The last digit submits."""
    field = program.wait(label, "text")
    program.click(field)
    subprocess.run(["xdotool", "type", "--delay", "30", code], check=True)


def new_codes(program):
    codes = until("the recovery codes", lambda: shown(program, r"[0-9A-Z]{5}-[0-9A-Z]{5}"))
    codes = sorted({match.group(0) for match in codes})
    assert len(codes) == 10, codes
    return codes


def copy_all(program, codes):
    program.press("Copy all")
    program.wait(lambda name: name.startswith("The codes are copied."))
    assert all(code in copied() for code in codes), copied()


def sign_out_and_begin_again(program):
    program.open_page("Home")
    program.press("Sign out")
    program.press("Sign in again")
    program.type("Password", PASSWORD)
    program.press("Sign in")


keyring = start_keyring()
program = Program()
program.press("Work on this computer")
program.type("Name", "Ada Lovelace")
program.type("E-mail", "ada@example.org")
program.type("Password", PASSWORD)
program.press("Create account")
program.wait("You are signed in as ada@example.org.")

step("first start offers a second factor; the page shows a secret in groups of four")
program.press("Add a second factor")
program.type("Name of the authenticator", "My phone", "text")
program.press("Continue")
secret = until("the secret", lambda: shown(program, r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}"))[0].group(0)
secret = secret.replace(" ", "")
picture("scan")

step("a code that is wrong adds nothing, a code of oathtool does")
label = "2. Type the six digits that the app shows"
used = {code_of(secret)}
wrong = "000000" if "000000" not in used else "111111"
type_code(program, label, wrong)
program.wait(lambda name: "This is not the code" in name)
program.click(program.wait(label, "text"))
keys("ctrl+a")
subprocess.run(["xdotool", "type", "--delay", "30", code_of(secret)], check=True)
used.add(code_of(secret))
codes = new_codes(program)
picture("codes")
assert not is_enabled(program.wait("Done", "push button"))
copy_all(program, codes)
copied_at = time.monotonic()
program.press("I have saved them", "check box")
program.press("Done")
program.wait("My phone")
program.wait(lambda name: name.startswith("10 recovery codes left"))

step("signing in asks for a code")
sign_out_and_begin_again(program)
code = next_code(secret, used)
used.add(code)
type_code(program, "Code", code)
program.wait("You are signed in as ada@example.org.")

step("the codes have left the clipboard after half a minute")
until("the codes to go", lambda: not copied(), ON_CLIPBOARD + 10)
assert time.monotonic() - copied_at > ON_CLIPBOARD - 1, "nobody can paste that fast"

step("a recovery code stands in for it, and trusts this device")
sign_out_and_begin_again(program)
program.press("Use a recovery code")
program.type("Recovery code", codes[0].lower().replace("-", " "), "text")
program.press("Trust this device for 30 days", "check box")
program.press("Continue")
program.wait("You are signed in as ada@example.org.")
program.open_page("Security")
program.wait(lambda name: name.startswith("9 recovery codes left"))
picture("security")

step("what is copied after new codes stays there")
program.press("Make new codes")
program.press("Replace the codes")
fresh = new_codes(program)
copy_all(program, fresh)
copied_at = time.monotonic()
copy(MINE)
program.press("I have saved them", "check box")
program.press("Done")

step("on a trusted device the password is enough, until it is trusted no longer")
sign_out_and_begin_again(program)
program.wait("You are signed in as ada@example.org.")
program.open_page("Security")
program.press(lambda name: name.startswith("Stop trusting"))
program.wait(lambda name: name.startswith("Every device is asked"))
sign_out_and_begin_again(program)
type_code(program, "Code", next_code(secret, used))
program.wait("You are signed in as ada@example.org.")
until("the clipboard's time", lambda: time.monotonic() > copied_at + ON_CLIPBOARD + 1,
      ON_CLIPBOARD + 10)
assert copied() == MINE, copied()

step("nothing of that stands in a file, nor a code among the messages")
program.open_page("Profile")
program.press("Verify the e-mail address")
program.open_page("Messages")
program.wait("What the message says", "text")
picture("messages")
sent = until("the code", lambda: re.findall(r"\b\d{6}\b", program.text_of("What the message says")))
there = [PASSWORD, secret, *codes, *fresh, *sent]
found, _ = found_in(os.environ["HOME"], there, but=[".key"])
assert not found, found
found, files = found_in(os.environ["HOME"], ["ada@example.org"])
assert any(file.startswith("own-server.db") for file, _ in found), files
program.close()
keyring.terminate()
print("1 passed, 0 failed")
