"""Signing in, which is to cost what argon2id costs and disturb nobody."""
import statistics
import time

from programs import CORES, latchkey, output, start_wrk, wrk, Load

PASSWORD = "correct horse battery staple"
TURNS = 3
SECONDS = 4


def cost(build, room, table):
    """One after the other, so that they don't take the memory's time from each other."""
    signed, bare = [], []
    with latchkey(build / "bin/latchkey", room / "accounts.db") as server:
        before, before_hashing = server.cpu(), server.cpu("passwords")
        for _ in range(TURNS):
            signed.append(wrk(server, "signins.lua", [room / "emails", PASSWORD], 1, SECONDS))
            bare.append(float(output(build / "bin/bench_hashes", 100, PASSWORD)))
        share = (server.cpu("passwords") - before_hashing) / (server.cpu() - before)
    whole = statistics.median(load.cpu for load in signed) * 1000
    hashing = statistics.median(bare)
    # Among other threads a hash is dearer than alone: its 19 MiB are mapped and unmapped under one
    # lock, and every core that runs the process has to hear of it.
    table.add("argon2id's share of a sign-in", f"{share:.1%}", goal=">= 90 %", met=share >= 0.9)
    table.add("  processor for each", f"{whole:.2f} ms", f"argon2id alone {hashing:.2f} ms",
              f"{hashing / whole:.1%}")
    latency = " ".join(f"{statistics.median(getattr(load, name) for load in signed):.1f}"
                       for name in ("p50", "p99"))
    table.add("  one after the other", f"{statistics.median(l.rate for l in signed):.0f}/s",
              f"p50 p99 {latency} ms")


def storm(build, room, table):
    """Checks at a steady pace, alone and while eight clients sign in on all cores."""
    tokens = [room / "tokens", "/v1/session"]
    quiet, stormy, storms = [], [], []
    with latchkey(build / "bin/latchkey", room / "accounts.db") as server:
        for _ in range(TURNS):
            quiet.append(wrk(server, "checks.lua", tokens, 8, SECONDS, pause=10))
            before, begun = server.cpu(), time.monotonic()
            signing = start_wrk(server, "signins.lua", [room / "emails", PASSWORD], 8, SECONDS + 2)
            time.sleep(1)
            stormy.append(wrk(server, "checks.lua", tokens, 8, SECONDS, pause=10))
            text = signing.communicate()[0]
            storms.append(Load(text, time.monotonic() - begun, server.cpu() - before))
        memory = server.memory()
    calm = statistics.median(load.p99 for load in quiet)
    rough = statistics.median(load.p99 for load in stormy)
    table.add("p99 of token checks in a storm", f"{rough:.2f} ms", f"quiet {calm:.2f} ms",
              f"{rough / calm:.1f}", "< 10", rough / calm < 10)
    calm = statistics.median(load.p50 for load in quiet)
    rough = statistics.median(load.p50 for load in stormy)
    table.add("  p50", f"{rough:.2f} ms", f"quiet {calm:.2f} ms", f"{rough / calm:.1f}")
    rate = statistics.median(load.rate for load in storms)
    busy = statistics.median(load.busy for load in storms)
    table.add("  the storm", f"{rate:.0f} sign-ins/s",
              f"{busy:.2f} of {len(CORES)} cores, checks {stormy[0].rate:.0f}/s")
    table.add("  memory after it: RSS, PSS, own", " ".join(f"{size:.1f}" for size in memory))
