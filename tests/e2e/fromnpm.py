"""Programs from npm, by the sums of their lock files."""

import fcntl
import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent


def beside(program, name):
    """Where they are kept for that build."""
    return pathlib.Path(program).resolve().parents[1] / "tests" / "e2e" / name


def installed(name, folder):
    """That folder, with what `name` needs and its own sources. One at a time fetches them, once."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        lock = (HERE / name / "package-lock.json").read_bytes()
        done = folder / "installed.json"
        if not done.exists() or done.read_bytes() != lock:
            for file in ("package.json", "package-lock.json"):
                shutil.copy(HERE / name / file, folder)
            subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"],
                           cwd=folder, check=True)
            done.write_bytes(lock)
        for source in (HERE / name).glob("*.js"):
            shutil.copy(source, folder)
    return folder
