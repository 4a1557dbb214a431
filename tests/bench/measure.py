"""Measures, and tells at the end what was measured against what: measure.py BUILD ROOM [WHAT...]"""
import pathlib
import sys

import checks
import server
import signins
import startup
import timing
from programs import output
from table import Table

USERS, SESSIONS = 10_000, 100_000


def main():
    build, room = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    parts = {"frame": startup.first_frame, "answer": startup.first_answer, "idle": server.idle,
             "checks": checks.checks, "signins": signins.cost, "storm": signins.storm,
             "timing": timing.timing, "instructions": server.instructions}
    wanted = sys.argv[3:] or list(parts)
    if unknown := set(wanted) - set(parts):
        sys.exit(f"no such measurement: {' '.join(unknown)}; there are {' '.join(parts)}")
    if not (build / "bin/bench_emptywindow").exists():
        wanted.remove("frame")

    table = Table()
    print(f"Seeding {USERS:,} accounts and {SESSIONS:,} sessions", flush=True)
    output(build / "bin/bench_seed", room, USERS, SESSIONS, signins.PASSWORD)
    for name in wanted:
        print(f"Measuring: {name}", flush=True)
        parts[name](build, room, table)
    print(f"\n{table}")


main()
