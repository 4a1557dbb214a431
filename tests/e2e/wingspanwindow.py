"""Signing in to Wingspan by a provider, from the window: that API leads no browser back, so people
bring what the server's page shows them, or a token that they have of Google."""

import contextlib
import json
import os
import pathlib
import tempfile

from desktop import picture, start_keyring
from fromnpm import beside, installed
from identityprovider import GOOGLE, person, providing
from openedbrowser import OpenedBrowser
from windowwalking import Window, step
from wingspanwalking import free_place, provided
from wirewalking import Wire, serving

PROGRAM = os.environ["LATCHKEY_PROGRAM"]
STAFF = {"lise": person("lise@staff.example", "Lise Meitner")}
OTHERS = {"emmy": person("emmy@mail.example", "Emmy Noether")}


def connect():
    program.connect(alone, "Wingspan")
    program.press("Continue")
    program.wait("E-mail or user name")


around = contextlib.ExitStack()
node = installed("openid", beside(PROGRAM, "openid"))
place = free_place()
own, alone = around.enter_context(serving(
    PROGRAM, "wingspan", options=["--listen", place, "--public-address", "http://" + place]))
staff = around.enter_context(providing(node, STAFF, returnPaths=["/sign-in/return/127.0.0.1"]))
google = around.enter_context(providing(node, OTHERS, [GOOGLE], emailInToken=True))
provided(Wire(own), staff, google)
browser = OpenedBrowser(node, pathlib.Path(around.enter_context(tempfile.TemporaryDirectory())))

keyring = start_keyring()
program = Window()

step("an address is led to the server's page, and its code signs in")
connect()
program.type("E-mail or user name", "lise@staff.example")
program.press("Continue")
browser.is_used_by("lise")
program.press("Continue with 127.0.0.1")
program.wait(lambda name: "shows a code in the end" in name)
picture("code-of-a-page")
program.type("Code", "vst_of_nobody")
program.press("Sign in")
program.wait(lambda name: name.startswith("This is not the code"))
program.type("Code", json.loads(browser.page())["code"])
program.press("Sign in")
program.wait("You are signed in as lise@staff.example.", patience=60)

step("a token that Google made for the server signs in, too")
program.open_page("Settings")
program.press("Add an account")
connect()
program.press("Continue with Google")
program.wait(lambda name: "has no way for a program to ask Google" in name)
picture("token-of-google")
program.type("ID token", "a.b.c")
program.press("Sign in")
program.wait(lambda name: "can't be believed" in name)
program.type("ID token", google.id_token(GOOGLE, "emmy", "any"))
program.press("Sign in")
program.wait("You are signed in as emmy@mail.example.")

program.close()
keyring.terminate()
around.close()
print("1 passed, 0 failed")
