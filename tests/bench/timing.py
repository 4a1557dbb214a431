"""How long an answer takes must not tell whether an address has an account: 500 tries of each act for
those that have one and 500 for those that have none, in random order, compared by Mann and Whitney's
test. Mail goes to a real SMTP server meanwhile."""
import contextlib
import http.client
import json
import math
import pathlib
import random
import shutil
import sqlite3
import statistics
import subprocess
import threading
import time

from programs import Program, free_port

TRIES = 500
WARM_UP = 20
PAUSE = 0.01  # seconds, for what a try leaves to be done behind its answer
PASSWORD = "correct horse battery staple"
DEVICE = {"label": "Laptop", "program": "bench", "system": "Debian 12"}
POST_OFFICE = pathlib.Path(__file__).resolve().parent.parent / "support/postoffice.py"

ACTS = {
    "sign-in": ("/v1/session", 401, "login", {"password": "not the one " + PASSWORD, "device": DEVICE}),
    "reset request": ("/v1/resets", 200, "email", {}),
    "reminder": ("/v1/reminders", 204, "email", {}),
    "sign-up": ("/v1/users", 200, "email",
                {"name": "Ada Lovelace", "language": "en",
                 "password": "four quiet walruses dance 9", "device": DEVICE}),
}


def mann_whitney(first, second):
    """U of the first, and z and p (two-sided) by the normal approximation, corrected for ties."""
    ranked = sorted([(value, 0) for value in first] + [(value, 1) for value in second])
    count, sum_of_first, ties, begin = len(ranked), 0.0, 0, 0
    while begin < count:
        end = begin
        while end < count and ranked[end][0] == ranked[begin][0]:
            end += 1
        rank = (begin + 1 + end) / 2
        sum_of_first += rank * sum(1 for _, group in ranked[begin:end] if group == 0)
        ties += (end - begin) ** 3 - (end - begin)
        begin = end
    m, n = len(first), len(second)
    u = sum_of_first - m * (m + 1) / 2
    spread = math.sqrt(m * n / 12 * (count + 1 - ties / (count * (count - 1))))
    z = (u - m * n / 2) / spread
    return u, z, math.erfc(abs(z) / math.sqrt(2))


@contextlib.contextmanager
def post_office():
    """A real SMTP server; answers its port, and what it got so far."""
    process = subprocess.Popen(["/usr/bin/python3", POST_OFFICE, "serve"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True)
    port = json.loads(process.stdout.readline())["port"]
    got = []
    reader = threading.Thread(target=lambda: got.extend(process.stdout), daemon=True)
    reader.start()
    try:
        yield port, got
    finally:
        process.terminate()
        process.wait(30)


def server(build, database, mail_port):
    port = free_port()
    return Program([build / "bin/latchkey", "serve", "--quiet", "--threads", "1",
                    "--listen", f"127.0.0.1:{port}", "--database", database,
                    "--trusted-proxy", "127.0.0.1", "--mail-host", "127.0.0.1",
                    "--mail-port", str(mail_port), "--mail-security", "none",
                    "--mail-from", "post@example.com"], port)


class Asking:
    """Each try comes from an address of its own, and is about an account of its own: nothing is
    limited here."""

    def __init__(self, port):
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self._connection.connect()
        self._number = 0

    def time(self, path, status, body):
        self._number += 1
        text = json.dumps(body)
        headers = {"Content-Type": "application/json",
                   "X-Forwarded-For": f"10.{self._number >> 16}.{self._number >> 8 & 255}."
                                      f"{self._number & 255}"}
        begun = time.perf_counter_ns()
        self._connection.request("POST", path, text, headers)
        answer = self._connection.getresponse()
        said = answer.read()
        took = time.perf_counter_ns() - begun
        if answer.status != status:
            raise RuntimeError(f"{path} answered {answer.status}: {said.decode()}")
        return took


def compare(asking, act, known):
    path, status, who, more = ACTS[act]
    # As long, and of the same letters.
    unknown = ["z" + address[1:] for address in known]
    tries = [(0, address) for address in known] + [(1, address) for address in unknown]
    random.shuffle(tries)
    for number in range(WARM_UP):
        asking.time(path, status, {who: f"warm{number}-{act[:4]}@example.com", **more})
    times = ([], [])
    for group, address in tries:
        times[group].append(asking.time(path, status, {who: address, **more}) / 1e6)
        time.sleep(PAUSE)
    return times


def timing(build, room, table):
    for name in ("accounts.db", "accounts.db.key"):
        if (room / name).exists():
            shutil.copy(room / name, room / name.replace("accounts", "timing"))
    seeded = sqlite3.connect(f"file:{room / 'timing.db'}?mode=ro", uri=True)
    emails = [row[0] for row in seeded.execute("SELECT email FROM users ORDER BY random() LIMIT ?",
                                               (len(ACTS) * TRIES,))]
    seeded.close()
    with post_office() as (mail_port, got), server(build, room / "timing.db", mail_port) as program:
        asking = Asking(program.port)
        for number, act in enumerate(ACTS):
            known, unknown = compare(asking, act, emails[number * TRIES:(number + 1) * TRIES])
            u, z, p = mann_whitney(known, unknown)
            table.add(f"{act}, an account or none",
                      f"{statistics.median(known):.3f} ms",
                      f"{statistics.median(unknown):.3f} ms, U {u:.0f} z {z:+.2f} p {p:.3f}",
                      goal="p >= 0.01", met=p >= 0.01)
        time.sleep(2)
    mails = sum('"event": "mail"' in line for line in got)
    table.add("  mails that came meanwhile", f"{mails:,}")
