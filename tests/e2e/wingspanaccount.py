"""An account at a server that speaks Wingspan's API, in the window: what it shows of itself, what lets
programs in, and what is given to others."""

import os

from desktop import picture, start_keyring
from windowwalking import Window, end_sessions, step
from wingspanwalking import refused
from wirewalking import OTHER, PASSWORD, Wire, bearer, serving, session_of

EMAIL = "ada@example.org"
BOB = {"email": "bob@example.org", "password": PASSWORD, "profile": {"preferredName": "Bob"}}
API_SESSIONS = "/users/session/api"

with serving(os.environ["LATCHKEY_PROGRAM"], "wingspan") as (own, alone):
    own, wingspan = Wire(own), Wire(alone)
    bob = wingspan.ask("POST", "/users/user", BOB).json()["userId"]
    keyring = start_keyring()
    window = Window()

    step("it says which API it speaks")
    window.connect(alone, "Wingspan")
    window.press("Continue")
    window.sign_up("Ada Lovelace", EMAIL)
    window.is_at_home_of(EMAIL)
    window.has_pages("Home", "Profile", "Security", "API sessions", "Subscription grants",
                     "Shared access", "Organisation")

    step("the session is ended elsewhere: nothing that was typed is lost")
    window.open_page("Profile")
    window.type("User name", "countess")
    end_sessions(own, EMAIL)
    window.press("Save changes")
    window.is_sent_away()
    window.sign_in_again()
    assert window.text_of("User name") == "countess"
    window.press("Save changes")
    window.wait("Your profile is saved.")
    picture("profile")
    me = own.ask("GET", "/v1/me", fields=[session_of(own, EMAIL)]).json()
    assert (me["name"], me["userName"]) == ("Ada Lovelace", "countess"), me

    step("another password, without the present one: who has just signed in has shown it")
    window.change_password(None)

    step("a program is let in, and out")
    window.open_page("API sessions")
    window.press("New API session")
    window.type("Labels", "Backup")
    window.press("Create")
    program = bearer(window.text_of("Secret"))
    picture("secret")
    window.press("I have saved it", "check box")
    window.press("Done")
    window.wait("End Backup", "push button")
    window.wait(lambda name: name.startswith("Ends: "))  # that API tells no other time
    assert not window.find("New secret for Backup"), "that API has no word for it"
    assert wingspan.ask("GET", API_SESSIONS, fields=[program]).status == 200
    window.press("End Backup")
    window.wait("No program uses your account by itself")
    refused(wingspan.ask("GET", API_SESSIONS, fields=[program]), 403, "Session expired")

    step("a subscription is given, and ended")
    window.open_page("Subscription grants")
    window.press("Give a subscription")
    window.type("Account ID of whoever gets it", bob)
    window.press("Give it")
    window.press("End the subscription to Bob")
    picture("grant")
    window.press("End the subscription")
    window.wait(lambda name: name.startswith("Benefits, Basic\nEnded"))

    step("nobody is let in yet, nor looked after")
    window.open_page("Shared access")
    window.wait("Nobody is let in")
    window.open_page("Organisation")
    window.wait("No accounts for others")

    step("out, and in again")
    window.sign_out_and_in(EMAIL, OTHER)

    window.close()
    keyring.terminate()
print("1 passed, 0 failed")
