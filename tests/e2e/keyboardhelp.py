"""An administrator helps somebody who is locked out: a lock is lifted, a reset started and watched."""

from hands import keys
from keyboardwalking import (LETTERS, Walk, aged, proofs_grow_old, shoot, sign_in_elsewhere, step)

NEXT = "four quiet walruses dance"
FAILURES = 12  # by which the next try waits for a minute


def look_up(email):
    program.enter("E-mail address of the account", email)
    keys("Return")


program = Walk()
program.push("Work on this computer")
program.sign_up("Ada Lovelace", "ada@example.org")

step("somebody else joins on this computer")
program.choose_from("Profile: %1", program.say("Add an account"))
program.push("Work on this computer")
program.push("I have no account yet: create one")
program.sign_up("Grace Hopper", "grace@example.org")
shoot("two")

step("an account is found, or is not")
program.switch_to("Ada Lovelace")
program.go_to("Help")
program.see("Who needs help?")
shoot("help")
look_up("nobody@example.org")
program.see("Nobody has this address")
shoot("nobody")
for _ in range(FAILURES):
    aged("UPDATE throttle SET open_at = open_at - HOUR / 60")
    assert sign_in_elsewhere("", "grace@example.org", "wrong")[0] == 401
assert sign_in_elsewhere("", "grace@example.org")[0] == 429
look_up("grace@example.org")
program.see("Locked after %n failure(s), for %1 more.")
shoot("locked")

step("the lock is lifted, by who shows who they are")
proofs_grow_old()
program.reach("Lift the lock")
shoot("lift")
keys("space")
program.prove()
program.see("Not locked. Nothing keeps the right password from being taken.")
shoot("lifted")
assert sign_in_elsewhere("Library", "grace@example.org")[0] == 200

step("a reset is started, and its code used")
program.push("Send a reset code")
program.see("The mail with the code was sent; nobody has used it yet.")
shoot("reset-sent")
code = program.sent_code("Help", LETTERS)
program.switch_to("Grace Hopper")
program.sign_out()
program.push("Forgot your password?")
program.push("I already have a code")
program.enter("Code", "AAAAA-AAAAA")
program.enter("New password", NEXT)
shoot("given")
keys("Return")
program.see("This is not the code, or it is too old. Check each letter")
shoot("given-wrong")
program.enter("Code", code)
program.enter("New password", NEXT)
keys("Return")
program.see("Your new password is set, and all sessions of the account have ended.")
program.sign_in(NEXT)
program.is_in()
program.switch_to("Ada Lovelace")
keys("F5")
program.see("The code was used: there is a new password.")
shoot("reset-used")

step("... and another is not used in time")
aged("UPDATE started_resets SET started_at = started_at - HOUR")
program.push("Send a reset code")
program.see("The mail with the code was sent; nobody has used it yet.")
aged("UPDATE started_resets SET started_at = started_at - 25 * HOUR, "
     "expires_at = expires_at - 25 * HOUR")
keys("F5")
program.see("The code was not used in time and works no longer.")
shoot("reset-expired")
program.end()
