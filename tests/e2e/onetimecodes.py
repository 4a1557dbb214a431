"""The codes of an authenticator at the running server: each step is taken once, and one step early or
late does, too.

onetimecodes.py PROGRAM
"""

import os
import sys
import tempfile
import time

from authenticator import (STEP, activate, answer, begin_to_enrol, challenge, code_of,
                           early_in_a_step, enrol)
from runningserver import RunningServer
from wirewalking import Wire, join

PROGRAM = os.path.abspath(sys.argv[1])


def step(words):
    print("-", words, flush=True)


def takes(login, code):
    answered = answer(own, challenge(own, login), code)
    assert answered.status == 200 and "signedIn" in answered.json(), answered.body


def refuses(login, code):
    is_refused(answer(own, challenge(own, login), code))


def is_refused(answered):
    assert (answered.status, answered.json()["code"]) == (422, "wrongCode"), answered.body


with tempfile.TemporaryDirectory() as folder, RunningServer(PROGRAM, folder, "--quiet") as server:
    own = Wire(server.address)
    ada = join(own, "Ada", "ada@example.org", setupCode=server.setup_code)["token"]
    lise = join(own, "Lise", "lise@example.org")["token"]

    step("adding one takes a code of now or of one step ago, not of two")
    early_in_a_step()
    factor, of_lise = begin_to_enrol(own, lise)
    for steps in (-2, 2):
        is_refused(activate(own, lise, factor, code_of(of_lise, steps)))
    assert activate(own, lise, factor, code_of(of_lise, -1)).status == 200
    of_ada, _ = enrol(own, ada, -1)
    early = time.time() // STEP

    step("a code is taken once, one of the next step as well, and none of before that any more")
    now, next = code_of(of_ada), code_of(of_ada, 1)
    refuses("ada@example.org", code_of(of_ada, 2))
    takes("ada@example.org", now)
    refuses("ada@example.org", now)
    takes("ada@example.org", next)
    refuses("ada@example.org", next)
    refuses("ada@example.org", now)

    step("a code of the step before is taken at sign-in, too, and once")
    of_the_step = code_of(of_lise)
    assert time.time() // STEP == early, "this machine is too slow for that"
    time.sleep(STEP - time.time() % STEP + 0.5)
    takes("lise@example.org", of_the_step)
    refuses("lise@example.org", of_the_step)
    takes("lise@example.org", code_of(of_lise))
print("1 passed, 0 failed")
