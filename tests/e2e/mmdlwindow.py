"""Accounts at a server that speaks MMDL's API, in the window: somebody's who says themselves which API it
is, and an administrator's, who looks after the others."""

import contextlib
import http.client
import http.server
import os
import threading
from urllib.parse import urlsplit

from desktop import picture, start_keyring
from windowwalking import Window, end_sessions, step
from posting import posting
from wirewalking import OTHER, Wire, serving

ADA, ROOT = "ada@example.org", "root@example.com"
REGISTRATION = "/api/users/settings/registrationstatus"


@contextlib.contextmanager
def veiled(address):
    """The same server, without what would tell its API."""
    class Veil(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path == REGISTRATION:
                return self.send_error(404)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            there = http.client.HTTPConnection(urlsplit(address).netloc)
            told = {name: value for name, value in self.headers.items() if name != "Host"}
            there.request(self.command, self.path, body, told)
            answer = there.getresponse()
            said = answer.read()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.headers["Content-Type"])
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        do_POST = do_GET

        def log_message(self, *_):
            pass

    veil = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Veil)
    threading.Thread(target=veil.serve_forever, daemon=True).start()
    yield "http://127.0.0.1:%d" % veil.server_port
    veil.shutdown()


with posting() as post, \
        serving(os.environ["LATCHKEY_PROGRAM"], "mmdl", post) as (own, alone), \
        veiled(alone) as hidden:
    own, mmdl = Wire(own), Wire(alone)
    keyring = start_keyring()
    window = Window()

    step("a server that says nothing of its API is spoken to by the person's word")
    window.begin_to_connect(hidden)
    window.wait(lambda name: name.startswith("Somebody answers there"))
    window.choose("Account API", "m")
    window.wait("Manage My Damn Life: tasks and calendars.")
    picture("picked")
    window.press("Continue")
    window.sign_up("ada", ADA)
    window.is_at_home_of(ADA)
    window.has_pages("Home")
    post.code_to(ADA)  # whoever joins is sent one at once
    window.sign_out_and_in(ADA)

    step("a forgotten password: by the name, which its server asks for, and a mailed code")
    window.press("Sign out")
    window.press("Sign in again")
    window.press("Forgot your password?")
    window.type("User name", "ada")
    window.press("Send the code")
    window.wait(lambda name: name.startswith("A mail with a code was sent"))
    window.type("New password", OTHER)
    window.type("Code", "000000")
    window.press("Set the new password")
    window.wait(lambda name: name.startswith("This is not the code"))
    window.type("Code", post.code_to(ADA))
    window.press("Set the new password")
    window.wait("Your new password is set. Sign in with it.")
    picture("recovered")
    window.type("Password", OTHER)
    window.press("Sign in")
    window.is_at_home_of(ADA)

    step("one that says it is found; its administrator sees more")
    window.open_page("Settings")
    window.press("Add an account")
    window.connect(alone, "MMDL")
    window.press("Continue")
    window.sign_in(ROOT)
    window.is_at_home_of(ROOT)
    window.wait("You are an administrator of this server.")
    window.has_pages("Home", "Accounts", "Server")

    step("nobody new is let in")
    window.open_page("Server")
    window.press("Close sign-up")
    window.wait("Nobody can sign up from now on.")
    picture("server")
    assert mmdl.ask("GET", REGISTRATION).json()["data"]["message"] is False

    step("an account is deleted, though the session is ended meanwhile: nothing that was typed is lost")
    window.open_page("Accounts")
    window.click(window.wait(lambda name: name.startswith("a*a, "), "list item"))
    window.press("Delete the account of a*a…")
    window.type("Type “a*a” to confirm", "a*a")
    picture("deleting")
    end_sessions(own, ROOT)
    window.press("Delete the account for good")
    window.is_sent_away()
    window.sign_in_again()
    assert window.text_of("Type “a*a” to confirm") == "a*a"
    window.press("Delete the account for good")
    window.wait("The account of a*a is deleted.")
    picture("deleted")
    login = {"username": "ada", "password": OTHER}
    assert mmdl.ask("POST", "/api/login", login).status == 401

    step("out, and in again")
    window.sign_out_and_in(ROOT)

    window.close()
    keyring.terminate()
print("1 passed, 0 failed")
