"""An authenticator that is nobody's of ours, and an account that asks for its codes."""

import subprocess
import time

from wirewalking import DEVICE, PASSWORD, bearer

STEP = 30  # s


def code_of(secret, steps=0):
    """The code of now, or of so many steps later."""
    return subprocess.run(
        ["oathtool", "--totp", "--base32", f"--now=@{int(time.time()) + steps * STEP}", secret],
        check=True, capture_output=True, text=True).stdout.strip()


def early_in_a_step():
    """So that what is asked in the next seconds falls into this one."""
    while time.time() % STEP > STEP / 2:
        time.sleep(0.1)


def begin_to_enrol(own, token):
    begun = own.ask("POST", "/v1/factors/totp", {"name": "My phone"}, [bearer(token)])
    assert begun.status == 200, begun.body
    return begun.json()["id"], begun.json()["secret"]


def activate(own, token, factor, code):
    return own.ask("POST", f"/v1/factors/{factor}/activate", {"code": code}, [bearer(token)])


def enrol(own, token, steps=0):
    """By the code of so many steps later; its secret, and the token that there is then."""
    factor, secret = begin_to_enrol(own, token)
    activated = activate(own, token, factor, code_of(secret, steps))
    assert activated.status == 200, activated.body
    return secret, activated.json()["token"]


def challenge(own, login, password=PASSWORD, **more):
    """What a right password still leaves to be answered."""
    begun = own.ask("POST", "/v1/session",
                    {"login": login, "password": password, "device": DEVICE, **more})
    assert begun.status == 200 and "challenge" in begun.json(), begun.body
    return begun.json()["challenge"]["id"]


def answer(own, id, code, factor="totp", **more):
    return own.ask("POST", f"/v1/challenges/{id}", {"factor": factor, "code": code,
                                                    "trustDevice": False, **more})
