"""The real server, killed in the middle of 1,000 sign-ups: whatever was answered is there afterwards.

killed.py PROGRAM
"""

import concurrent.futures
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading

SIGN_UPS = 1000
KILL_AFTER = 150


class Server:
    def __init__(self, program, folder):
        self.database = os.path.join(folder, "accounts.db")
        self.process = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0", "--database", self.database, "--quiet"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={**os.environ, "HOME": folder})
        first = self.process.stdout.readline()
        self.port = int(re.search(r":(\d+)$", first.strip()).group(1))
        self.code = None

    def read_code(self):
        for line in self.process.stdout:
            if re.fullmatch(r"\s+[A-Z0-9-]{10,}\s*", line):
                return line.strip()
        raise SystemExit("no set-up code was printed")

    def ask(self, method, path, body=None, token=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if token:
            headers["Authorization"] = "Bearer " + token
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read() or b"null")


def account(number):
    return {"name": f"Person {number}", "email": f"person{number}@example.org",
            "password": "correct horse battery staple", "language": "en",
            "device": {"label": "", "program": "killed", "system": ""}}


def outlives_its_terminal(program, folder):
    """Nobody reads its log any more; then the terminal goes."""
    server = subprocess.Popen(
        [program, "serve", "--listen", "127.0.0.1:0", "--database", os.path.join(folder, "other.db")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "HOME": folder},
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL))
    port = int(re.search(r":(\d+)$", server.stdout.readline().strip()).group(1))
    server.stderr.close()
    for _ in range(3):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/v1/server")
        assert connection.getresponse().status == 200
    server.send_signal(signal.SIGHUP)
    assert server.wait(10) == 0


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        server = Server(program, folder)
        status, first = server.ask("POST", "/v1/users",
                                   {**account(0), "setupCode": server.read_code()})
        assert status == 200, first
        answered = {0: first["signedIn"]["token"]}
        lock = threading.Lock()

        def sign_up(number):
            try:
                status, reply = server.ask("POST", "/v1/users", account(number))
            except (OSError, http.client.HTTPException):
                return
            if status == 200:
                with lock:
                    answered[number] = reply["signedIn"]["token"]
                    if len(answered) == KILL_AFTER:
                        server.process.send_signal(signal.SIGKILL)

        with concurrent.futures.ThreadPoolExecutor(12) as people:
            list(people.map(sign_up, range(1, SIGN_UPS + 1)))
        server.process.wait(10)
        assert KILL_AFTER <= len(answered) < SIGN_UPS, len(answered)

        server = Server(program, folder)
        for number, token in answered.items():
            status, me = server.ask("GET", "/v1/me", token=token)
            assert status == 200 and me["email"] == f"person{number}@example.org", (number, me)
        check = subprocess.run(["sqlite3", server.database, "PRAGMA integrity_check"],
                               capture_output=True, text=True).stdout.strip()
        assert check == "ok", check
        chain = subprocess.run([program, "audit", "verify", "--database", server.database],
                               capture_output=True, text=True)
        assert chain.returncode == 0, chain.stdout + chain.stderr
        status, _ = server.ask("POST", "/v1/users", account(SIGN_UPS + 1))
        assert status == 200, status
        server.process.terminate()
        assert server.process.wait(10) == 0
        print(f"{len(answered)} answered before the end, all there; {chain.stdout.strip()}")
        outlives_its_terminal(program, folder)
        print("1 passed, 0 failed")


main()
