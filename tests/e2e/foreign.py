"""An account at a server that speaks another API: found by itself, or by the person's word."""

import contextlib
import http.server
import json
import os
import threading

from desktop import picture, start_keyring
from windowwalking import Window, end_sessions, step
from wirewalking import OTHER, PASSWORD, Wire, serving

PROFILES = os.path.join(os.environ["XDG_CONFIG_HOME"], "latchkey", "profiles.json")


class Nothing(http.server.BaseHTTPRequestHandler):
    """A web server that knows of no account."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<html>hello</html>")

    do_POST = do_GET

    def log_message(self, *_):
        pass


around = contextlib.ExitStack()
own, oneshot = around.enter_context(serving(os.environ["LATCHKEY_PROGRAM"], "oneshot"))
silent = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Nothing)
threading.Thread(target=silent.serve_forever, daemon=True).start()
ada = {"name": "ada", "email": "ada@example.org", "password": PASSWORD}
assert Wire(oneshot).ask("POST", "/users", ada).status == 201

keyring = start_keyring()
program = Window()

step("a server that says who it is")
program.connect(oneshot, "OneShot")
program.press("Continue")
program.type("E-mail or user name", "ada")
program.press("Continue")
program.type("Password", "wrong " + PASSWORD)
program.press("Sign in")
program.wait(lambda name: "don't go together" in name)
program.type("Password", PASSWORD)
program.press("Sign in")
program.wait("You are signed in as ada.")
picture("home")
kept = json.load(open(PROFILES))["profiles"][0]
assert (kept["wire"], kept["userName"]) == ("oneshot", "ada"), kept

step("it is there again after a start")
program.close()
program = Window()
program.wait("You are signed in as ada.")
picture("again")

step("what that API can change is changed")
program.open_page("Profile")
program.type("User name", "countess")
program.press("Save changes")
program.wait("Your profile is saved.")
program.open_page("Security")
program.type("Current password", "wrong " + PASSWORD)
program.type("New password", OTHER)
program.press("Change password")
program.wait("This is not the password. Try again.")
program.type("Current password", PASSWORD)
program.press("Change password")
program.wait("Your password is changed.")
picture("edited")


def entering(password):
    return Wire(oneshot).ask("POST", "/user/login",
                             {"name": "countess", "password": password}).status


assert (entering(PASSWORD), entering(OTHER)) == (403, 200)
kept = json.load(open(PROFILES))["profiles"]
assert [profile["userName"] for profile in kept] == ["countess"], kept

step("... and is so after a start")
program.close()
program = Window()
program.open_page("Home")
program.wait("You are signed in as countess.")

step("the session is ended elsewhere: nothing that was typed is lost")
program.open_page("Profile")
program.type("User name", "duchess")
end_sessions(Wire(own), ada["email"], OTHER)
program.press("Save changes")
program.is_sent_away()
program.sign_in_again(OTHER)
assert program.text_of("User name") == "duchess"
program.press("Save changes")
program.wait("Your profile is saved.")

step("out, and in again")
program.sign_out_and_in("duchess", OTHER)

step("what answers, and is none of those known")
program.open_page("Settings")
program.press("Add an account")
program.begin_to_connect("http://127.0.0.1:%d" % silent.server_port)
program.wait(lambda name: name.startswith("Somebody answers there"))
picture("unknown")

program.close()
around.close()
