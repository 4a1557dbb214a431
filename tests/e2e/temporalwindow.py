"""An account at a server that speaks Temporal's API, in the window: its password, its credits and its plan."""

import os

from desktop import picture, start_keyring
from posting import posting
from windowwalking import Window, end_sessions, step
from wirewalking import OTHER, PASSWORD, Wire, give, serving

EMAIL = "ada@example.org"

with posting() as post, \
        serving(os.environ["LATCHKEY_PROGRAM"], "temporal", post) as (own, alone):
    own, temporal = Wire(own), Wire(alone)
    keyring = start_keyring()
    window = Window()

    step("it says which API it speaks, at the address that its page names")
    window.connect(alone + "/v2", "Temporal")
    window.press("Continue")
    window.sign_up("ada", EMAIL)
    window.is_at_home_of("ada")
    window.has_pages("Home", "Profile", "Security", "Credits and plan")

    step("the session is ended elsewhere: nothing that was typed is lost")
    window.open_page("Security")
    window.type("Current password", PASSWORD)
    window.type("New password", OTHER)
    end_sessions(own, EMAIL)
    window.press("Change password")
    window.is_sent_away()
    window.sign_in_again()
    window.press("Change password")
    window.wait("Your password is changed.")
    login = {"username": "ada", "password": OTHER}
    assert temporal.ask("POST", "/v2/auth/login", login).status == 200

    step("credits, and a plan that an address opens")
    give(own, EMAIL, 12_500_000)
    window.open_page("Credits and plan")
    window.wait("Balance: 12.5 credits")
    window.wait("Unverified")
    picture("unverified")
    window.open_page("Profile")
    window.press("Verify the e-mail address")
    window.type("Code", post.code_to(EMAIL))
    window.wait("Verified: mail to this address reaches you.")
    picture("verified")
    window.open_page("Credits and plan")
    window.refresh()
    window.wait("Free")
    window.type("Type “Paid” to confirm", "paid")
    window.press("Upgrade for good")
    window.wait("Your plan is Paid now.")
    window.wait_gone("Upgrade for good")
    picture("paid")

    step("out, and in again")
    window.sign_out_and_in("ada", OTHER)

    step("a forgotten password, and a forgotten name: its server is asked for a mail")
    window.press("Sign out")
    window.press("Sign in again")
    window.press("Forgot your password?")
    window.type("E-mail", EMAIL)
    window.press("Send the mail")
    window.wait("Look into your mail")
    picture("forgotten")
    code = {"code": post.code_to(EMAIL), "password": PASSWORD}
    assert own.ask("POST", "/v1/password", code).status == 204
    window.press("Back to signing in")
    window.press("Forgot your password?")
    window.press("Which user name do I sign in with?")
    window.wait("Which user name is it?")
    window.type("E-mail", EMAIL)
    window.press("Send the mail")
    window.wait(lambda name: name.startswith(f"If there is an account with {EMAIL}"))
    picture("name")
    window.press("Go back")
    window.press("Back to signing in")
    window.type("Password", PASSWORD)
    window.press("Sign in")
    window.is_at_home_of("ada")

    window.close()
    keyring.terminate()
print("1 passed, 0 failed")
