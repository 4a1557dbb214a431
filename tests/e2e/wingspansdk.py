"""Wingspan's own program, unmodified, against the real server: sign-up to sign-out.

wingspansdk.py PROGRAM FOLDER   where the program from npm is kept
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from wirewalking import PASSWORD, Wire, posting, serving

HERE = pathlib.Path(__file__).resolve().parent / "wingspansdk"
DEVICE = {"label": "", "program": "test", "system": ""}


def installed(folder):
    """The program as npm has it, by the sums of the lock file; once."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = (HERE / "package-lock.json").read_bytes()
    done = folder / "installed.json"
    if not done.exists() or done.read_bytes() != lock:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"],
                       cwd=folder, check=True)
        done.write_bytes(lock)
    shutil.copy(HERE / "walk.js", folder)
    return folder / "walk.js"


def enrol(own, post, email):
    """Codes by text as a second factor, by our own wire: this page has no word for it."""
    begun = own.ask("POST", "/v1/session",
                    {"login": email, "password": PASSWORD, "device": DEVICE}).json()
    bearer = ["Authorization: Bearer " + begun["signedIn"]["token"]]
    factor = own.ask("POST", "/v1/factors/codes", {"kind": "smsCode", "name": "Phone"}, bearer)
    assert factor.status == 200, factor.body
    code = post.code_to("+14104350691")
    active = own.ask("POST", f"/v1/factors/{factor.json()['id']}/activate",
                     {"code": code}, bearer)
    assert active.status == 200, active.body


def main():
    program, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    walk = installed(folder)
    with posting() as post, serving(program, "wingspan", post) as (own, alone):
        sdk = subprocess.Popen(["node", walk, alone, PASSWORD], cwd=folder, text=True,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        seen = []
        for line in sdk.stdout:
            said = json.loads(line)
            answer = ""
            if "codeTo" in said:
                answer = post.code_to(said["codeTo"])
            elif "enrol" in said:
                enrol(Wire(own), post, said["enrol"])
            else:
                seen = said["seen"]
            sdk.stdin.write(answer + "\n")
            sdk.stdin.flush()
        assert sdk.wait(60) == 0, "the program did not accept an answer"
        print(len(seen), "operations:", " ".join(seen))
        assert len(seen) == 19, seen


main()
