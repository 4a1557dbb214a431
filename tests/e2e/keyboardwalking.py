"""What the walks by the keyboard alone share. Each goes through some screens in one language and one theme, and takes a picture of each where a folder is named for them. Most take minutes, and are none of the tests that always run:
    LATCHKEY_LANGUAGE=zh LATCHKEY_THEME=dark LATCHKEY_PATIENCE=900 LATCHKEY_PICTURES=FOLDER tests/e2e/run PROGRAM keyboard.py
An hour that has to pass is taken from what the server on this computer has written down."""

import contextlib
import json
import os
import re
import sqlite3
import time
import urllib.error
import urllib.request

import gi

from authenticator import code_of
from desktop import picture, start_keyring, until
from hands import Hands, keys

PASSWORD = "correct horse battery staple"
LANGUAGE = os.environ.get("LATCHKEY_LANGUAGE", "en")
THEME = os.environ.get("LATCHKEY_THEME", "light")
SETTINGS = os.path.join(os.environ["XDG_CONFIG_HOME"], "latchkey")
DIGITS = r"\b[0-9]{6}\b"
LETTERS = r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b"


def step(words):
    print("-", words, flush=True)


def shoot(name):
    """Once all of it is painted."""
    time.sleep(0.4)
    picture(name)


def aged(*changes):
    """An hour passes for what the server has written down."""
    path = os.path.join(os.environ["XDG_DATA_HOME"], "latchkey", "own-server.db")
    with contextlib.closing(sqlite3.connect(path, timeout=10)) as database, database:
        for change in changes:
            database.execute(change.replace("HOUR", "3600000"))


def time_passes():
    aged("UPDATE sent_codes SET sent_at = sent_at - HOUR, expires_at = expires_at - HOUR",
         "UPDATE throttle SET open_at = open_at - HOUR, forget_at = forget_at - HOUR")


def proofs_grow_old():
    aged("UPDATE sessions SET proven_at = proven_at - HOUR, "
         "factor_proven_at = factor_proven_at - HOUR")


def ask(path, **body):
    """As another program on this computer does; the status, and what was answered."""
    with open(os.path.join(SETTINGS, "profiles.json")) as file:
        server = json.load(file)["profiles"][0]["server"]
    request = urllib.request.Request(server + path, json.dumps(body).encode(),
                                     {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, None


def sign_in_elsewhere(label, login="ada@example.org", password=PASSWORD):
    return ask("/v1/session", login=login, password=password,
               device={"label": label, "program": "curl 8.5", "system": "Ubuntu 24.04"})


class Walk(Hands):
    """In front of a computer on which the program has never run."""

    def __init__(self):
        os.makedirs(SETTINGS, exist_ok=True)
        with open(os.path.join(SETTINGS, "preferences.json"), "w") as file:
            json.dump({"language": LANGUAGE, "theme": THEME}, file)
        self._keyring = start_keyring()
        self._used = set()
        super().__init__(LANGUAGE)

    def start_again(self):
        self.close()
        super().__init__(LANGUAGE)

    def sign_up(self, name, email):
        self.enter("Name", name)
        self.enter("E-mail", email)
        self.enter("Password", PASSWORD)
        self.push("Create account")
        self.see("You are signed in as %1.", email)

    def sign_out(self):
        self.go_to("Home")
        self.push("Sign out")
        self.push("Sign in again")
        self.see("Password")

    def sign_in(self, password=PASSWORD):
        self.enter("Password", password)
        keys("Return")

    def is_in(self):
        self.see("You are signed in as %1.")

    def switch_to(self, person):
        self.choose_from("Profile: %1", self.say("%1 on this computer", person))

    def shown(self, pattern):
        """What is on the screen and looks so."""
        return until(pattern, lambda: [name for text in self.texts()
                                       if re.fullmatch(pattern, name := text.partition(": ")[2])])

    def add_authenticator(self):
        """With a wrong code first; the secret that codes are made from."""
        self.push("Add a second factor")
        self.enter("Name of the authenticator", "My phone")
        keys("Return")
        secret = self.shown(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}")[0].replace(" ", "")
        shoot("scan")
        field = "2. Type the six digits that the app shows"
        self.enter(field, "000000" if code_of(secret) != "000000" else "111111")
        self.see("This is not the code. Try the next one")
        self.enter(field, self.next_code(secret))
        return secret

    def new_recovery_codes(self):
        codes = sorted(set(self.shown(r"[0-9A-Z]{5}-[0-9A-Z]{5}")))
        assert len(codes) == 10, codes
        return codes

    def has_saved_them(self):
        self.push("I have saved them")
        self.push("Done")

    def prove(self, secret=None):
        """Asked in place, above the page; what was asked for goes on by itself."""
        self.see("Confirm that it is you")
        shoot("prove")
        if secret:
            self.enter("Code", self.next_code(secret))
        else:
            self.sign_in()

    def next_code(self, secret):
        """Each step is taken once."""
        def fresh():
            code = code_of(secret)
            return code if code not in self._used else None
        self._used.add(code := until("another code", fresh, 40))
        return code

    def sent_code(self, back_to, pattern=DIGITS):
        """What the server on this computer would have sent."""
        self.go_to("Messages")
        self.see("What the message says")
        shoot("messages")
        code = self.newest_code(pattern)
        self.go_to(back_to)
        return code

    def sent_code_above(self, pattern=DIGITS):
        """... read without leaving the page."""
        self.push("Show messages")
        self.see("What the message says")
        code = self.newest_code(pattern)
        shoot("messages-panel")
        keys("Escape")
        return code

    def newest_code(self, pattern=DIGITS):
        def look():
            keys("Home")
            found = re.findall(pattern, self.message())
            return found[-1] if found and found[-1] not in self._used else None
        self._used.add(code := until("a message with another code", look))
        return code

    def message(self):
        node = self.see("What the message says")
        return gi.repository.Atspi.Text.get_text(node, 0, -1)

    def end(self):
        self.close()
        self._keyring.terminate()
        print("1 passed, 0 failed")
