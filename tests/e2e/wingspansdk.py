"""Wingspan's own program, unmodified, against the real server: sign-up to sign-out.

wingspansdk.py PROGRAM FOLDER   where the program from npm is kept
"""

import json
import os
import pathlib
import subprocess
import sys

from fromnpm import beside, installed
from identityprovider import GOOGLE, browse, person, providing
from posting import posting
from wingspanwalking import free_place, provided, texts_are_asked_for
from wirewalking import PASSWORD, Wire, serving

STAFF = {"lise": person("lise@staff.example", "Lise Meitner")}
OTHERS = {"emmy": person("emmy@mail.example", "Emmy Noether")}
PHONE = "+14104350691"


def main():
    program, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    walk = installed("wingspansdk", folder) / "walk.js"
    node = installed("openid", beside(program, "openid"))
    place = free_place()
    pages = ["--listen", place, "--public-address", "http://" + place]
    with posting() as post, serving(program, "wingspan", post, pages) as (own, alone), \
            providing(node, STAFF, returnPaths=["/sign-in/return/127.0.0.1"]) as staff, \
            providing(node, OTHERS, [GOOGLE], emailInToken=True) as google:
        provided(Wire(own), staff, google)
        sdk = subprocess.Popen(["node", walk, alone, PASSWORD], cwd=folder, text=True,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        seen, neighbours = [], []
        for line in sdk.stdout:
            said = json.loads(line)
            answer = ""
            if "codeTo" in said:
                answer = post.code_to(said["codeTo"])
            elif "enrol" in said:
                texts_are_asked_for(Wire(own), post, said["enrol"], PHONE)
            elif "browse" in said:
                answer = browse(node, said["browse"], "lise")["code"]
                assert answer, "the page shows no code"
            elif "idToken" in said:
                answer = google.id_token(GOOGLE, said["idToken"], "any")
            else:
                seen, neighbours = said["seen"], said["neighbours"]
            sdk.stdin.write(answer + "\n")
            sdk.stdin.flush()
        assert sdk.wait(60) == 0, "the program did not accept an answer"
        print(len(seen), "operations:", " ".join(seen))
        assert len(seen) == 21, seen
        print(len(neighbours), "beside them:", " ".join(neighbours))
        assert len(neighbours) == 21, neighbours


main()
