"""Without a Secret Service the program starts, says it, and works; nothing is kept in plain text."""

import os
import subprocess

from desktop import Program, picture

PASSWORD = "correct horse battery staple"


def sign_up(program, name, email):
    program.press("Work on this computer")
    program.type("Name", name)
    program.type("E-mail", email)
    program.type("Password", PASSWORD)
    program.press("Create account")
    program.wait("Where shall your session be kept?")
    program.wait("This computer has no keychain in which your session could be kept.")


def files_with(text):
    found = subprocess.run(["grep", "-rlF", text, os.environ["HOME"]], capture_output=True, text=True)
    return found.stdout.split()


print("- keep it in an encrypted file", flush=True)
program = Program()
sign_up(program, "Ada", "ada@example.org")
picture("where-to-keep")
program.type("New passphrase", "open sesame please", "password text")
program.type("Repeat the passphrase", "open sesame please", "password text")
program.press("Keep it in an encrypted file")
program.wait("You are signed in as ada@example.org.")
program.close()
assert not files_with("lks_"), files_with("lks_")

print("- the shell asks for its passphrase too", flush=True)
PROGRAM = os.environ["LATCHKEY_PROGRAM"]


def sessions(*options, typed=""):
    return subprocess.run(["setsid", "-w", PROGRAM, "sessions", "list", *options], input=typed,
                          capture_output=True, text=True, timeout=30)


listed = sessions("--passphrase-stdin", typed="open sesame please\n")
assert listed.returncode == 0 and "(this one)" in listed.stdout, listed
assert sessions("--passphrase-stdin", typed="wrong\n").returncode == 1
unasked = sessions()
assert unasked.returncode == 3 and "--passphrase-stdin" in unasked.stderr, unasked

print("- the start after that asks for the passphrase", flush=True)
program = Program()
program.wait("Passphrase of the file")
picture("unlock")
program.type("Passphrase of the file", "open sesame please", "password text")
program.press("Unlock")
program.wait("You are signed in as ada@example.org.")
program.close()
print("1 passed, 0 failed")
