"""Fork servers: started where submissions are locked in, tested, asked for children, replaced when they fail.

What is said to a child afterwards is sandbox.conversation's part.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections import deque
from pathlib import Path

from sandbox import isolation as levels
from sandbox import lockdown, scratch, wire
from sandbox.case import Case
from sandbox.conversation import Child, Limits, Pipes
from sandbox.errors import ForkServerError
from sandbox.trees import Place

START_SECONDS = 120.0
"""Importing torch from a cold disk takes its time."""
FORK_SECONDS = 10.0
SPARES = 2
"""Children kept ready, locked in and without a job; each costs 1 to 2 MB."""
_PIPE_BYTES = 1 << 20
_DEATH_MILLISECONDS = 20
_ADDRESS_SPACE_SLACK = 192 << 20


class ForkServer:
    """One zygote process. Thread-safe; starts on first use and again when it has died or fallen silent."""

    def __init__(self, flavour: str, isolation: levels.Isolation) -> None:
        self.flavour = flavour
        self.isolation = isolation
        self.pid = 0
        """Process id of the zygote, 0 before it has started."""
        self.used = time.monotonic()
        """When a child was last asked for, on the monotonic clock."""
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._pidfd = -1
        self._folder: scratch.Folder | None = None
        self._address_space = 0
        self._ordered: deque[Pipes] = deque()
        """Pipes of the children that the server was asked for; it answers in this order."""

    def start(self) -> None:
        """Imports the packages now instead of at the first submission. Raises ForkServerError,
        IsolationError.
        """
        with self._lock:
            self.used = time.monotonic()
            self._ensure_started()
            self._order(SPARES)

    def fork(self, memory_bytes: int, cpu_seconds: int) -> Child:
        """A locked-down child that waits for its job. Raises ForkServerError when the server fails, and a new
        one too.

        memory_bytes: of address space, over what the packages take up. cpu_seconds: over all threads.
        """
        failure: Exception | None = None
        # Children that were kept ready may have gone the way of their server.
        for _ in range(SPARES + 2):
            with self._lock:
                self.used = time.monotonic()
                self._ensure_started()
                try:
                    child = self._take()
                except (OSError, ValueError, ForkServerError) as error:
                    self._stop()
                    failure = error
                    continue
            try:
                self._limit(child, memory_bytes, cpu_seconds)
            except ForkServerError as error:
                child.close()
                failure = error
                continue
            child.on_close = self._refill
            return child
        raise ForkServerError(f"the fork server does not answer: {failure}")

    @property
    def place(self) -> Place:
        """The folder that children may read; empty but for folders that are arguments."""
        if self._folder is None:
            raise ForkServerError("the fork server has stopped")
        outside = self._folder.path
        return Place(outside, "/empty" if self.isolation.bubblewrap else str(outside))

    def died_under(self, child: Child) -> bool:
        """Whether the server that forked this child is gone, and the child with it."""
        with self._lock:
            if child.parent != self.pid:
                return True
            # The kernel tells the child of it a moment earlier than us.
            watch = select.poll()
            watch.register(self._pidfd, select.POLLIN)
            return bool(watch.poll(_DEATH_MILLISECONDS))

    def close(self) -> None:
        with self._lock:
            self._stop()

    def close_if_idle(self, seconds: float) -> bool:
        """Ends the server when no child was asked for in that time; whether it is gone."""
        with self._lock:
            if time.monotonic() - self.used >= seconds:
                self._stop()
            return self._process is None

    def _ensure_started(self) -> None:
        if self._process is not None and self._process.poll() is None:
            return
        self._stop()
        scratch.remove_abandoned()
        self._folder = scratch.Folder()
        folder = str(self._folder.path)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command, environment = levels.zygote_command(self.flavour, self.isolation, theirs.fileno(), folder)
        complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed below, after the process has it
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
            env=environment,
            cwd=folder,
            pass_fds=(theirs.fileno(),),
        )
        theirs.close()
        self._control = ours
        try:
            self._pidfd, self.pid = self._answer(START_SECONDS)
            self._look_at_server()
            if self.isolation.level:
                self._test_itself()
        except (OSError, ValueError, ForkServerError) as error:
            self._stop()
            complaints.seek(0)
            said = complaints.read(4000).decode("utf-8", "replace").strip()
            raise ForkServerError(f"the fork server did not start: {error}. It said: {said or 'nothing'}") from error
        finally:
            complaints.close()

    def _look_at_server(self) -> None:
        status = Path(f"/proc/{self.pid}/status").read_text()
        fields = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        # Only the thread that forks lives on in a child: a lock that another one held would stay locked for ever.
        if int(fields["Threads"]) != 1:
            raise ForkServerError(f"it runs {fields['Threads'].strip()} threads; forks would hang")
        self._address_space = int(fields["VmSize"].split()[0]) * 1024

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
            "watch": False,
            "max_result_bytes": 1 << 16,
        }
        limits = Limits(seconds=20.0, memory_bytes=1 << 31, reply_bytes=1 << 16)
        with self._take() as child:
            self._limit(child, memory_bytes=256 << 20, cpu_seconds=60)
            ready = child.exchange(job, limits)
            outcome = child.exchange(Case.of("self-test", __file__).to_wire(), limits)
        if ready.stop or outcome.stop:
            raise ForkServerError(f"the self-test of the isolation did not end: {ready.stop or outcome.stop}")
        calls = outcome.value().get("calls")
        if not calls or calls[0]["value"] != []:
            raise ForkServerError(f"the self-test of the isolation failed: {calls or ready.value()}")

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

    def _order(self, count: int) -> None:
        """Asks for children until `count` are on their way or ready; waits for none of them."""
        while self._control is not None and len(self._ordered) < count:
            with contextlib.ExitStack() as cleanup:
                job_read, job_write = _pipe(cleanup, _PIPE_BYTES)
                result_read, result_write = _pipe(cleanup, _PIPE_BYTES)
                out_read, out_write = _pipe(cleanup)
                err_read, err_write = _pipe(cleanup)
                theirs = [job_read, result_write, out_write, err_write]
                self._control.settimeout(FORK_SECONDS)
                socket.send_fds(self._control, [b"{}"], theirs)
                pipes = Pipes(job_write, result_read, out_read, err_read)
                for descriptor in pipes:
                    os.set_blocking(descriptor, False)
                cleanup.pop_all()
                self._ordered.append(pipes)
                for descriptor in theirs:
                    os.close(descriptor)

    def _take(self) -> Child:
        """The child that was ordered first."""
        self._order(1)
        pidfd, pid = self._answer(FORK_SECONDS)
        return Child(pidfd, pid, self._ordered.popleft(), self.pid)

    def _limit(self, child: Child, memory_bytes: int, cpu_seconds: int) -> None:
        """Sets the limits of a child, which then locks itself in for good. Raises ForkServerError."""
        limits = lockdown.LIMITS.pack(self._address_space + memory_bytes + _ADDRESS_SPACE_SLACK, cpu_seconds)
        reply = child.ask([limits], Limits(FORK_SECONDS, 1 << 62, 1 << 16)).reply()
        try:
            said = None if reply.stop else reply.value()
        except wire.WireError as error:
            said = error
        if said != {"phase": "locked"}:
            raise ForkServerError(f"a child did not lock itself in: {reply.stop or said}")

    def _refill(self) -> None:
        # Not before a child is done: forking would take the core that it or the judge needs.
        with self._lock, contextlib.suppress(OSError):
            self._order(SPARES)

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
            self.pid = 0
        while self._ordered:
            for descriptor in self._ordered.popleft():
                os.close(descriptor)
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(1.0)
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._folder is not None:
            self._folder.remove()
            self._folder = None


def _pipe(cleanup: contextlib.ExitStack, size: int | None = None) -> tuple[int, int]:
    read, write = os.pipe()
    cleanup.callback(os.close, read)
    cleanup.callback(os.close, write)
    if size is not None:
        # Unprivileged users have a quota of large pipes; small ones are only slower.
        with contextlib.suppress(OSError):
            fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, size)
    return read, write


def _pid_of(pidfd: int) -> int:
    for line in Path(f"/proc/self/fdinfo/{pidfd}").read_text().splitlines():
        if line.startswith("Pid:"):
            return int(line.split()[1])
    raise ForkServerError("a descriptor that is no pidfd")
