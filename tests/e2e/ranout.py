"""What runs out by time, at servers with other APIs: a session that can be renewed is, and where it can't be
the person is asked to sign in again and loses nothing. So is one that has grown too old for what it asks."""

import contextlib
import os

from desktop import picture, start_keyring, until
from movedclock import clocked
from windowwalking import Window, secrets, step
from wirewalking import OTHER, PASSWORD, serving

EMAIL, ROOT = "ada@example.org", "root@example.com"
DAY = 24


def served(wire):
    return around.enter_context(serving(os.environ["LATCHKEY_PROGRAM"], wire, clock=clock))[1]


def joined(address, api, login):
    window.connect(address, api)
    if api == "Aurora":
        window.choose("Version of the API", "Down")  # the newest comes after the published one
    window.press("Continue")
    window.sign_up("ada", EMAIL)
    window.is_at_home_of(login)


def another():
    window.open_page("Settings")
    window.press("Add an account")


def renamed(password=None):
    """What is typed while the session runs out is saved after it."""
    window.open_page("Profile")
    window.type("User name", "countess")
    clock.put_forward(15 * DAY)
    window.refresh()
    window.is_sent_away()
    window.sign_in_again()
    assert window.text_of("User name") == "countess"
    if password:
        window.type("Your password", password)
    window.press("Save changes")
    window.wait("Your profile is saved.")


around = contextlib.ExitStack()
clock = around.enter_context(clocked())
keyring = start_keyring()
window = Window(**clock.environment)

step("Temporal: a token lives for a day, and is renewed while it can be")
joined(served("temporal") + "/v2", "Temporal", "ada")
first = secrets()
window.close()
clock.put_forward(23.5)
window = Window(**clock.environment)
window.wait("You are signed in as ada.")
until("another token", lambda: secrets() and secrets() != first)
window.close()
clock.put_forward(1)
window = Window(**clock.environment)
window.is_at_home_of("ada")

step("... after two days nothing renews it")
window.open_page("Security")
window.type("Current password", PASSWORD)
window.type("New password", OTHER)
clock.put_forward(2 * DAY)
window.press("Change password")
window.is_sent_away()
window.sign_in_again()
window.press("Change password")
window.wait("Your password is changed.")

step("... nor is anything shown of the account where the program starts later still")
window.close()
clock.put_forward(3 * DAY)
window = Window(**clock.environment)
window.is_sent_away()
window.sign_in_again(OTHER)
window.open_page("Home")
window.is_at_home_of("ada")

step("OneShot")
another()
joined(served("oneshot"), "OneShot", EMAIL)
renamed()

step("Aurora")
another()
joined(served("aurora"), "Aurora", EMAIL)
renamed(PASSWORD)

step("Wingspan")
another()
joined(served("wingspan"), "Wingspan", EMAIL)
renamed()

step("... and whoever was away for long shows once more who they are")
window.open_page("API sessions")
window.press("New API session")
window.type("Labels", "Backup")
clock.put_forward(1)
window.press("Create")
window.wait(lambda name: name.startswith("Sign in again to confirm that it is you."))
picture("confirming")
window.sign_in_again()
assert window.text_of("Secret").startswith("lk_")
window.press("I have saved it", "check box")
window.press("Done")

step("MMDL")
another()
window.connect(served("mmdl"), "MMDL")
window.press("Continue")
window.sign_in(ROOT)
window.is_at_home_of(ROOT)
window.open_page("Server")
clock.put_forward(15 * DAY)
window.press("Close sign-up")
window.is_sent_away()
window.sign_in_again()
window.press("Close sign-up")
window.wait("Nobody can sign up from now on.")
picture("closed")

window.close()
keyring.terminate()
around.close()
print("1 passed, 0 failed")
