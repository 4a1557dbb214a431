"""Without a Secret Service the program starts, says it, and works; nothing is kept in plain text."""

import fcntl
import os
import subprocess
import termios

from desktop import Program, picture

PASSWORD = "correct horse battery staple"


def sign_up(program, name, email):
    program.press("Work on this computer")
    program.type("Name", name)
    program.type("E-mail", email)
    program.type("Password", PASSWORD)
    program.press("Create account")
    program.wait("Where shall your session be kept?")
    program.wait("No keychain answers on this computer. Start it and try again, or keep "
                 "your session elsewhere.")


def files_with(text):
    found = subprocess.run(["grep", "-rlF", text, os.environ["HOME"]], capture_output=True, text=True)
    return found.stdout.split()


print("- keep it in an encrypted file", flush=True)
program = Program()
sign_up(program, "Ada", "ada@example.org")
picture("where-to-keep")
program.type("New passphrase", "four quiet walruses dance", "password text")
program.type("Repeat the passphrase", "four quiet walruses dance", "password text")
program.press("Keep it in an encrypted file")
program.wait("You are signed in as ada@example.org.")
program.close()
assert not files_with("lks_"), files_with("lks_")

print("- the shell asks for its passphrase too", flush=True)
PROGRAM = os.environ["LATCHKEY_PROGRAM"]


def sessions(*options, typed=""):
    return subprocess.run(["setsid", "-w", PROGRAM, "sessions", "list", *options], input=typed,
                          capture_output=True, text=True, timeout=30)


listed = sessions("--passphrase-stdin", typed="four quiet walruses dance\n")
assert listed.returncode == 0 and "(this one)" in listed.stdout, listed
assert sessions("--passphrase-stdin", typed="wrong\n").returncode == 1
unasked = sessions()
assert unasked.returncode == 3 and "--passphrase-stdin" in unasked.stderr, unasked


def at_terminal(typed):
    """What the terminal showed, whether it shows again what is typed, the exit code, the output."""
    ours, theirs = os.openpty()
    asking = subprocess.Popen([PROGRAM, "sessions", "list"], stdin=theirs, stderr=theirs,
                              stdout=subprocess.PIPE, start_new_session=True, text=True,
                              preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
    shown = b""
    while b"Passphrase: " not in shown:
        shown += os.read(ours, 1024)
    os.write(ours, typed)
    listed, _ = asking.communicate(timeout=30)
    echoes = bool(termios.tcgetattr(theirs)[3] & termios.ECHO)
    os.set_blocking(ours, False)
    shown += os.read(ours, 4096)
    return shown, echoes, asking.returncode, listed


shown, echoes, code, listed = at_terminal(b"four quiet walruses dance\n")
assert code == 0 and "(this one)" in listed and b"sesame" not in shown and echoes, (shown, code)
shown, echoes, code, listed = at_terminal(b"open ses\x03")
assert code == 3 and not listed and b"ses\r" not in shown and echoes, (shown, code)

print("- the start after that asks for the passphrase", flush=True)
program = Program()
program.wait("Passphrase of the file")
picture("unlock")
program.type("Passphrase of the file", "four quiet walruses dance", "password text")
program.press("Unlock")
program.wait("You are signed in as ada@example.org.")
program.close()
print("1 passed, 0 failed")
