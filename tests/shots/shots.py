"""Visits every page of the program in each of its looks and takes a picture of its window."""

import json
import os
import re
import subprocess
import time
import urllib.request

from desktop import Program, start_keyring, until

PASSWORD = "correct horse battery staple"
LOOKS = [(theme, language, scale)
         for scale in (1, 2) for theme in ("light", "dark", "highContrast")
         for language in ("en", "zh") if theme != "highContrast" or scale == 1]
DEVICES = [("Studio desktop", "Latchkey 0.1.0", "Debian GNU/Linux 12"),
           ("Travel laptop", "Latchkey 0.1.0", "Fedora Linux 40"),
           ("", "curl 8.5", "Ubuntu 24.04"),
           ("Kitchen tablet", "Latchkey 0.1.0", "Android 14")]
# As they stand in the sidebar of an administrator.
PAGES = ["home", "profile", "security", "access", "api-sessions", "credits", "messages", "grants",
         "shared-access", "organisation", "help", "accounts", "sign-in-providers", "server", "settings"]
WORDS = {"en": {"own": "Work on this computer", "create": "Create account",
                "sign in": "I have an account already: sign in", "connect": "Connect to a server"},
         "zh": {"own": "在这台计算机上使用", "create": "创建账户",
                "sign in": "我已有账户：登录", "connect": "连接到服务器"}}


def called(words):
    """Whatever letter Alt takes there; in Chinese it stands in brackets behind the words."""
    return lambda own: re.sub(r"\([A-Z]\)$", "", own) == words


def folder(kind):
    return os.path.join(os.environ[kind], "latchkey")


def ask(method, path, body=None, token=None):
    with open(os.path.join(folder("XDG_CONFIG_HOME"), "profiles.json")) as file:
        server = json.load(file)["profiles"][0]["server"]
    request = urllib.request.Request(server + path, method=method)
    if token:
        request.add_header("Authorization", "Bearer " + token)
    if body is not None:
        request.add_header("Content-Type", "application/json")
    data = json.dumps(body).encode() if body is not None else None
    with urllib.request.urlopen(request, data, timeout=10) as answer:
        return json.loads(answer.read() or "null")


def in_days(days):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + days * 86400))


def wear(theme, language):
    path = os.path.join(folder("XDG_CONFIG_HOME"), "preferences.json")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    preferences = json.load(open(path)) if os.path.exists(path) else {"format": 1}
    preferences.update({"theme": theme, "language": language})
    json.dump(preferences, open(path, "w"))


def window_of(program):
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(program.process.pid)],
                           capture_output=True, text=True).stdout.split()
    return found[-1] if found else None


def shoot(program, name, look):
    theme, language, scale = look
    # Pictures settle when nothing has been painted for a moment; there is no event for that.
    time.sleep(0.6)
    window = until("a window", lambda: window_of(program))
    file = f"{name}-{theme}-{language}-{scale}00.png"
    subprocess.run(["import", "-window", window, os.path.join(os.environ["LATCHKEY_PICTURES"], file)],
                   check=True)


def key(*keys):
    subprocess.run(["xdotool", "key", "--delay", "60", *keys], check=True)


def start(look):
    theme, language, scale = look
    wear(theme, language)
    return Program(QT_SCALE_FACTOR=str(scale))


def seed(program):
    words = WORDS["en"]
    program.type("Name", "Ada Lovelace")
    program.type("E-mail", "ada@example.org")
    program.type("Password", PASSWORD)
    program.press(words["create"])
    program.wait("You are signed in as ada@example.org.")
    tokens = []
    for label, device, system in DEVICES:
        signed = ask("POST", "/v1/session", {
            "login": "ada@example.org", "password": PASSWORD,
            "device": {"label": label, "program": device, "system": system}})["signedIn"]
        tokens.append((signed["token"], signed["session"]["id"]))
    ask("DELETE", "/v1/session", token=tokens[3][0])
    ask("POST", f"/v1/sessions/{tokens[1][1]}/review", {"verdict": "mine"}, token=tokens[0][0])
    for labels, end in ((["Yearly report"], {"unlimited": True}),
                        (["Build machine", "team: billing"], {"expiresAt": in_days(3)}),
                        (["Backup at night"], {"expiresAt": in_days(90)})):
        made = ask("POST", "/v1/api-sessions", {"labels": labels, **end}, token=tokens[0][0])
        ask("GET", "/v1/me", token=made["secret"])


def first_pages(look):
    words = WORDS[look[1]]
    program = start(look)
    program.wait(called(words["own"]))
    shoot(program, "1-first-start", look)
    program.press(called(words["connect"]))
    shoot(program, "2-connect", look)
    key("Escape")
    program.press(called(words["own"]))
    program.wait(called(words["create"]), "push button")
    shoot(program, "3-sign-up", look)
    program.press(called(words["sign in"]))
    shoot(program, "4-sign-in", look)
    program.close()


def account_pages(look):
    program = start(look)
    program.wait(lambda name: "Ada Lovelace" in name)
    key("ctrl+1", "F6")
    for place, name in enumerate(PAGES):
        if place:
            key("Down")
        shoot(program, f"{place + 5}-{name}", look)
    key("ctrl+k")
    shoot(program, f"{len(PAGES) + 5}-palette", look)
    program.close()


keyring = start_keyring()
for each in LOOKS:
    first_pages(each)
wear("light", "en")
program = Program()
program.press(WORDS["en"]["own"])
seed(program)
program.close()
for each in LOOKS:
    account_pages(each)
keyring.terminate()
print(f"{len(os.listdir(os.environ['LATCHKEY_PICTURES']))} pictures")
