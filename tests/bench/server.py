"""What a server costs that nobody asks, and what one check costs in instructions."""
import http.client
import re
import shutil
import time

from programs import latchkey, output


def idle(build, room, table):
    with latchkey(build / "bin/latchkey", room / "idle.db") as server:
        time.sleep(3)
        before = server.cpu()
        time.sleep(2)
        used = server.cpu() - before
        resident, shared, own = server.memory()
    table.add("idle server, RSS", f"{resident:.1f} MiB", f"PSS {shared:.1f}, own {own:.1f}",
              goal="< 15 MiB", met=resident < 15)
    table.add("  processor while idle", f"{used / 2 * 1e6:.0f} us each second")


def count(program, room, checks):
    """All instructions of a server that answers so many checks."""
    report = room / f"callgrind.{checks}"
    token = (room / "tokens").read_text().split("\n", 1)[0]
    wrapper = ["valgrind", "--quiet", "--tool=callgrind", f"--callgrind-out-file={report}"]
    with latchkey(program, room / "accounts.db", wrapper=wrapper) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        for _ in range(checks):
            connection.request("GET", "/v1/session", headers={"Authorization": "Bearer " + token})
            if len(connection.getresponse().read()) < 100:
                raise RuntimeError("a check was refused")
        connection.close()
    return int(re.search(r"^(?:summary|totals): (\d+)", report.read_text(), re.M)[1])


def instructions(build, room, table):
    if not shutil.which("valgrind") or not shutil.which("objcopy"):
        table.add("instructions for a token check", "not counted", "valgrind is not installed")
        return
    # Valgrind does not read the symbols that every compiler writes.
    for part in ("bin/latchkey", "lib/latchkey/commands.so"):
        (room / "stripped" / part).parent.mkdir(parents=True, exist_ok=True)
        output("objcopy", "--strip-debug", build / part, room / "stripped" / part)
    program = room / "stripped/bin/latchkey"
    few, many = 500, 4500
    each = (count(program, room, many) - count(program, room, few)) / (many - few)
    table.add("instructions for a token check", f"{each:,.0f}", "one a turn, one connection")
