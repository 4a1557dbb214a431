"""Was it you? told by the desktop: by a service that shows notices, which takes the answer, too; where there is neither that nor a tray, on Home alone; and by a bubble in the tray."""

import json
import os

from desktop import is_showing, secret_tool, until
from desktopshell import NoticeService, click_at, put_tray, windows, xdotool
from keyboardwalking import PASSWORD, SETTINGS, Walk, shoot, sign_in_elsewhere, step
from searching import is_in
from wirewalking import OTHER, Wire, bearer

ICON = 64  # no window of the program's is as narrow

begun = {}  # by label: how whoever signed in there shows who they are


def sign_in(label, password=PASSWORD):
    status, answer = sign_in_elsewhere(label, password=password)
    assert status == 200, status
    begun[label] = bearer(answer["signedIn"]["token"])


def own():
    with open(os.path.join(SETTINGS, "profiles.json")) as file:
        return Wire(json.load(file)["profiles"][0]["server"])


def is_reviewed(label):
    answer = own().ask("GET", "/v1/session", fields=[begun[label]])
    return answer.status == 200 and answer.json()["reviewed"]


def review_elsewhere(label, there):
    """It was asked there as well, where a yes was said before."""
    id = own().ask("GET", "/v1/session", fields=[begun[label]]).json()["id"]
    answer = own().ask("POST", f"/v1/sessions/{id}/review", {"verdict": "mine"}, [begun[there]])
    assert answer.status == 200, answer.body


def put_away():
    """Not at Home, where the question would stand."""
    xdotool("windowactivate", "--sync", window)
    program.go_to("Access")
    program.wait_gone(at_home)
    xdotool("windowminimize", window)
    until("the window out of the way", lambda: window not in windows("--pid", process))


def is_in_front_at_home():
    until("the window in front", lambda: xdotool("getactivewindow") == [window])
    program.wait(at_home)


def stands_in_the_tray():
    return next((each for each, width in windows("--pid", process).items() if width < ICON), None)


def bubble():
    """What it says: of the program's windows it alone has no frame."""
    for index in range(program.root.get_child_count()):
        child = program.root.get_child_at_index(index)
        if child and child.get_role_name() != "frame" and is_showing(child):
            return {node.get_name(): node for node in program.all(child) if node.get_name()}
    return None


def says(lines, label):
    assert program.say("Somebody signed in as %1.", "ada@example.org")(lines[0]), lines
    assert lines[1] == label and "curl 8.5" in lines[2] and "127.0.0.1" in lines[2], lines


program = Walk()
process = str(program.process.pid)
service = NoticeService()
program.push("Work on this computer")
program.sign_up("Ada Lovelace", "ada@example.org")
window = xdotool("getactivewindow")[0]
at_home = program.say("You are signed in as %1.", "ada@example.org")

step("a notice asks while the window is away; a yes there is a yes everywhere")
put_away()
sign_in("Library")
notice = service.next_notice(1)
assert program.say("Was it you?")(notice.title), notice.title
says(notice.lines, "Library")
assert list(notice.acts) == ["default", "mine", "notMine"], notice.acts
assert program.say("It was me")(notice.acts["mine"]), notice.acts
assert program.say("It wasn't me")(notice.acts["notMine"]), notice.acts
until("the notice on the screen", service.is_showing)
shoot("notice")
service.choose(notice.acts["mine"])
until("the answer to get there", lambda: is_reviewed("Library"))
until("the notice to go", lambda: not service.is_showing())
assert window not in windows("--pid", process)

step("what was answered elsewhere is asked no longer")
sign_in("Kitchen")
service.next_notice(2)
until("the notice on the screen", service.is_showing)
review_elsewhere("Kitchen", "Library")
until("the notice to go", lambda: not service.is_showing())

step("the notice itself opens the window where it is asked as well")
sign_in("Train")
service.next_notice(3)
service.press()
is_in_front_at_home()
program.see("Was it you?")
shoot("opened")
put_away()
review_elsewhere("Train", "Library")

step("a no ends that sign-in, opens the window, and leads to a new password")
sign_in("Hotel")
service.choose(service.next_notice(4).acts["notMine"])
is_in_front_at_home()
program.see("Somebody who is not you knew your password.")
refused = own().ask("GET", "/v1/session", fields=[begun["Hotel"]])
assert (refused.status, refused.json()["code"]) == (401, "sessionEnded"), refused.body
assert not service.is_showing()
shoot("disowned")
program.push("Change the password")
program.enter("Current password", PASSWORD)
program.enter("New password", OTHER)
xdotool("key", "Return")
program.see("Your password is changed. Other devices were signed out")

step("and nothing that was told is a secret")
kept = [line.removeprefix("secret = ") for line in secret_tool(
    "search", "--all", "server", "Latchkey").splitlines() if line.startswith("secret = ")]
assert kept
for secret in (PASSWORD, OTHER, *kept, *(each.split()[-1] for each in begun.values())):
    assert not is_in(service.told(), secret), secret
service.end()

step("with neither that nor a tray it is asked on Home")
sign_in("Station", OTHER)
program.go_to("Home")
program.see("Was it you?")
assert not bubble() and not stands_in_the_tray()
shoot("home-alone")
program.push("It was me")
program.see("You know of every sign-in.")

step("a tray has a bubble at an icon, until it is answered")
put_tray()
put_away()
sign_in("Museum", OTHER)
words = until("a bubble", bubble)
assert any(program.say("Was it you?")(name) for name in words), words
said = next(name for name in words if "\n" in name)
says(said.split("\n"), "Museum")
shoot("bubble")
program.click(words[said])
is_in_front_at_home()
program.see("Was it you?")
assert not bubble() and stands_in_the_tray()
shoot("bubble-clicked")
put_away()
click_at(stands_in_the_tray())
is_in_front_at_home()
review_elsewhere("Museum", "Station")
program.see("You know of every sign-in.")
until("the icon to go", lambda: not stands_in_the_tray())
shoot("tray-empty")

step("what is answered while the bubble stands takes it away")
sign_in("Theatre", OTHER)
until("a bubble", bubble)
review_elsewhere("Theatre", "Station")
until("the bubble to go", lambda: not bubble() and not stands_in_the_tray())

program.end()
