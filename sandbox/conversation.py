"""The judge's end of a conversation with a child that may lie.

A child answers each frame with one frame. Whatever else it does (floods, hangs, closes its pipes, speaks out
of turn) ends the conversation with a `Stop`; nothing it sends can make the judge crash, wait forever or
allocate without bound.
"""

from __future__ import annotations

import contextlib
import errno
import os
import selectors
import signal
import time
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from sandbox import wire

PRINTED_BYTES = 64 * 1024
_POLL_SECONDS = 0.01
_READ_BYTES = 1 << 20


class Stop(StrEnum):
    """Why a conversation with a child ended before its reply."""

    TIME = "time"
    MEMORY = "memory"
    OUTPUT = "output"
    CLOSED = "closed"
    GARBAGE = "garbage"
    TOO_LARGE = "too_large"


@dataclass(frozen=True)
class Limits:
    """Bounds of one exchange. seconds: CPU time over all threads; memory_bytes: resident memory of the
    process.
    """

    seconds: float
    memory_bytes: int
    reply_bytes: int


@dataclass(frozen=True)
class Reply:
    """What came back: a value, or the reason why none did. seconds: CPU time used."""

    value: Any
    stop: Stop | None
    seconds: float


@dataclass(eq=False)
class Child:
    """One sandboxed process. Use as a context manager: leaving it kills the process, whatever state it is
    in.
    """

    pidfd: int
    pid: int
    job: int
    result: int
    streams: dict[int, str]
    printed: bytearray = field(default_factory=bytearray)
    """What it wrote to stdout and stderr, in the order read, up to PRINTED_BYTES."""

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)
        for descriptor in (self.pidfd, self.job, self.result, *self.streams):
            os.close(descriptor)
        self.streams = {}

    def exchange(self, message: Any, limits: Limits) -> Reply:
        """Sends one value and waits for one value, within the limits."""
        exchange = _Exchange(self, limits)
        try:
            stop = exchange.run(wire.frame(message))
        finally:
            exchange.selector.close()
        seconds = max(exchange.cpu() - exchange.cpu_before, 0.0)
        if stop is not None:
            return Reply(None, stop, seconds)
        try:
            return Reply(wire.decode(exchange.body), None, seconds)
        except (wire.WireError, RecursionError, MemoryError):
            return Reply(None, Stop.GARBAGE, seconds)


class _Exchange:
    """The event loop of one exchange: writing, reading, draining the printed output, watching time and
    memory.
    """

    def __init__(self, child: Child, limits: Limits) -> None:
        self.child = child
        self.limits = limits
        self.received = bytearray()
        self.body = bytearray()
        self.expected: int | None = None
        self.last_cpu = 0.0
        self.cpu_before = self.cpu()
        self.started = time.monotonic()
        self.selector = selectors.DefaultSelector()

    def cpu(self) -> float:
        """CPU seconds of the whole process so far, from the kernel's clock for it (see
        clock_getcpuclockid(3)).
        """
        # A child that is gone already has no number; the clock of "no process" would be the judge's own.
        if self.child.pid <= 0:
            return self.last_cpu
        with contextlib.suppress(OSError):
            self.last_cpu = time.clock_gettime((~self.child.pid << 3) | 2)
        return self.last_cpu

    def run(self, parts: list[bytes | memoryview]) -> Stop | None:
        pending = [memoryview(part) for part in parts if len(part)]
        for descriptor in self.child.streams:
            self.selector.register(descriptor, selectors.EVENT_READ)
        self.selector.register(self.child.result, selectors.EVENT_READ)
        self.selector.register(self.child.job, selectors.EVENT_WRITE)
        while True:
            for key, _ in self.selector.select(_POLL_SECONDS):
                if key.fd == self.child.job:
                    if not self.write(pending):
                        self.selector.unregister(self.child.job)
                elif key.fd == self.child.result:
                    stop = self.read(unsent=bool(pending))
                    if stop is not None:
                        return self.why_closed() if stop is Stop.CLOSED else stop
                elif not self.drain(key.fd):
                    self.selector.unregister(key.fd)
            if len(self.child.printed) > PRINTED_BYTES:
                return Stop.OUTPUT
            if (stop := self.over_limits()) is not None:
                return stop
            if self.expected is not None and len(self.received) >= self.expected:
                return self.finish()

    def write(self, pending: list[memoryview]) -> bool:
        """Writes what fits; False when there is nothing left to write."""
        try:
            written = os.writev(self.child.job, pending[:16])
        except BlockingIOError:
            return True
        except OSError:
            # Nobody reads any more; the end of the result stream will say so too.
            pending.clear()
            return False
        while pending and written >= len(pending[0]):
            written -= len(pending.pop(0))
        if pending:
            pending[0] = pending[0][written:]
        return bool(pending)

    def read(self, *, unsent: bool) -> Stop | None:
        try:
            data = os.read(self.child.result, _READ_BYTES)
        except BlockingIOError:
            return None
        if not data:
            return Stop.CLOSED
        if unsent:
            # An answer before the question has been put.
            return Stop.GARBAGE
        self.received += data
        if self.expected is None and len(self.received) >= wire.HEADER.size:
            self.expected = wire.HEADER.unpack_from(self.received)[0] + wire.HEADER.size
            if self.expected > self.limits.reply_bytes + wire.HEADER.size:
                return Stop.TOO_LARGE
        return None

    def drain(self, descriptor: int) -> bool:
        """Collects printed output; False at its end."""
        try:
            data = os.read(descriptor, PRINTED_BYTES)
        except OSError as error:
            return error.errno == errno.EAGAIN
        self.child.printed += data[: PRINTED_BYTES + 1]
        return bool(data)

    def finish(self) -> Stop | None:
        assert self.expected is not None
        for descriptor in list(self.child.streams):
            self.drain(descriptor)
        if len(self.received) > self.expected:
            return Stop.GARBAGE
        self.body = self.received[wire.HEADER.size :]
        return Stop.OUTPUT if len(self.child.printed) > PRINTED_BYTES else None

    def why_closed(self) -> Stop:
        # The kernel's limit on CPU time kills before the next look at the clock.
        return Stop.TIME if self.cpu() - self.cpu_before > self.limits.seconds else Stop.CLOSED

    def over_limits(self) -> Stop | None:
        if self.peak_memory() > self.limits.memory_bytes:
            return Stop.MEMORY
        used = self.cpu() - self.cpu_before
        wall = time.monotonic() - self.started
        if used > self.limits.seconds:
            return Stop.TIME
        # Asleep or deadlocked, as opposed to kept waiting by other programs on a busy machine.
        if wall > self.limits.seconds * 1.5 + 1.0 and used < 0.1 * wall:
            return Stop.TIME
        return Stop.TIME if wall > self.limits.seconds * 6 + 10.0 else None

    def peak_memory(self) -> int:
        try:
            status = Path(f"/proc/{self.child.pid}/status").read_text()
        except OSError:
            return 0
        for line in status.splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
        return 0
