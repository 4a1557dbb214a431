"""Drives the real program from outside, as a person with a screen reader would."""

import os
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 20.0
LET_GO = 0.12  # the toolkit holds a button that long before it takes it as pressed


class NotThere(AssertionError):
    pass


def until(what, condition, patience=PATIENCE):
    """The first true answer of `condition`, asked again and again."""
    deadline = time.monotonic() + patience
    problem = None
    while time.monotonic() < deadline:
        try:
            answer = condition()
            if answer:
                return answer
        except (gi.repository.GLib.Error, NotThere) as error:
            problem = error
        time.sleep(0.05)
    raise NotThere(f"not within {patience:.0f} s: {what}" + (f" ({problem})" if problem else ""))


def start_keyring():
    """A real Secret Service, unlocked with a password of the test's."""
    keyring = subprocess.Popen(
        ["gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    keyring.stdin.write(b"test")
    keyring.stdin.close()
    subprocess.run(["gdbus", "wait", "--session", "--timeout", "10", "org.freedesktop.secrets"],
                   check=True, stdout=subprocess.DEVNULL)
    return keyring


class Program:
    """One run of the program."""

    def __init__(self, *arguments, **environment):
        self.process = subprocess.Popen(
            [os.environ["LATCHKEY_PROGRAM"], *arguments], env={**os.environ, **environment},
            stderr=subprocess.PIPE, text=True)
        self.root = until("the program on the accessibility bus", self._find_root)

    def _find_root(self):
        if self.process.poll() is not None:
            raise SystemExit("the program ended: " + self.process.stderr.read())
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        return None

    def all(self, node=None, depth=0, showing=False):
        """Of what is hidden, nothing can be showing."""
        node = node or self.root
        yield node
        if depth > 40:
            return
        for index in range(min(node.get_child_count(), 500)):
            child = node.get_child_at_index(index)
            if child and (not showing or is_showing(child)):
                yield from self.all(child, depth + 1, showing)

    def find(self, name, role=None, showing=True):
        for node in self.all(showing=showing):
            try:
                if matches(node, name, role):
                    return node
            except gi.repository.GLib.Error:
                continue
        return None

    def wait(self, name, role=None, patience=PATIENCE):
        return until(f"{role or 'anything'} named {name!r}", lambda: self.find(name, role), patience)

    def wait_gone(self, name, role=None, patience=PATIENCE):
        until(f"{name!r} to go", lambda: self.find(name, role) is None, patience)

    def press(self, name, role="push button"):
        button = until(f"a button {name!r} that can be pressed",
                       lambda: (lambda b: b if b and is_enabled(b) else None)(self.find(name, role)))
        button.get_action_iface().do_action(0)
        time.sleep(LET_GO)

    def open_page(self, name):
        """A page of the sidebar."""
        self.press(name, "radio button")

    def type(self, name, text, role=None):
        field = self.wait(name, role) if role else until(
            f"a field {name!r}", lambda: self.find(name, "text") or self.find(name, "password text"))
        field.get_editable_text_iface().set_text_contents(text)

    def type_by_keys(self, name, text):
        """As fingers do; `type` only sets what stands there."""
        self.click(self.wait(name, "text"))
        subprocess.run(["xdotool", "key", "ctrl+a"], check=True)
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)
        until("the text to stand there", lambda: self.text_of(name) == text)

    def text_of(self, name):
        return Atspi.Text.get_text(self.wait(name, "text"), 0, -1)

    def choose(self, label, key):
        """Moves a combo box that stands under this label, by the keys Home, End, Down ..."""
        combo = until(f"a combo box labelled {label!r}", lambda: self._labelled(label))
        self.click(combo)
        until("its list", lambda: any(
            node.get_role_name() == "list" and is_showing(node) for node in self.all(combo)))
        subprocess.run(["xdotool", "key", "--delay", "100", key, "Return"], check=True)

    def _labelled(self, label):
        for node in self.all():
            if node.get_role_name() != "combo box" or not is_showing(node):
                continue
            for relation in node.get_relation_set():
                targets = [relation.get_target(i) for i in range(relation.get_n_targets())]
                if any(target.get_name() == label for target in targets):
                    return node
        return None

    def click(self, node):
        box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        subprocess.run(["xdotool", "mousemove", str(box.x + 20), str(box.y + box.height // 2),
                        "click", "1"], check=True)

    def texts(self):
        found = []
        for node in self.all():
            try:
                if node.get_name() and is_showing(node):
                    found.append(f"{node.get_role_name()}: {node.get_name()}")
            except gi.repository.GLib.Error:
                pass
        return found

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)


def matches(node, name, role):
    if role and node.get_role_name() != role:
        return False
    own = node.get_name() or ""
    return name(own) if callable(name) else own == name


def is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def is_enabled(node):
    return node.get_state_set().contains(Atspi.StateType.ENABLED)


def picture(name):
    folder = os.environ.get("LATCHKEY_PICTURES")
    if folder:
        subprocess.run(["import", "-window", "root", os.path.join(folder, name + ".png")], check=True)


def secret_tool(*arguments):
    return subprocess.run(["secret-tool", *arguments], capture_output=True, text=True).stdout
