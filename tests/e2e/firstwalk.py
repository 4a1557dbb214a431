"""The first walk: sign up, see a second sign-in arrive, end it, switch to Chinese, start again."""

import json
import os
import subprocess
import urllib.error
import urllib.request

from desktop import Program, picture, secret_tool, start_keyring, until

PASSWORD = "correct horse battery staple"


def ask(method, url, body=None, token=None):
    request = urllib.request.Request(url, method=method)
    if token:
        request.add_header("Authorization", "Bearer " + token)
    data = None
    if body is not None:
        request.add_header("Content-Type", "application/json")
        data = json.dumps(body).encode()
    try:
        with urllib.request.urlopen(request, data, timeout=10) as answer:
            return answer.status, json.loads(answer.read() or "null")
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read() or "null")


def own_server():
    return profiles()["profiles"][0]["server"]


def profiles():
    path = os.path.join(os.environ["XDG_CONFIG_HOME"], "latchkey", "profiles.json")
    return json.load(open(path))


def step(words):
    print("-", words, flush=True)


keyring = start_keyring()
program = Program()

step("work on this computer, and sign up")
program.press("Work on this computer")
program.wait("The first account of this server becomes its administrator.")
program.type("Name", "Ada Lovelace")
program.type("E-mail", "ada@example.org")
program.type("Password", "short")
program.press("Create account")
program.wait(lambda name: "at least 8 characters" in name.lower())
program.type("Password", PASSWORD)
program.press("Create account")
program.wait("You are signed in as ada@example.org.")
program.wait("You are an administrator of this server.")
picture("home")

step("the token is in the keychain, and in no file")
found = until("the token in the keychain", lambda: [
    line for line in secret_tool("search", "--all", "server", "Latchkey").splitlines()
    if line.startswith("secret = lks_")])
token = found[0].removeprefix("secret = ")
assert token not in json.dumps(profiles()), "the token stands in a file"
assert profiles()["profiles"][0]["onOwnServer"], profiles()
status, me = ask("GET", own_server() + "/v1/me", token=token)
assert status == 200 and me["role"] == "admin", (status, me)

step("another client signs in; the window shows it by itself")
status, other = ask("POST", own_server() + "/v1/session", {
    "login": "ADA@example.org", "password": PASSWORD,
    "device": {"label": "Other laptop", "program": "curl", "system": "Debian"}})
assert status == 200, other
other_token = other["signedIn"]["token"]
program.open_page("Access")
row = program.wait(lambda name: name.startswith("Other laptop"), "table cell")
picture("access")

step("end it; its next request is refused")
program.click(row)
program.press("End session")
until("the other session to be refused",
      lambda: ask("GET", own_server() + "/v1/me", token=other_token)[0] == 401, 5)
status, refusal = ask("GET", own_server() + "/v1/me", token=other_token)
assert refusal["code"] == "sessionEnded", refusal
picture("ended")

step("Chinese, while it runs")
program.open_page("Settings")
program.choose("Language", "End")
program.wait("设置", "radio button")
program.wait("登录管理", "radio button")
picture("chinese")
program.close()

step("start again: still signed in")
program = Program()
program.wait("设置", "radio button")
program.open_page("设置")
program.choose("语言", "Home")
program.wait("Settings", "radio button")
program.open_page("Home")
program.wait("You are signed in as ada@example.org.")
status, me = ask("GET", own_server() + "/v1/me", token=token)
assert status == 200, me

step("ended from outside: the window says so within a second and shows nothing; nothing typed is lost")
program.open_page("Profile")
program.type_by_keys("Name", "Ada Countess of Lovelace")
status, third = ask("POST", own_server() + "/v1/session", {
    "login": "ada@example.org", "password": PASSWORD,
    "device": {"label": "", "program": "curl", "system": ""}})
mine = me and ask("GET", own_server() + "/v1/session", token=token)[1]["id"]
ask("DELETE", own_server() + "/v1/sessions/" + mine, token=third["signedIn"]["token"])
program.wait("Sign in again", "push button", 1.5)
program.wait("You are signed out")
assert not program.find("Name", "text")
picture("ended-elsewhere")
program.press("Sign in again")
program.wait("Password", "password text")
subprocess.run(["xdotool", "type", "--delay", "20", PASSWORD], check=True)
subprocess.run(["xdotool", "key", "Return"], check=True)
assert program.text_of("Name") == "Ada Countess of Lovelace"
program.close()
keyring.terminate()
print("1 passed, 0 failed")
