"""From the start of a process to what somebody notices of it."""
import http.client
import os
import shutil
import statistics
import subprocess
import time

from programs import free_port

FRAMES = 60
STARTS = 20


def to_first_frame(program, home):
    """Milliseconds; in a home where nothing was before."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": os.environ["XDG_RUNTIME_DIR"],
                    "LATCHKEY_STARTED_AT": str(time.monotonic_ns())}
    return float(subprocess.run([program], check=True, env=environment, text=True, timeout=30,
                                stdout=subprocess.PIPE).stdout)


def first_frame(build, room, table):
    """Of pairs that stand side by side, each in either order: a machine that is slow for a while is
    slow for both, and whoever comes second finds what the first one left warm."""
    ours, empty = build / "bin/latchkey", build / "bin/bench_emptywindow"
    pairs = []
    os.sync()  # what was seeded is not written while windows open
    for turn in range(FRAMES + 1):
        took = {program: to_first_frame(program, room / "home")
                for program in ((ours, empty) if turn % 2 else (empty, ours))}
        if turn:  # the first reads the disk
            pairs.append((took[ours], took[empty]))
    mine, floor = (statistics.median(times) for times in zip(*pairs))
    ratio = statistics.median(frame / least for frame, least in pairs)
    table.add("start to first frame", f"{mine:.1f} ms", f"empty window {floor:.1f} ms",
              f"{ratio:.2f}", "<= 1.5", ratio <= 1.5)


def to_first_answer(build, database):
    port = free_port()
    command = [build / "bin/latchkey", "serve", "--quiet", "--listen", f"127.0.0.1:{port}",
               "--database", database]
    begun = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, close_fds=False) as server:
        server.stdout.readline()
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", "/v1/server")
        connection.getresponse().read()
        took = time.monotonic() - begun
        connection.close()
        server.terminate()
    return took * 1000


def first_answer(build, room, table):
    kept = room / "kept.db"
    to_first_answer(build, kept)
    again, fresh = [], []
    for turn in range(STARTS):
        again.append(to_first_answer(build, kept))
        fresh.append(to_first_answer(build, room / f"fresh{turn}.db"))
    for what, times in (("", again), (", new database", fresh)):
        took = statistics.median(times)
        table.add("server's start to first answer" + what, f"{took:.1f} ms", goal="< 50 ms",
                  met=took < 50)
