"""What a desktop has around its programs: a service that shows notices (dunst), which lets see what it was told, and a tray (jwm's)."""

import contextlib
import ctypes
import os
import re
import subprocess

from desktop import until

HOME = os.environ["HOME"]
SERVICE = "org.freedesktop.Notifications"
XLIB = ctypes.CDLL("libX11.so.6")
XLIB.XOpenDisplay.restype = ctypes.c_void_p
XLIB.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
XLIB.XInternAtom.restype = ctypes.c_ulong
XLIB.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
XLIB.XGetSelectionOwner.restype = ctypes.c_ulong
XLIB.XCloseDisplay.argtypes = [ctypes.c_void_p]


def xdotool(*arguments):
    return subprocess.run(["xdotool", *arguments], capture_output=True, text=True).stdout.split()


def windows(*criteria):
    """Width, by window, of those that can be seen."""
    found = {}
    for window in xdotool("search", "--onlyvisible", *criteria):
        shape = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", window))
        if shape:
            found[window] = int(shape["WIDTH"])
    return found


def click_at(window, button="1"):
    shape = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", window))
    across, down = (int(shape[name]) // 2 for name in ("WIDTH", "HEIGHT"))
    xdotool("mousemove", "--window", window, str(across), str(down), "click", button)


class Notice:
    def __init__(self, strings, acts):
        self.title, self.lines = strings[2], strings[3].split("\n")
        self.acts = dict(zip(acts[::2], acts[1::2]))


class NoticeService:
    """Its menu of what can be done, which a right click opens, is chosen from by `choose`."""

    def __init__(self):
        self._offered, self._wanted = os.path.join(HOME, "offered"), os.path.join(HOME, "wanted")
        menu = os.path.join(HOME, "menu")
        with open(menu, "w", opener=lambda name, flags: os.open(name, flags, 0o700)) as file:
            file.write(f"#!/bin/sh\ntee {self._offered} | grep -F -f {self._wanted}\n")
        folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "dunst")
        os.makedirs(folder)
        with open(os.path.join(folder, "dunstrc"), "w") as file:
            file.write("[global]\nfont = Sans 11\nwidth = (300, 500)\nmouse_left_click = close_current\n"
                       "mouse_middle_click = do_action, close_current\n"
                       f"mouse_right_click = context\ndmenu = {menu}\n")
        self._log = os.path.join(HOME, "told")
        with open(self._log, "w") as log:
            self._monitor = subprocess.Popen(
                ["dbus-monitor", "--session", f"interface='{SERVICE}'"], stdout=log)
        until("somebody who listens", self.told)
        self._dunst = subprocess.Popen(["dunst"], stderr=subprocess.DEVNULL)
        subprocess.run(["gdbus", "wait", "--session", "--timeout", "10", SERVICE], check=True)

    def told(self):
        """All that went over the bus to it and from it."""
        with open(self._log) as log:
            return log.read()

    def notices(self):
        """What it was asked to show, so far."""
        asked = []
        for message in re.split(r"(?m)^(?=method |signal |error )", self.told()):
            strings = re.findall(r'(?ms)^   string "(.*?)"$', message)
            acts = re.search(r"(?ms)^   array \[\n(.*?)^   \]", message)
            if "member=Notify\n" in message and acts and "int32" in message[acts.end():]:
                asked.append(Notice(strings, re.findall(r'(?m)^      string "(.*)"$', acts[1])))
        return asked

    def next_notice(self, count):
        return until(f"notice number {count}", lambda: self.notices()[count - 1:count])[0]

    def is_showing(self):
        return bool(self._window())

    def _window(self):
        return next(iter(windows("--class", "^Dunst$")), None)

    def choose(self, act):
        """From the menu; what else was in it."""
        with open(self._wanted, "w") as file:
            file.write(f"#{act} (")
        with contextlib.suppress(FileNotFoundError):
            os.remove(self._offered)
        click_at(until("the notice", self._window), "3")
        until("the menu", lambda: os.path.exists(self._offered))

    def press(self):
        """As one presses what has one meaning only."""
        click_at(until("the notice", self._window), "2")

    def end(self):
        for process in (self._dunst, self._monitor):
            process.terminate()
            process.wait(10)


def has_tray():
    display = XLIB.XOpenDisplay(None)
    owner = XLIB.XGetSelectionOwner(display, XLIB.XInternAtom(display, b"_NET_SYSTEM_TRAY_S0", 0))
    XLIB.XCloseDisplay(display)
    return owner != 0


def put_tray():
    with open(os.path.join(HOME, ".jwmrc"), "w") as file:
        file.write('<?xml version="1.0"?><JWM><FocusModel>click</FocusModel>'
                   '<Tray halign="right" valign="bottom" height="32"><Dock/></Tray></JWM>')
    subprocess.run(["jwm", "-restart"], check=True)
    until("the tray", has_tray)
