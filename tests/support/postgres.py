"""A PostgreSQL of our own in a temporary folder: on a unix socket and on this machine's own address, and gone afterwards."""
from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from running import free_port

PASSWORD = "only-for-this-test"


def binaries() -> Path | None:
    """Where Debian keeps the newest one; None where there is none, or nobody it could run as."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4]))
    return found[-1].parent if found and (os.getuid() or _postgres()) else None


def _postgres() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return None


class Postgres:
    """One cluster. It refuses to run as root, so then it runs as Debian's user for it."""

    def __init__(self, where: Path) -> None:
        self._bin, self.folder, self.port, self._databases = where, Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp")), free_port(), 0
        self._as = [] if os.getuid() else ["runuser", "-u", "postgres", "--"]
        (self.folder / "password").write_text(PASSWORD, "ascii")
        if not os.getuid():
            for path in (self.folder, self.folder / "password"):
                shutil.chown(path, "postgres")
        self._run("initdb", "-D", f"{self.folder}/data", "-U", "daybook", "-A", "scram-sha-256", f"--pwfile={self.folder}/password", "-E", "UTF8",
                  "--no-sync")
        options = f"-k {self.folder} -p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off"
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-o", options, "-w", "start")

    def new_database(self, host: str = "127.0.0.1") -> str:
        """The URL of an empty one; `host`: an address, or the folder of the socket."""
        self._databases += 1
        name = f"daybook{self._databases}"
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "daybook", name)
        at = f"daybook:{PASSWORD}@127.0.0.1:{self.port}/{name}" if host == "127.0.0.1" else f"daybook:{PASSWORD}@/{name}?host={host}&port={self.port}"
        return f"postgresql+psycopg2://{at}"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        # pg_ctl's server keeps its pipes, so what it says goes to a file.
        with tempfile.TemporaryFile() as said:
            done = subprocess.run([*self._as, str(self._bin / program), *arguments], cwd="/", stdout=said, stderr=said, check=False,
                                  env={**os.environ, "PGPASSWORD": PASSWORD, "LC_ALL": "C.UTF-8"})
            said.seek(0)
            assert done.returncode == 0, said.read().decode("utf-8", "replace")
