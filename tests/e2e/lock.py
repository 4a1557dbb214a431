"""The lock of the open program: set in Settings, Ctrl+L, nothing to be found behind it, by PIN in again; and at the next start; and without the PIN out of everything. And "Was it you?" on a desktop that writes down what it is told."""

import json
import os
import subprocess
import threading
import urllib.request

from desktop import Program, start_keyring, until
from gi.repository import Atspi, Gio, GLib

PASSWORD = "correct horse battery staple"
NOTIFICATIONS = """<node><interface name="org.freedesktop.Notifications">
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""


def step(words):
    print("-", words, flush=True)


def keys(*names):
    subprocess.run(["xdotool", "key", "--delay", "60", *names], check=True)


def type_and_enter(text):
    subprocess.run(["xdotool", "type", "--delay", "40", text], check=True)
    keys("Return")


class Desktop:
    """A notification service, in a thread and on a connection of its own."""

    def __init__(self):
        self.shown = {}
        self.last = 0
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        ready.wait(10)

    def _run(self, ready):
        context = GLib.MainContext()
        context.push_thread_default()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        interface = Gio.DBusNodeInfo.new_for_xml(NOTIFICATIONS).interfaces[0]
        self.bus.register_object("/org/freedesktop/Notifications", interface, self._take, None, None)
        Gio.bus_own_name_on_connection(self.bus, "org.freedesktop.Notifications",
                                       Gio.BusNameOwnerFlags.NONE, lambda *_: ready.set(), None)
        GLib.MainLoop(context).run()

    def _take(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        values = arguments.unpack()
        if method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["actions", "body"],)))
        elif method == "Notify":
            number = values[1] if values[1] in self.shown else self.last + 1
            self.last = max(self.last, number)
            self.shown[number] = {"title": values[3], "text": values[4], "acts": values[5][::2]}
            invocation.return_value(GLib.Variant("(u)", (number,)))
        else:
            self.shown.pop(values[0], None)
            invocation.return_value(None)

    def click(self, number, act):
        self.shown.pop(number, None)
        for signal, values in (("ActionInvoked", GLib.Variant("(us)", (number, act))),
                               ("NotificationClosed", GLib.Variant("(uu)", (number, 2)))):
            self.bus.emit_signal(None, "/org/freedesktop/Notifications",
                                 "org.freedesktop.Notifications", signal, values)

    def locks_the_screen(self):
        name = "org.freedesktop.ScreenSaver"
        self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                           "RequestName", GLib.Variant("(su)", (name, 0)), None,
                           Gio.DBusCallFlags.NONE, 5000, None)
        self.bus.emit_signal(None, "/org/freedesktop/ScreenSaver", name, "ActiveChanged",
                             GLib.Variant("(b)", (True,)))


def sign_in_elsewhere(label):
    with open(os.path.join(os.environ["XDG_CONFIG_HOME"], "latchkey", "profiles.json")) as file:
        server = json.load(file)["profiles"][0]["server"]
    body = {"login": "ada@example.org", "password": PASSWORD,
            "device": {"label": label, "program": "curl 8.5", "system": "Ubuntu 24.04"}}
    request = urllib.request.Request(server + "/v1/session", json.dumps(body).encode(),
                                     {"Content-Type": "application/json"})
    urllib.request.urlopen(request, timeout=10).close()


def found(program):
    """Every word that a screen reader finds in the program, hidden or not."""
    return " | ".join(node.get_name() or "" for node in program.all())


desktop = Desktop()
keyring = start_keyring()
program = Program()
program.press("Work on this computer")
program.type("Name", "Ada Lovelace")
program.type("E-mail", "ada@example.org")
program.type("Password", PASSWORD)
program.press("Create account")
program.wait("You are signed in as ada@example.org.")

step("a sign-in elsewhere is asked about on the desktop; a yes there answers it")
sign_in_elsewhere("Library")
until("a notice", lambda: desktop.shown)
number, notice = next(iter(desktop.shown.items()))
assert notice["title"] == "Was it you?" and "Library" in notice["text"], notice
assert notice["acts"] == ["default", "mine", "notMine"], notice
program.wait("Was it you?")
desktop.click(number, "mine")
program.wait("You know of every sign-in.")

step("a lock is set, and Ctrl+L leaves nothing to be found")
keys("ctrl+l")
program.press("Set a PIN or passphrase…")
program.type("PIN or passphrase", "2468")
program.type("The same again", "2468")
program.press("Turn on the lock")
program.wait("Change it…")
sign_in_elsewhere("Kitchen")
until("a notice", lambda: desktop.shown)
keys("ctrl+1")
program.wait("You are signed in as ada@example.org.")
keys("ctrl+l")
program.wait("Latchkey is locked")
words = found(program)
for secret in ("ada", "Ada", "Home", "Kitchen", "Settings", "Access"):
    assert secret not in words, words
until("a notice that tells nothing",
      lambda: all(one["title"] == "Latchkey" and "Kitchen" not in one["text"]
                  and one["acts"] == ["default"] for one in desktop.shown.values()))
keys("ctrl+k", "ctrl+2", "F1")
assert "Profile" not in found(program)

step("the PIN brings it back, and then a no leads to a new password")
type_and_enter("1111")
program.wait("That is not it. Try again.")
type_and_enter("2468")
program.wait("You are signed in as ada@example.org.")
number = until("the notice with its words",
               lambda: next((n for n, one in desktop.shown.items() if "Kitchen" in one["text"]), 0))
desktop.click(number, "notMine")
program.press("Change the password")
until("the field for it to have the focus", lambda: program.wait(
    "Current password", "password text").get_state_set().contains(Atspi.StateType.FOCUSED))

step("it locks with the screen")
desktop.locks_the_screen()
program.wait("Latchkey is locked")
type_and_enter("2468")
program.wait_gone("Latchkey is locked")

step("the next start begins locked; without the PIN it goes out of everything")
program.close()
program = Program()
program.wait("Latchkey is locked")
assert "ada@example.org" not in found(program)
program.press("Forgotten the PIN?")
program.press("Sign out of everything")
program.press("Undo")
program.press("Forgotten the PIN?")
program.press("Sign out of everything")
program.wait("Sign in again", patience=30)
assert program.find("Latchkey is locked") is None
program.close()
kept = open(os.path.join(os.environ["XDG_CONFIG_HOME"], "latchkey", "lock.json")).read()
assert "argon2id" not in kept and "2468" not in kept, kept
keyring.terminate()
