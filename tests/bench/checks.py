"""The token check, which comes with every request: against a static file, against the bare read."""
import statistics

from programs import FIRST, LAST, latchkey, nginx, output, wrk

TURNS = 3
SECONDS = 5
CONNECTIONS = 32


def check(build, room, table, path):
    token = (room / "tokens").read_text().split("\n", 1)[0]
    loads = {"ours": [], "nginx": []}
    with latchkey(build / "bin/latchkey", room / "accounts.db", FIRST) as server, nginx(room, FIRST) as static:
        file = room / ("www" + path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(server.get(path, token))
        for _ in range(TURNS):
            for name, program in (("ours", server), ("nginx", static)):
                loads[name].append(wrk(program, "checks.lua", [room / "tokens", path], CONNECTIONS,
                                       SECONDS, LAST))
        memory = server.memory(), static.memory()

    def middle(name, figure):
        return statistics.median(getattr(load, figure) for load in loads[name])

    ours, theirs = middle("ours", "rate"), middle("nginx", "rate")
    table.add(f"token check, GET {path}", f"{ours:,.0f}/s", f"nginx, static {theirs:,.0f}/s",
              f"{ours / theirs:.2f}", ">= 0.8", ours / theirs >= 0.8)
    mine, yours = middle("ours", "cpu") * 1e6, middle("nginx", "cpu") * 1e6
    table.add("  processor for each", f"{mine:.1f} us", f"nginx {yours:.1f} us",
              f"{yours / mine:.2f}")
    for percent in ("p50", "p99"):
        mine, yours = middle("ours", percent), middle("nginx", percent)
        table.add(f"  {percent} with {CONNECTIONS} at once", f"{mine:.2f} ms", f"nginx {yours:.2f} ms",
                  f"{mine / yours:.2f}")
    table.add("  memory after it: RSS, PSS, own", " ".join(f"{size:.1f}" for size in memory[0]),
              "nginx " + " ".join(f"{size:.1f}" for size in memory[1]))
    return ours


def checks(build, room, table):
    rate = check(build, room, table, "/v1/session")
    check(build, room, table, "/v1/me")
    for reads in (1, CONNECTIONS):
        bare = float(output(build / "bin/bench_lookups", room, 2, reads, core=FIRST))
        table.add(f"  against the read alone, {reads} a turn", f"{rate:,.0f}/s", f"read {bare:,.0f}/s",
                  f"{rate / bare:.2f}")
