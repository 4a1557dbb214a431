"""What the stories of servers with other APIs share: one account there, in the real window."""

import subprocess

from desktop import NotThere, Program, is_showing, picture, secret_tool, until
from wirewalking import OTHER, PASSWORD, session_of


def step(words):
    print("-", words, flush=True)


def end_sessions(own, email, password=PASSWORD):
    """They do, from elsewhere and by our own wire."""
    ended = own.ask("POST", "/v1/sessions/end-others", {}, [session_of(own, email, password)])
    assert ended.status == 200 and ended.json()["ended"], ended.body


def secrets():
    return {line for line in secret_tool("search", "--all", "server", "Latchkey").splitlines()
            if line.startswith("secret = ")}


class Window(Program):
    def begin_to_connect(self, address):
        self.press("Connect to a server")
        self.type("Address of the server", address)

    def connect(self, address, api):
        """Which API it is, the window finds by itself."""
        self.begin_to_connect(address)
        self.wait(lambda name: name.lower().endswith("account api: " + api.lower()))
        picture("found")

    def sign_up(self, name, email):
        self.press("I have no account yet: create one")
        self.type("Name", name)
        self.type("E-mail", email)
        self.type("Password", PASSWORD)
        self.press("Create account")

    def sign_in(self, login):
        self.type("E-mail or user name", login)
        self.press("Continue")
        self.type("Password", PASSWORD)
        self.press("Sign in")

    def is_at_home_of(self, login):
        self.wait(f"You are signed in as {login}.")
        picture("home")

    def has_pages(self, *names):
        """These, and the program's own."""
        def are_there():
            pages = {node.get_name() for node in self.all()
                     if node.get_role_name() == "radio button" and is_showing(node)}
            if pages != {*names, "Settings"}:
                raise NotThere(f"but {pages}")
            return True
        until(f"the pages {names}", are_there)

    def refresh(self):
        subprocess.run(["xdotool", "key", "F5"], check=True)

    def is_sent_away(self):
        """Its server knows the session no more, and nothing of the account is in sight."""
        self.wait("The server no longer accepts this session.")
        self.wait("You are signed out")
        picture("ended")

    def sign_in_again(self, password=PASSWORD):
        self.press("Sign in again")
        self.type("Password", password)
        self.press("Sign in")
        self.wait_gone("Sign in again", "push button")

    def sign_out_and_in(self, login, password=PASSWORD):
        before = secrets()
        self.open_page("Home")
        self.press("Sign out")
        self.wait("You signed out.")
        until("the token to go", lambda: secrets() < before)
        picture("signed-out")
        self.press("Sign in again")
        self.type("Password", "wrong " + password)
        self.press("Sign in")
        self.wait(lambda name: "don't go together" in name)
        self.type("Password", password)
        self.press("Sign in")
        self.is_at_home_of(login)

    def change_password(self, present):
        self.open_page("Security")
        if present:
            self.type("Current password", present)
        self.type("New password", OTHER)
        self.press("Change password")
        self.wait("Your password is changed.")
        picture("password")
