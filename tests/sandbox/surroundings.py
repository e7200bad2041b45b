"""What a submission must leave as it was: processes, descriptors and files around the judge, a secret, a victim."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from sandbox import scratch
from sandbox.problem import JudgeResult

SETTLE_SECONDS = 10.0
"""How long dying processes and a replaced fork server may take, on a busy machine."""


class Surroundings:
    """Baits around a judge, and what they looked like before the first attack."""

    def __init__(self, folder: Path) -> None:
        self.secret = f"secret-{uuid.uuid4().hex}"
        self.mark = f"mianjing-pwned-{uuid.uuid4().hex}"
        """Part of every name that an attack writes."""
        self.folder = folder
        self.file = folder / "secret.py"
        self.file.write_text(f"SECRET = {self.secret!r}\n", encoding="utf-8")
        folder.chmod(0o777)
        self.file.chmod(0o666)
        self.before = os.environ.get("MIANJING_TEST_SECRET")
        os.environ["MIANJING_TEST_SECRET"] = self.secret
        self.victim = subprocess.Popen(["/bin/sleep", "1000000"], env={"SECRET": self.secret})
        self.connections: list[str] = []
        self.sockets = [
            _listener(socket.AF_INET, ("127.0.0.1", 0)),
            _listener(socket.AF_UNIX, f"\0{self.mark}"),
            _listener(socket.AF_UNIX, str(folder / "socket")),
        ]
        self.datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.datagrams.bind(("127.0.0.1", 0))
        self.datagrams.setblocking(False)
        for listener in self.sockets:
            threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
        self.file_state = _state(self.file)
        self.processes = 0
        self.descriptors = 0

    def remember(self) -> None:
        """Takes the judge, warm and idle, as the state to come back to."""
        time.sleep(0.5)
        self.processes = len(_living_descendants())
        self.descriptors = len(os.listdir("/proc/self/fd"))

    def places(self) -> dict[str, object]:
        """What an attack is told: it could find all of it by looking around."""
        return {
            "secret": str(self.file),
            "folder": str(self.folder),
            "repository": str(Path(__file__).resolve().parents[2]),
            "home": os.path.expanduser("~"),
            "judge": os.getpid(),
            "victim": self.victim.pid,
            "port": self.sockets[0].getsockname()[1],
            "datagrams": self.datagrams.getsockname()[1],
            "abstract": self.sockets[1].getsockname().decode(),
            "socket": str(self.folder / "socket"),
            "mark": self.mark,
        }

    def assert_unchanged(self) -> None:
        """No process or descriptor more than at first, no file written, nobody called, the victim well."""
        _eventually(lambda: len(_living_descendants()) <= self.processes, lambda: f"left running: {_described()}")
        _eventually(
            lambda: len(os.listdir("/proc/self/fd")) <= self.descriptors, lambda: f"left open: {_open_descriptors()}"
        )
        assert self.victim.poll() is None
        assert _status(self.victim.pid).get("State", "").startswith("S")
        assert _status(self.victim.pid).get("TracerPid") == "0"
        assert _state(self.file) == self.file_state
        assert self.connections == []
        with contextlib.suppress(BlockingIOError):
            raise AssertionError(f"a datagram came: {self.datagrams.recv(100)!r}")
        assert sorted(path.name for path in self.folder.iterdir()) == ["secret.py", "socket"]
        assert _marked_files(self.mark) == []

    def assert_not_leaked(self, result: JudgeResult) -> None:
        told = result.model_dump_json()
        assert self.secret not in told
        assert "root:x:0" not in told

    def close(self) -> None:
        del os.environ["MIANJING_TEST_SECRET"]
        if self.before is not None:
            os.environ["MIANJING_TEST_SECRET"] = self.before
        self.victim.kill()
        self.victim.wait()
        self.datagrams.close()
        for listener in self.sockets:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, address = listener.accept()
                connection.close()
                self.connections.append(f"{listener.getsockname()} from {address}")


def _listener(family: int, address: tuple[str, int] | str) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.bind(address)
    listener.listen()
    return listener


def _eventually(holds: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    deadline = time.monotonic() + SETTLE_SECONDS
    while not holds():
        assert time.monotonic() < deadline, otherwise()
        time.sleep(0.02)


def _state(path: Path) -> tuple[object, ...]:
    found = path.stat()
    return (path.read_bytes(), found.st_mode, found.st_uid, found.st_gid, found.st_mtime_ns, os.listxattr(path))


def _status(pid: int) -> dict[str, str]:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return {}
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def _living_descendants() -> list[int]:
    """All processes below this one that are not dead."""
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with contextlib.suppress(OSError):
                # The name, in brackets before these, may hold anything. `status` would take five times as long.
                state, parent = Path(f"/proc/{entry}/stat").read_bytes().rpartition(b")")[2].split()[:2]
                if state not in (b"Z", b"X"):
                    children.setdefault(int(parent), []).append(int(entry))
    found: list[int] = []
    rest = [os.getpid()]
    while rest:
        below = children.get(rest.pop(), [])
        found += below
        rest += below
    return found


def _described() -> list[str]:
    return [f"{pid} {_status(pid).get('Name')} {_status(pid).get('State')}" for pid in _living_descendants()]


def _open_descriptors() -> list[str]:
    found = []
    for number in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            found.append(f"{number} {os.readlink(f'/proc/self/fd/{number}')}")
    return found


def _marked_files(mark: str) -> list[str]:
    places = {"/tmp", "/var/tmp", "/dev/shm", "/", "/run", os.getcwd(), os.path.expanduser("~"), tempfile.gettempdir()}
    found = []
    for place in places:
        with contextlib.suppress(OSError):
            found += [entry.path for entry in os.scandir(place) if mark in entry.name]
    # The folders in which submissions run where there are no namespaces.
    for parent in (scratch.MEMORY, Path(tempfile.gettempdir())):
        found += [str(path) for path in parent.glob(f"{scratch.PREFIX}*/*{mark}*")]
    return found
