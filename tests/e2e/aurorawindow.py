"""An account at a server that speaks Aurora's API, in the window: its version is chosen, the rest is found."""

import os

from desktop import picture, start_keyring
from windowwalking import Window, end_sessions, step
from wirewalking import OTHER, PASSWORD, Wire, serving

EMAIL = "ada@example.org"

with serving(os.environ["LATCHKEY_PROGRAM"], "aurora") as (own, alone):
    own, aurora = Wire(own), Wire(alone)
    keyring = start_keyring()
    window = Window()

    step("it says which API it speaks; of which version is chosen")
    window.connect(alone, "Aurora")
    window.choose("Version of the API", "Down")  # the newest comes after the published one
    picture("version")
    window.press("Continue")
    window.sign_up("ada", EMAIL)
    window.is_at_home_of(EMAIL)
    window.has_pages("Home", "Profile", "Security", "Credits and plan")

    step("what may be used is told")
    window.open_page("Credits and plan")
    window.wait("Unverified")
    for resource in ("Sent messages", "Spoken messages"):
        window.wait(resource)
    picture("plan")

    step("the session is ended elsewhere: nothing that was typed is lost")
    window.open_page("Profile")
    window.type("User name", "countess")
    end_sessions(own, EMAIL)
    window.refresh()
    window.is_sent_away()
    window.sign_in_again()
    window.type("Your password", PASSWORD)
    assert window.text_of("User name") == "countess"
    window.press("Save changes")
    window.wait("Your profile is saved.")
    picture("profile")

    step("another password")
    window.change_password(PASSWORD)
    login = {"username": "countess", "password": OTHER}
    assert aurora.ask("POST", "/api/v11/login", login).status == 200

    step("out, and in again")
    window.sign_out_and_in(EMAIL, OTHER)

    step("another version is chosen in the profile, and its pages follow")
    window.open_page("Settings")
    window.press(lambda name: name.startswith("Settings of "), "check box")
    window.choose("Version of the account API", "Home")  # the published one
    window.wait(lambda name: name.endswith("Paths begin with /api/v3."))
    picture("older")
    window.open_page("Home")
    window.has_pages("Home")

    window.close()
    keyring.terminate()
print("1 passed, 0 failed")
