"""The real server without a window: started at a free port, ended, killed, started again."""

import os
import re
import subprocess
import weakref


class RunningServer:
    """One run of `latchkey serve`, over the database in that folder. What it writes is appended to
    `server.log` there."""

    def __init__(self, program, folder, *options, **environment):
        self.database = os.path.join(folder, "accounts.db")
        self.log = os.path.join(folder, "server.log")
        self.said = ""
        self.address = self.wire_address = self.setup_code = None
        self._begins_at = os.path.getsize(self.log) if os.path.exists(self.log) else 0
        is_new = not os.path.exists(self.database)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [program, "serve", "--listen", "127.0.0.1:0", "--database", self.database, *options],
                stdout=subprocess.PIPE, stderr=log, text=True,
                env={**os.environ, "HOME": folder, **environment})
        weakref.finalize(self, end, self.process)  # also where a story breaks off
        self._listen("--wire" in options, is_new)

    def _listen(self, has_wire, is_new):
        while not (self.address and (self.wire_address or not has_wire) and
                   (self.setup_code or not is_new)):
            line = self.process.stdout.readline()
            assert line, "the server did not start: " + self.logged()
            self.said += line
            if found := re.search(r"Listening on (\S+)( for \w+)?$", line.strip()):
                if found[2]:
                    self.wire_address = found[1]
                else:
                    self.address = found[1]
            if re.fullmatch(r"\s+[A-Z0-9-]{10,}\s*", line):
                self.setup_code = line.strip()

    def logged(self):
        """By this run."""
        with open(self.log, errors="replace") as log:
            log.seek(self._begins_at)
            return log.read()

    def end(self):
        return end(self.process)

    def kill(self):
        self.process.kill()
        self.process.wait(20)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()


def end(process):
    """Its exit code."""
    if process.poll() is None:
        process.terminate()
    return process.wait(20)
