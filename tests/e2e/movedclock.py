"""A clock that is put forward: whatever program is started by it believes it (libfaketime)."""

import contextlib
import glob
import os
import tempfile
import time


class Clock:
    def __init__(self, folder):
        self._file = os.path.join(folder, "ahead")
        self._ahead = 0
        self.put_forward(0)
        library, = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
        # Only what time of day it is: how long something takes stays true.
        self.environment = {
            "LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": self._file,
            "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}

    def put_forward(self, hours):
        # When a session was used is written behind the answer; on a slow disk it would be written at
        # the time to come.
        if hours:
            time.sleep(0.2)
        self._ahead += round(hours * 3600)
        with open(self._file + ".new", "w") as ahead:
            ahead.write(f"+{self._ahead}s\n")
        os.replace(ahead.name, self._file)  # never seen half written


@contextlib.contextmanager
def clocked():
    with tempfile.TemporaryDirectory() as folder:
        yield Clock(folder)
