"""The lock of the open program: set, drawn by a key, opened, tried in vain, and forgotten."""

import time

from hands import keys, write
from keyboardwalking import Walk, shoot, sign_in_elsewhere, step

PIN = "2468"


def unlock_with(pin):
    write(pin)
    keys("Return")


program = Walk()
program.push("Work on this computer")
program.sign_up("Ada Lovelace", "ada@example.org")

step("the key for it leads to where it is set")
keys("ctrl+l")
program.push("Set a PIN or passphrase…")
program.see("The same again")
shoot("set")
program.enter("PIN or passphrase", "24")
program.enter("The same again", "24")
keys("Return")
program.see("Too short. Take at least 4 digits")
shoot("set-short")
program.enter("PIN or passphrase", PIN)
program.enter("The same again", "1357")
keys("Return")
program.see("The two are not the same.")
shoot("set-differ")
program.enter("The same again", PIN)
program.push("Turn on the lock")
program.see("The lock is on")
shoot("on")

step("it is drawn and opened, and everything is as it was")
program.go_to("Profile")
program.enter("Name", "Ada King")
keys("ctrl+l")
program.see("Latchkey is locked")
shoot("locked")
unlock_with(PIN)
program.see("Save changes")
assert program.say("Name")(program.focus().get_name()), program.focus().get_name()
write(", Countess of Lovelace")
program.push("Save changes")
program.see("Your profile is saved.")

step("a wrong one, and too many of them")
keys("ctrl+l")
program.see("Latchkey is locked")
unlock_with("1111")
program.see("That is not it. Try again.")
shoot("wrong")
for _ in range(6):
    unlock_with("1111")
    time.sleep(1)
shoot("held")
program.enter("PIN", PIN)
program.push("Unlock")
program.see("What this server knows of you.")

step("a passphrase in place of the PIN")
keys("ctrl+comma")
program.push("Change it…")
program.enter("Current PIN", PIN)
program.enter("PIN or passphrase", "green boat")
program.enter("The same again", "green boat")
shoot("change")
program.push("Change the lock")
program.see("Change it…")

step("forgotten: what it costs, a way back, and out of everything; the last page shows nothing")
assert sign_in_elsewhere("Library")[0] == 200
program.go_to("Messages")
program.see("What the message says")
program.start_again()
program.see("Passphrase")
shoot("passphrase")
program.push("Forgotten the passphrase?")
program.see("Nobody can tell it to you.")
shoot("forgotten")
program.push("Sign out of everything")
program.see("Signed out of everything in %n second(s).")
shoot("counting")
program.push("Undo")
program.push("Forgotten the passphrase?")
program.push("Sign out of everything")
program.see("Sign in again", patience=30)
shoot("out")
assert program.find(program.say("What the message says")) is None

step("nobody reads the messages before the password is given")
program.push("Sign in again")
program.push("Forgot your password?")
keys("Return")
program.push("Show messages")
program.see("Sign in with your password first")
shoot("no-messages")
program.push("Back to the e-mail address")
program.push("Back to signing in")
program.sign_in()
program.is_in()
program.go_to("Messages")
program.see("What the message says")
program.end()
