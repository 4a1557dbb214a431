"""What `latchkey serve` mails, at a real SMTP server: over TLS and with a login, refused where nobody
vouches for that server, later where it is down, and once even where ours is killed.

mailing.py PROGRAM
"""

import contextlib
import email.utils
import os
import re
import subprocess
import sys
import tempfile
import time

from posting import posting
from runningserver import RunningServer
from wirewalking import DEVICE, PASSWORD, Wire, join

PROGRAM = os.path.abspath(sys.argv[1])
AT_ONCE = 10  # s: a password is hashed, and nobody is waited for
ROUND = 30  # s: what could not be sent is tried again after 5, 10, 20


def step(words):
    print("-", words, flush=True)


def certificate(folder, name):
    """Vouched for by nobody but itself."""
    file, key = (os.path.join(folder, name + ending) for ending in (".pem", ".key"))
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                    "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=" + name,
                    "-addext", "subjectAltName=" + name, "-keyout", key, "-out", file],
                   check=True, stderr=subprocess.DEVNULL)
    return file, key


def password_file(folder, password):
    path = os.path.join(folder, "mail-password")
    with open(path, "w", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(password + "\n")
    return path


@contextlib.contextmanager
def house(*office):
    """A folder for a server, and a post office."""
    with tempfile.TemporaryDirectory() as folder, posting(*office) as post:
        yield folder, post


def running(folder, post, *options):
    """With an administrator, who needed no mail."""
    server = RunningServer(PROGRAM, folder, *post.mail_options, *options)
    if server.setup_code:
        join(Wire(server.address), "Root", "root@example.com", setupCode=server.setup_code)
    return server


def ask_to_join(server, address, language="en"):
    """The answer is there at once, whatever becomes of the mail."""
    begun = time.monotonic()
    asked = Wire(server.address).ask("POST", "/v1/users", {
        "name": "Ada Lovelace", "email": address, "password": PASSWORD, "language": language,
        "device": DEVICE})
    assert asked.status == 200 and "pending" in asked.json(), asked.body
    assert time.monotonic() - begun < AT_ONCE, "it waited for the mail"
    return asked.json()["pending"]["id"]


def figure(server, name):
    told = Wire(server.address).ask("GET", "/metrics").body
    return int(re.search(rf"(?m)^latchkey_mail_{name} (\d+)$", told)[1])


def until(what, condition, patience=ROUND):
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, f"not within {patience} s: {what}"
        time.sleep(0.05)


def logs(server, words):
    until(f"{words!r} in the log", lambda: words in server.logged())


def is_whole(letter, to):
    """As Python's parser has it."""
    assert letter["defects"] == [] and letter["isAscii"] and letter["longestLine"] <= 998, letter
    assert letter["type"] == "multipart/alternative", letter
    assert letter["parts"] == ["text/plain", "text/html"], letter
    assert letter["sender"] == "post@example.com" and letter["to"] == [to], letter
    headers = letter["headers"]
    assert email.utils.parseaddr(headers["To"]) == ("", to), headers
    assert email.utils.parseaddr(headers["From"]) == ("Häuser & Söhne", "post@example.com"), headers
    assert re.fullmatch(r"<pst_[\w-]+@example\.com>", headers["Message-ID"]), headers
    sent = email.utils.parsedate_to_datetime(headers["Date"]).timestamp()
    assert abs(sent - time.time()) < 120, headers
    assert headers["Auto-Submitted"] == "auto-generated", headers
    assert headers["MIME-Version"] == "1.0", headers


def over_tls(tls, security):
    with house("--tls", tls, "--certificate", OUR_CERTIFICATE, "--key", OUR_KEY,
               "--login", "mailer:sesame") as (folder, post), \
            running(folder, post, "--mail-security", security,
                    "--mail-authorities", OUR_CERTIFICATE, "--mail-user", "mailer",
                    "--mail-password-file", password_file(folder, "sesame"),
                    "--name", "Häuser & Söhne") as server:
        own = Wire(server.address)
        for to, language, subject, words in (
                ("ada@example.org", "en", "Verify your e-mail address for Häuser & Söhne",
                 "Enter this code"),
                ("li@example.org", "zh", "验证您在 Häuser & Söhne 的电子邮件地址", "请输入此验证码")):
            id = ask_to_join(server, to, language)
            letter = post.letter_to(to)
            assert (letter["tls"], letter["login"]) == (True, "mailer"), letter
            is_whole(letter, to)
            assert letter["headers"]["Subject"] == subject, letter["headers"]
            assert words in letter["plain"] and words in letter["html"], letter
            code = re.search(r"(?m)^    (\d{6})$", letter["plain"])[1]
            assert f'<p class="code">{code}</p>' in letter["html"], letter["html"]
            made = own.ask("POST", f"/v1/sign-ups/{id}", {"code": code})
            assert made.status == 200 and made.json()["user"]["emailVerified"], made.body
        assert (figure(server, "sent_total"), figure(server, "unavailable")) == (2, 0)
        assert post.unread() == []


def login_refused():
    with house("--tls", "starttls", "--certificate", OUR_CERTIFICATE, "--key", OUR_KEY,
               "--login", "mailer:sesame") as (folder, post), \
            running(folder, post, "--mail-authorities", OUR_CERTIFICATE, "--mail-user", "mailer",
                    "--mail-password-file", password_file(folder, "mistyped")) as server:
        ask_to_join(server, "ada@example.org")
        post.happens("login refused")
        logs(server, "mail did not go: \"Login denied\"")
        assert "mistyped" not in server.logged()
        until("the figures to say so", lambda: figure(server, "unavailable") == 1)
        ask_to_join(server, "grace@example.org")
        assert post.unread() == []
        # Whoever mends the one reason reads of the next.
        post.tell("close")
        logs(server, "mail did not go: \"Failed to connect")
        post.tell("open")
        post.tell("login mailer:mistyped")
        for to in ("ada@example.org", "grace@example.org"):
            post.letter_to(to)
        logs(server, "mail goes again")
        until("the figures to say so", lambda: figure(server, "sent_total") == 2)
        assert (figure(server, "unavailable"), figure(server, "waiting")) == (0, 0)
        assert post.unread() == []


def not_vouched_for():
    """It waits, whoever else may read the code on its way."""
    with house("--tls", "starttls", "--certificate", OUR_CERTIFICATE, "--key", OUR_KEY) \
            as (folder, post):
        def refuses(words, *options):
            with running(folder, post, *options) as server:
                if server.setup_code:
                    ask_to_join(server, "ada@example.org")
                logs(server, "mail did not go: \"" + words)
                assert (figure(server, "unavailable"), figure(server, "sent_total")) == (1, 0)
        refuses("SSL certificate problem: self-signed certificate")
        refuses("SSL certificate problem", "--mail-authorities", OTHER_CERTIFICATE)
        assert post.unread() == []
        with running(folder, post, "--mail-authorities", OUR_CERTIFICATE):
            assert post.letter_to("ada@example.org")["tls"]
            assert post.unread() == []
    # Somebody else's name, though its signature is believed.
    with house("--tls", "implicit", "--certificate", OTHER_CERTIFICATE, "--key", OTHER_KEY) \
            as (folder, post), \
            running(folder, post, "--mail-security", "tls",
                    "--mail-authorities", OTHER_CERTIFICATE) as server:
        ask_to_join(server, "ada@example.org")
        logs(server, "mail did not go: \"SSL: no alternative certificate subject name matches")
        assert post.unread() == []
    with house() as (folder, post), running(folder, post) as server:
        ask_to_join(server, "ada@example.org")
        logs(server, "mail did not go: \"STARTTLS")
        assert post.unread() == []


def out_of_reach():
    with house() as (folder, post), \
            running(folder, post, "--mail-security", "none") as server:
        post.tell("close")
        people = [f"person{number}@example.org" for number in range(5)]
        for number, to in enumerate(people):
            ask_to_join(server, to)
            if not number:
                logs(server, "mail did not go: \"Failed to connect")
        asked = Wire(server.address).ask("POST", "/v1/resets", {"email": people[0]})
        assert asked.status == 200, asked.body
        post.tell("open")
        for to in people:
            post.letter_to(to)
        logs(server, "mail goes again")
        assert server.logged().count("mail did not go") == 1, server.logged()
        assert post.unread() == []


def killed():
    with house() as (folder, post):
        def start():
            return running(folder, post, "--mail-security", "none")
        server = start()

        # Before the dot: nobody has it yet.
        post.tell("answer rcpt hang")
        ask_to_join(server, "before@example.org")
        post.happens("hangs")
        ask_to_join(server, "meanwhile@example.org")
        server.kill()
        post.tell("answer rcpt well")
        server = start()
        for to in ("before@example.org", "meanwhile@example.org"):
            post.letter_to(to)

        # After it: it has arrived, and we were not told.
        post.tell("answer end hang")
        ask_to_join(server, "after@example.org")
        post.letter_to("after@example.org")
        server.kill()
        post.tell("answer end well")
        server = start()
        logs(server, "1 mail was leaving; it may have left and is not sent again")
        assert post.unread() == []

        # Anywhere: only what was leaving just then may be missing.
        post.tell("close")
        people = [f"person{number}@example.org" for number in range(16)]
        for to in people:
            ask_to_join(server, to)
        server.kill()
        post.tell("open")
        for _ in range(4):
            server = start()
            for _ in range(3):
                post.happens("mail")
            server.kill()
        server = start()
        arrived = [letter["to"][0] for letter in post.unread(3)]
        with open(server.log) as log:
            uncertain = log.read().count("mail was leaving") - 1  # the one before
        assert sorted(set(arrived)) == sorted(arrived), arrived
        assert len(set(people) - set(arrived)) <= uncertain <= 4, (arrived, uncertain)
        server.end()
        print(f"  {len(arrived)} of {len(people)} arrived, {uncertain} uncertain")


with tempfile.TemporaryDirectory() as certificates:
    OUR_CERTIFICATE, OUR_KEY = certificate(certificates, "IP:127.0.0.1")
    OTHER_CERTIFICATE, OTHER_KEY = certificate(certificates, "DNS:mail.example.org")
    step("over TLS with a login, in the language of whoever gets it")
    over_tls("starttls", "starttls")
    over_tls("implicit", "tls")
    step("a login that is refused is said in the log, and what waits goes once it is right")
    login_refused()
    step("nothing goes to a server that nobody vouches for")
    not_vouched_for()
    step("while nobody can be reached requests are answered, and later all goes once")
    out_of_reach()
    step("a server that is killed sends nothing twice")
    killed()
print("1 passed, 0 failed")
