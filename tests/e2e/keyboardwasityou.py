"""A sign-in that nobody expected, on Home: a yes, and a no that leads to a new password."""

from hands import keys
from keyboardwalking import PASSWORD, Walk, proofs_grow_old, shoot, sign_in_elsewhere, step

NEXT = "four quiet walruses dance"

program = Walk()
program.push("Work on this computer")
program.sign_up("Ada Lovelace", "ada@example.org")

step("more than are asked about at once; a yes to the newest")
for label in ("Library", "Kitchen", "Train", "Hotel"):
    assert sign_in_elsewhere(label)[0] == 200
program.see("%n more sign-in(s) wait for your answer under Access.")
shoot("asked")
program.reach("It was me")
shoot("asked-yes")
keys("space")
program.see("%n sign-in(s) wait for your answer.")
assert program.focus().get_role_name() != "push button", program.focus().get_name()

step("a no asks who says so, and can be taken back")
proofs_grow_old()
program.push("It wasn't me")
program.prove()
program.see("Ended: %1. Change your password if you don't know who it was.")
program.see("Somebody who is not you knew your password.")
shoot("disowned")
keys("F8")
shoot("disowned-undo")
keys("space")
program.see("Signed in again: %1")
program.wait_gone(program.say("Somebody who is not you knew your password."))

step("a no that stays leads to a new password, which ends whatever else there was")
program.push("It wasn't me")
program.push("Change the password")
program.see("Current password")
shoot("urged")
assert program.say("Current password")(program.focus().get_name()), program.focus().get_name()
program.enter("Current password", PASSWORD)
program.enter("New password", NEXT)
shoot("chosen")
keys("Return")
program.see("Your password is changed. Other devices were signed out")
program.wait_gone(program.say("Somebody who is not you knew your password."))
shoot("changed")
program.go_to("Home")
program.see("You know of every sign-in.")
shoot("home")
program.end()
