"""Signing in by a provider from the window: an administrator adds it, somebody new comes in by a
browser, and somebody who has an account already connects it."""

import contextlib
import os
import pathlib
import tempfile

from desktop import Program, picture, start_keyring, until
from fromnpm import beside, installed
from identityprovider import PUBLIC, person, providing
from openedbrowser import OpenedBrowser
from wirewalking import PASSWORD, Wire, serving

PROGRAM = os.environ["LATCHKEY_PROGRAM"]
PEOPLE = {"ada": person("ada@example.com", "Ada Lovelace"),
          "grace": person("grace@example.com", "Grace Hopper")}
NAME = "Example & Sons"


def step(words):
    print("-", words, flush=True)


def connect():
    program.press("Connect to a server")
    program.type("Address of the server", server)
    program.wait(lambda name: name.endswith("account API: Latchkey"))
    program.press("Continue")
    program.wait("E-mail or user name")


def add_account():
    program.open_page("Settings")
    program.press("Add an account")
    connect()


def sign_in(email):
    """With the password, though the address may lead elsewhere."""
    program.type("E-mail or user name", email)
    program.press("Continue")
    instead = "Use the password instead"
    until("what comes next", lambda: program.find("Password", "password text")
          or program.find(instead, "push button"))
    if program.find(instead, "push button"):
        program.press(instead)
    program.type("Password", PASSWORD)
    program.press("Sign in")
    program.wait(f"You are signed in as {email}.")


around = contextlib.ExitStack()
node = installed("openid", beside(PROGRAM, "openid"))
server, _ = around.enter_context(serving(PROGRAM, "wingspan"))
provider = around.enter_context(providing(node, PEOPLE, returnPaths=["/latchkey/127.0.0.1"]))
browser = OpenedBrowser(node, pathlib.Path(around.enter_context(tempfile.TemporaryDirectory())))
made = Wire(server).ask("POST", "/v1/users", {
    "name": "Grace", "email": "grace@example.com", "password": PASSWORD, "language": "en",
    "device": {"label": "", "program": "curl", "system": ""}})
assert made.status == 200, made.body

keyring = start_keyring()
program = Program()
connect()
sign_in("root@example.com")

step("an administrator adds a provider; one that isn't there is not added")
program.open_page("Sign-in providers")
program.press("Add a provider")
program.type("Name", NAME)
program.type("Address of the provider (issuer)", "http://127.0.0.1:9")
program.type("Client ID", PUBLIC["client_id"])
program.type("Domains", "example.com")
program.press("Make accounts for people it knows", "check box")
picture("provider-form")
program.press("Add")
program.wait(lambda name: "can't be reached from the server" in name)
picture("provider-unreachable")
program.type("Address of the provider (issuer)", provider.issuer)
program.press("Add")
program.wait("Change " + NAME, "push button")
program.wait(lambda name: "Makes accounts for people it knows." in name)
picture("providers")

step("somebody new comes in by it")
add_account()
browser.is_used_by("ada")
program.press("Continue with " + NAME)
program.wait(lambda name: "in your browser" in name)
picture("waiting-for-the-browser")
program.wait("You are signed in as ada@example.com.", patience=60)
assert "/latchkey/127.0.0.1?" in browser.page(), browser.page()
program.open_page("Security")
program.wait("Other ways to sign in")
program.wait("Remove ada@example.com", "push button")
picture("other-ways")

step("who turns back is told so, and may try again")
add_account()
browser.is_used_by("")
program.press("Continue with " + NAME)
program.wait(lambda name: name.startswith("The sign-in was declined"), patience=60)
picture("turned-back")

step("whoever has an account already signs in to it once, and is connected")
browser.is_used_by("grace")
program.press("Continue with " + NAME)
program.wait(lambda name: name.startswith("An account with this address exists already"),
             patience=60)
picture("has-an-account")
sign_in("grace@example.com")
program.open_page("Security")
program.wait("Remove grace@example.com", "push button")

step("an address that is led there needs no password")
program.open_page("Home")
program.press("Sign out")
program.press("Sign in again")
program.press("Continue with " + NAME)
program.wait("You are signed in as grace@example.com.", patience=60)

step("disconnected, and connected again from within")
program.open_page("Security")
program.press("Remove grace@example.com")
program.press("Remove this way to sign in")
program.wait_gone("Remove grace@example.com", "push button")
program.press("Connect " + NAME)
program.wait(lambda name: name.startswith("Connect grace@example.com of"), patience=60)
program.press("Connect")
program.wait("Remove grace@example.com", "push button", patience=60)
picture("connected-again")

program.close()
keyring.terminate()
around.close()
print("1 passed, 0 failed")
