"""Codes that really go out: the window at a server with an SMTP server and a gateway for texts. A phone is verified however it is typed, signing in asks for a code as a text, and a mail has the code for a new password."""

import contextlib
import os
import re
import subprocess
import tempfile

from desktop import picture, start_keyring
from posting import posting
from runningserver import RunningServer
from windowwalking import Window, step
from wirewalking import OTHER, Wire, join

EMAIL = "ada@example.org"
PHONE = "+14104350691"
NAME = "Example & Sons"


class Texted(Window):
    def type_code(self, code, label="Code"):
        """The last digit submits."""
        self.click(self.wait(label, "text"))
        subprocess.run(["xdotool", "key", "ctrl+a"], check=True)
        subprocess.run(["xdotool", "type", "--delay", "30", code], check=True)

    def takes_only(self, code):
        self.type_code(another_than(code))
        self.wait(lambda name: name.startswith("This is not the code"))
        picture("wrong-code")
        self.type_code(code)

    def add_codes_as_texts(self):
        """By the keys of a menu, which is in no tree while it is open."""
        self.click(self.wait("Add a second factor"))
        subprocess.run(["xdotool", "key", "--delay", "100", "Up", "Up", "Return"], check=True)
        self.wait("Codes as texts")
        self.press("Send the first code")

    def set_anew(self, code):
        self.type_code(code)
        self.type("New password", OTHER)
        self.press("Set the new password")


def another_than(code):
    return f"{(int(code) + 1) % 1000000:06}"


def texted(words):
    """The code in the next text, which says just that."""
    text = post.letter_to(PHONE)
    assert (text["event"], text["method"], text["path"]) == ("text", "POST", "/send"), text
    assert text["headers"]["content-type"] == "application/json", text
    said = re.fullmatch(r"(\d{6})" + re.escape(words), text["plain"])
    assert said, text["plain"]
    return said[1]


def mailed(subject):
    while (mail := post.letter_to(EMAIL))["headers"]["Subject"] != subject:
        pass
    assert mail["parts"] == ["text/plain", "text/html"] and not mail["defects"], mail
    return re.search(r"(?m)^    (\d{6})$", mail["plain"])[1]


around = contextlib.ExitStack()
folder = around.enter_context(tempfile.TemporaryDirectory())
post = around.enter_context(posting())
server = around.enter_context(RunningServer(os.environ["LATCHKEY_PROGRAM"], folder, "--quiet",
                                            "--name", NAME, *post.options))
join(Wire(server.address), "Root", "root@example.com", setupCode=server.setup_code)

keyring = start_keyring()
program = Texted(LC_ALL="en_US.UTF-8")  # a number without a country is from there

step("signing up waits for the code that the address gets")
program.connect(server.address, "Latchkey")
program.press("Continue")
program.sign_up("Ada Lovelace", EMAIL)
program.wait("Code", "text")
picture("sign-up")
program.takes_only(mailed(f"Verify your e-mail address for {NAME}"))
program.is_at_home_of(EMAIL)
program.press("Dismiss")  # it offers an authenticator

step("what is mailed and texted is in the account's language from here on")
program.open_page("Profile")
program.choose("Language", "End")
program.press("Save changes")
program.wait("Your profile is saved.")

step("a phone is verified, however it is typed")
program.press("Add a phone")
program.type("Phone number", "(410) 435-0691 x609")
program.press("Send the code")
program.wait(lambda name: name.startswith(f"A text message with a code was sent to {PHONE}."))
picture("phone")
program.takes_only(texted(f" 是 {NAME} 验证此手机的验证码，5 分钟内有效。请勿告诉任何人。"))
program.wait("Verified: texts to this number reach you.")
program.wait(PHONE)
picture("verified")

step("codes as texts become a second factor")
program.open_page("Security")
program.add_codes_as_texts()
program.takes_only(texted(f" 是您在 {NAME} 确认身份的验证码，5 分钟内有效。请勿告诉任何人。"))
program.wait(lambda name: re.fullmatch(r"[0-9A-Z]{5}-[0-9A-Z]{5}", name))
program.press("I have saved them", "check box")
program.press("Done")
program.wait("Remove Codes as texts", "push button")
picture("security")

step("a password that was forgotten is set anew by a code from the mailbox")
program.open_page("Home")
program.press("Sign out")
program.press("Sign in again")
program.press("Forgot your password?")
program.press("Send the code")
code = mailed(f"为 {NAME} 设置新密码")
program.set_anew(another_than(code))
program.wait(lambda name: name.startswith("This is not the code"))
picture("reset")
program.set_anew(code)
program.wait(lambda name: name.startswith("Your new password is set"))

step("signing in with it asks for a code, and a text has it")
program.type("Password", OTHER)
program.press("Sign in")
program.wait("Code", "text")
picture("texted")
program.takes_only(texted(f" 是您登录 {NAME} 的验证码，5 分钟内有效。请勿告诉任何人。"))
program.is_at_home_of(EMAIL)

assert not [letter for letter in post.unread() if letter["event"] == "text"]
program.close()
keyring.terminate()
around.close()
print("1 passed, 0 failed")
