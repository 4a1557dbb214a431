"""Codes at a server that speaks Wingspan's API, in the window: for an address, for a phone, and for
whoever signs in."""

import os

from desktop import picture, start_keyring
from windowwalking import Window, step
from wingspanwalking import texts_are_asked_for
from posting import posting
from wirewalking import PASSWORD, Wire, serving

EMAIL, PHONE = "ada@example.org", "+14104350691"

with posting() as post, \
        serving(os.environ["LATCHKEY_PROGRAM"], "wingspan", post) as (own, alone):
    keyring = start_keyring()
    window = Window()
    window.connect(alone, "Wingspan")
    window.press("Continue")
    window.sign_up("Ada Lovelace", EMAIL)
    window.is_at_home_of(EMAIL)

    step("an address is shown to be theirs")
    window.wait("Your e-mail address is not verified yet.")
    window.press("Verify it")
    code = post.code_to(EMAIL)  # whoever joins is sent one at once, and no other for a minute
    window.press("Verify the e-mail address")
    window.wait("Code", "text")
    window.type("Code", code)
    window.wait_gone("Verify the e-mail address", "push button")
    window.wait_gone("Code", "text")
    picture("address")

    step("a phone is, too")
    window.open_page("Profile")
    window.press("Add a phone")
    window.type("Phone number", "+1 (410) 435-0691")
    window.press("Send the code")
    window.type("Code", "000000")
    window.press("Confirm")
    window.wait(lambda name: name.startswith("This is not the code"))
    window.type("Code", post.code_to(PHONE))
    window.wait(lambda name: name.startswith("Texts to "))
    picture("phone")

    step("whoever signs in is asked for one that is sent there")
    texts_are_asked_for(Wire(own), post, EMAIL, PHONE)
    window.open_page("Home")
    window.press("Sign out")
    window.press("Sign in again")
    window.type("Password", PASSWORD)
    window.press("Sign in")
    window.press("Get a code as a text message")
    window.wait("A text message with a code was sent to you. It can take a minute.")
    picture("asked")
    window.type("Code", "000000")
    window.wait(lambda name: name.startswith("This is not the code"))
    window.type("Code", post.code_to(PHONE))
    window.is_at_home_of(EMAIL)

    window.close()
    keyring.terminate()
print("1 passed, 0 failed")
