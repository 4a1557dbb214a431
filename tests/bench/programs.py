"""The programs that are measured: how they are started, what they cost, how they end."""
import contextlib
import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
CORES = sorted(os.sched_getaffinity(0))
FIRST, LAST = CORES[0], CORES[-1]


def pinned(core, command):
    return command if core is None else ["taskset", "-c", str(core), *command]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    until = time.monotonic() + 10
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.01)
    raise RuntimeError(f"nobody answers on port {port}")


class Program:
    """One that listens on a port of this machine, until the end of a `with`."""

    def __init__(self, command, port, core=None):
        self.port = port
        self._command = pinned(core, [str(part) for part in command])

    def __enter__(self):
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)
        wait_for(self.port)
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        self._process.terminate()
        self._process.wait(30)

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def get(self, path, token=None):
        request = urllib.request.Request(self.url(path))
        if token:
            request.add_header("Authorization", "Bearer " + token)
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def cpu(self, thread=None):
        """Seconds of processor time, to the nanosecond: of all its threads, or those of one name."""
        tasks = pathlib.Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks
                   if not thread or (task / "comm").read_text().strip() == thread) / 1e9

    def memory(self):
        """RSS, PSS and what is its own alone, in MiB."""
        sizes = {}
        for line in pathlib.Path(f"/proc/{self._process.pid}/smaps_rollup").read_text().splitlines():
            if match := re.match(r"(\w+): +(\d+) kB", line):
                sizes[match[1]] = int(match[2]) / 1024
        return sizes["Rss"], sizes["Pss"], sizes["Private_Clean"] + sizes["Private_Dirty"]


def latchkey(program, database, core=None, wrapper=()):
    port = free_port()
    return Program([*wrapper, program, "serve", "--quiet", "--threads", "1",
                    "--listen", f"127.0.0.1:{port}", "--database", database], port, core)


def nginx(folder, core):
    """As fast as it goes: one worker, files kept open, no log."""
    port = free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(f"""
        daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr crit;
        events {{ worker_connections 1024; }}
        http {{
            access_log off; sendfile on; tcp_nopush on; tcp_nodelay on;
            keepalive_requests 1000000000; open_file_cache max=100 inactive=1h;
            types {{ }} default_type application/json;
            client_body_temp_path {folder}/n1; proxy_temp_path {folder}/n2;
            fastcgi_temp_path {folder}/n3; uwsgi_temp_path {folder}/n4; scgi_temp_path {folder}/n5;
            server {{ listen 127.0.0.1:{port}; root {folder}/www; }}
        }}""")
    binary = "/usr/sbin/nginx"
    return Program([binary, "-e", "stderr", "-p", folder, "-c", configuration], port, core)


class Load:
    """What wrk saw, and what the one who answered paid for it."""

    def __init__(self, text, seconds, cpu):
        def milliseconds(name):
            value, unit = re.search(rf"{name}%\s+([\d.]+)(us|ms|s)", text).groups()
            return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]

        if re.search("Non-2xx|Socket errors", text):
            raise RuntimeError("not every request was answered:\n" + text)
        self.count = int(re.search(r"(\d+) requests in", text)[1])
        self.rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
        self.p50, self.p99 = milliseconds("50"), milliseconds("99")
        self.cpu = cpu / self.count
        self.busy = cpu / seconds


def start_wrk(program, script, arguments, connections, seconds, core=None, pause=None):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "--latency",
               "-s", str(HERE / script), program.url("/"), "--", *map(str, arguments)]
    environment = dict(os.environ, **({"BENCH_PAUSE": str(pause)} if pause else {}))
    return subprocess.Popen(pinned(core, command), stdout=subprocess.PIPE, text=True,
                            env=environment)


def wrk(program, script, arguments, connections, seconds, core=None, pause=None):
    before, begun = program.cpu(), time.monotonic()
    text = start_wrk(program, script, arguments, connections, seconds, core, pause).communicate()[0]
    return Load(text, time.monotonic() - begun, program.cpu() - before)


def output(*command, core=None):
    return subprocess.run(pinned(core, [str(part) for part in command]), check=True, text=True,
                          stdout=subprocess.PIPE).stdout.strip()
