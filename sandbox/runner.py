"""Fork servers: started where submissions are locked in, tested, asked for children, replaced when they fail.

What is said to a child afterwards is sandbox.conversation's part.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import Any

from sandbox import isolation as levels
from sandbox.case import Case
from sandbox.conversation import Child, Limits
from sandbox.errors import ForkServerError

START_SECONDS = 120.0
"""Importing torch from a cold disk takes its time."""
FORK_SECONDS = 10.0
_PIPE_BYTES = 1 << 20
_ADDRESS_SPACE_SLACK = 192 << 20


class ForkServer:
    """One zygote process. Thread-safe; starts on first use and again when it has died or fallen silent."""

    def __init__(self, flavour: str, isolation: levels.Isolation) -> None:
        self.flavour = flavour
        self.isolation = isolation
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._pid = 0
        self._pidfd = -1
        self._folder = ""
        self._settings: dict[str, Any] = {}

    def start(self) -> None:
        """Imports the packages now instead of at the first submission. Raises ForkServerError,
        IsolationError.
        """
        with self._lock:
            self._ensure_started()

    def fork(self, memory_bytes: int, cpu_seconds: int) -> Child:
        """A locked-down child that waits for its job. Raises ForkServerError when two servers in a row fail."""
        with self._lock:
            for attempt in (1, 2):
                self._ensure_started()
                try:
                    return self._fork(memory_bytes, cpu_seconds)
                except (OSError, ValueError, ForkServerError) as error:
                    self._stop()
                    if attempt == 2:
                        raise ForkServerError(f"the fork server does not answer: {error}") from error
        raise AssertionError("unreachable")

    def close(self) -> None:
        with self._lock:
            self._stop()

    def _ensure_started(self) -> None:
        if self._process is not None and self._process.poll() is None:
            return
        self._stop()
        self._folder = tempfile.mkdtemp(prefix="mianjing-empty-")
        os.chmod(self._folder, 0o555)  # noqa: S103 - empty, and to be read by nobody's account
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command, environment = levels.zygote_command(self.flavour, self.isolation, theirs.fileno())
        complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed below, after the process has it
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
            env=environment,
            cwd=self._folder,
            pass_fds=(theirs.fileno(),),
        )
        theirs.close()
        self._control = ours
        try:
            self._pidfd, self._pid = self._answer(START_SECONDS)
        except (OSError, ValueError, ForkServerError) as error:
            self._stop()
            complaints.seek(0)
            said = complaints.read(4000).decode("utf-8", "replace").strip()
            raise ForkServerError(f"the fork server did not start: {error}. It said: {said or 'nothing'}") from error
        finally:
            complaints.close()
        inside = "/empty" if self.isolation.bubblewrap else self._folder
        visible = levels.visible_paths(self.flavour, self.isolation, inside)
        self._settings = {
            "readable": visible.readable,
            "listable": visible.listable,
            "landlock": bool(self.isolation.landlock),
            "seccomp": self.isolation.seccomp,
            "namespaces": self.isolation.bubblewrap is not None,
            "change_user": self.isolation.bubblewrap is None and levels.may_change_user(visible.readable),
        }
        if self.isolation.level:
            try:
                self._test_itself()
            except (OSError, ValueError, ForkServerError):
                self._stop()
                raise

    def _test_itself(self) -> None:
        """Lets a child try to get out. Raises ForkServerError where it can: the probes of the machine were
        wrong.
        """
        job = {
            "source": (Path(__file__).parent / "selftest.py").read_text(encoding="utf-8"),
            "entry": "escapes",
            "kind": "function",
            "driver": "call",
            "numpy_errors": [],
            "forbidden": {},
            "max_result_bytes": 1 << 16,
        }
        limits = Limits(seconds=20.0, memory_bytes=1 << 31, reply_bytes=1 << 16)
        with self._fork(memory_bytes=256 << 20, cpu_seconds=60) as child:
            ready = child.exchange(job, limits)
            outcome = child.exchange(Case.of("self-test", __file__).to_wire(), limits).value
        calls = outcome.get("calls") if isinstance(outcome, dict) else None
        if not calls or calls[0]["value"] != []:
            raise ForkServerError(f"the self-test of the isolation failed: {calls or ready}")

    def _answer(self, seconds: float) -> tuple[int, int]:
        """The pidfd that the server sends, and the process id that it stands for in our namespace."""
        assert self._control is not None
        self._control.settimeout(seconds)
        message, descriptors, _, _ = socket.recv_fds(self._control, 4096, 1)
        if not message or "error" in json.loads(message) or len(descriptors) != 1:
            for descriptor in descriptors:
                os.close(descriptor)
            raise ForkServerError(f"answer {message[:200]!r}")
        return descriptors[0], _pid_of(descriptors[0])

    def _fork(self, memory_bytes: int, cpu_seconds: int) -> Child:
        assert self._control is not None
        virtual = int(Path(f"/proc/{self._pid}/statm").read_text().split()[0]) * os.sysconf("SC_PAGESIZE")
        limits = {
            **self._settings,
            "address_space": virtual + memory_bytes + _ADDRESS_SPACE_SLACK,
            "cpu_seconds": cpu_seconds,
        }
        with contextlib.ExitStack() as cleanup:
            job_read, job_write = _pipe(cleanup)
            result_read, result_write = _pipe(cleanup)
            out_read, out_write = _pipe(cleanup)
            err_read, err_write = _pipe(cleanup)
            socket.send_fds(
                self._control, [json.dumps(limits).encode()], [job_read, result_write, out_write, err_write]
            )
            pidfd, pid = self._answer(FORK_SECONDS)
            for descriptor in (job_write, result_read, out_read, err_read):
                os.set_blocking(descriptor, False)
            child = Child(pidfd, pid, job_write, result_read, {out_read: "out", err_read: "err"})
            cleanup.pop_all()
            for descriptor in (job_read, result_write, out_write, err_write):
                os.close(descriptor)
            return child

    def _stop(self) -> None:
        # At the end of the control stream the server leaves, and with it its namespace and every child.
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._pidfd >= 0:
            # One that is stopped or stuck notices no end of stream, and bubblewrap would wait for it for
            # ever.
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
            os.close(self._pidfd)
            self._pidfd = -1
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(1.0)
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = ""


def _pipe(cleanup: contextlib.ExitStack) -> tuple[int, int]:
    read, write = os.pipe()
    cleanup.callback(os.close, read)
    cleanup.callback(os.close, write)
    # Unprivileged users have a quota of large pipes; small ones are only slower.
    with contextlib.suppress(OSError):
        fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return read, write


def _pid_of(pidfd: int) -> int:
    for line in Path(f"/proc/self/fdinfo/{pidfd}").read_text().splitlines():
        if line.startswith("Pid:"):
            return int(line.split()[1])
    raise ForkServerError("a descriptor that is no pidfd")
