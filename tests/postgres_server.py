"""A PostgreSQL server of the tests' own: in a folder that goes, on a Unix socket alone, ended by its own number."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER, PASSWORD = "desk", "lantern-7-river"


def programs() -> Path | None:
    """Return the folder that holds `initdb` and `postgres`, or nothing."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -float(path.parent.name))
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


def as_another() -> tuple[list[str], tuple[int, int] | None]:
    """Return what to put before a command so that it doesn't run as root, which PostgreSQL refuses, and as whom.

    In a namespace of its own root is the only user: there the command gets one more namespace, where it is not root.
    """
    if os.geteuid() != 0:
        return [], None
    if int(Path("/proc/self/uid_map").read_text().split()[2]) <= 65_534:
        return ["unshare", "--user", "--map-user=1000", "--map-group=1000"], None
    import pwd

    names = {user.pw_name: user for user in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    before = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return before, (user.pw_uid, user.pw_gid)


@contextmanager
def running_server(programs: Path) -> Iterator[str]:
    """Give the connection string of a fresh server; its superuser `desk` has a password."""
    home = Path(tempfile.mkdtemp(prefix="pg", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    (before, owner), data = as_another(), home / "data"
    try:
        (home / "password").write_text(PASSWORD)
        for path in (home, home / "password"):
            path.chmod(0o700)
            if owner:
                os.chown(path, *owner)
        made = subprocess.run(
            [*before, str(programs / "initdb"), "-D", str(data), "-U", USER, "-A", "scram-sha-256", "-E", "UTF8",
             "--locale=C", "--no-sync", f"--pwfile={home / 'password'}"],
            check=False, capture_output=True, text=True, cwd="/",
        )  # fmt: skip
        assert made.returncode == 0, made.stderr
        settings = {
            "listen_addresses": "", "unix_socket_directories": str(home), "shared_buffers": "32MB",
            "max_connections": "60", "synchronous_commit": "off",  # the store itself must ask for what is safe
        }  # fmt: skip
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (home / "log").open("wb") as log:
            process = subprocess.Popen(
                [*before, str(programs / "postgres"), "-D", str(data), *options], stdout=log, stderr=log, cwd="/"
            )
        try:
            address = f"postgresql://{USER}:{PASSWORD}@/postgres?host={home}"
            _wait(address, process, home / "log")
            yield address
        finally:
            process.send_signal(signal.SIGINT)  # its own fast shutdown
            process.wait(60)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _wait(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    import psycopg

    for _ in range(600):
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            assert process.poll() is None, log.read_text(errors="replace")
            time.sleep(0.05)
        else:
            return
    raise AssertionError(log.read_text(errors="replace"))
