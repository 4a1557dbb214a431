"""A real SMTP server and a gateway for texts, and what came to people by them."""

import contextlib
import json
import os
import queue
import re
import subprocess
import threading

OFFICE = os.path.join(os.path.dirname(__file__), "..", "support", "postoffice.py")
CODE = r"\b(\d{6}|[0-9A-Z]{5}-[0-9A-Z]{5})\b"
PATIENCE = 60


class PostOffice:
    def __init__(self, process):
        self._process = process
        self._events = queue.SimpleQueue()
        self._letters = {}  # by whom they are to, and not read yet
        self.everything = []
        threading.Thread(target=self._listen, daemon=True).start()
        ready = self._next(PATIENCE)
        self.mail_options = ["--mail-host", "127.0.0.1", "--mail-port", str(ready["port"]),
                             "--mail-from", "post@example.com"]
        self.options = [
            *self.mail_options, "--mail-security", "none",
            "--sms-url", f"http://127.0.0.1:{ready['gateway']}/send", "--sms-method", "post",
            "--sms-form", "json", "--sms-body", '{"to": "{to}", "text": "{text}"}']

    def _listen(self):
        for line in self._process.stdout:
            self._events.put(json.loads(line))

    def _next(self, patience):
        """What happened; a letter is kept for whoever it is to."""
        event = self._events.get(timeout=patience)
        if event["event"] == "text":
            text = json.loads(event["body"])
            event.update(to=[text["to"]], plain=text["text"])
        if event["event"] in ("mail", "text"):
            self._letters.setdefault(event["to"][0], []).append(event)
            self.everything.append(event)
        return event

    def happens(self, what, patience=PATIENCE):
        """The next of that kind."""
        while True:
            event = self._next(patience)
            if event["event"] == what:
                return event

    def tell(self, command):
        """What postoffice.py knows."""
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        self.happens("told")

    def letter_to(self, address, patience=PATIENCE):
        """The next one that goes there; each is read once."""
        while not self._letters.get(address):
            self._next(patience)
        return self._letters[address].pop(0)

    def _in_letter_to(self, address, pattern):
        while True:
            if found := re.search(pattern, self.letter_to(address)["plain"]):
                return found[0]

    def code_to(self, address):
        return self._in_letter_to(address, CODE)

    def link_to(self, address):
        """Where the next letter with a link leads a browser."""
        return self._in_letter_to(address, r"https?://\S+/verify/\S+")

    def unread(self, patience=0.5):
        """All that came and nobody read, once nothing more comes for so long."""
        with contextlib.suppress(queue.Empty):
            while True:
                self._next(patience)
        return [letter for letters in self._letters.values() for letter in letters]


@contextlib.contextmanager
def posting(*options):
    process = subprocess.Popen(["/usr/bin/python3", OFFICE, "serve", *options],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield PostOffice(process)
    finally:
        process.terminate()
        process.wait()
