"""The judge's end of a conversation with a child that may lie.

A child answers each frame with one frame. Whatever else it does (floods, hangs, closes its pipes, speaks out
of turn) ends the conversation with a `Stop`; nothing it sends can make the judge crash, wait forever or
allocate without bound.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np

from sandbox import wire

PRINTED_BYTES = 64 * 1024
MAX_THREADS = 256
_POLL_SECONDS = 0.01
_FIRST_BYTES = 1 << 14
_READ_BYTES = 1 << 20
_PEAK = re.compile(rb"(?m)^VmHWM:\s*(\d+) kB")
_THREADS = re.compile(rb"(?m)^Threads:\s*(\d+)")


class Stop(StrEnum):
    """Why a conversation with a child ended before its reply."""

    TIME = "time"
    MEMORY = "memory"
    OUTPUT = "output"
    THREADS = "threads"
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
    """What came back: an encoded value, or the reason why none did. seconds: CPU time used."""

    body: bytes | memoryview
    stop: Stop | None
    seconds: float
    items: int = wire.MAX_ITEMS
    """How many values it may consist of."""

    def value(self) -> Any:
        """The value, decoded. Raises wire.WireError where it is none."""
        try:
            return wire.decode(self.body, items=self.items, share=True)
        except (ValueError, OverflowError, RecursionError, MemoryError) as error:
            # numpy has objections of its own, e.g. to the shape (0, 2**40, 2**40).
            raise wire.WireError(f"{type(error).__name__}: {error}") from error


class Pipes(NamedTuple):
    """The judge's ends of a child's pipes."""

    job: int
    result: int
    stdout: int
    stderr: int


class Child:
    """One sandboxed process. Use as a context manager: leaving it kills the process, whatever state it is in.

    pidfd, pid: the process. parent: process id of its fork server. pipes: to and from it, and what it prints; all
    non-blocking, all closed with the child.
    """

    def __init__(self, pidfd: int, pid: int, pipes: Pipes, parent: int = 0) -> None:
        self.pidfd = pidfd
        self.pid = pid
        self.parent = parent
        self.job = pipes.job
        self.result = pipes.result
        self.printed = bytearray()
        """What it wrote to stdout and stderr, in the order read, up to PRINTED_BYTES."""
        self._streams = {pipes.stdout, pipes.stderr}
        self._descriptors: tuple[int, ...] = (pidfd, *pipes)
        self.was_closed = False
        """Whether its pipe ended before an answer was complete."""
        self.on_close: Callable[[], None] | None = None
        """Called once it is gone."""
        self._status = -1
        self._last_cpu = 0.0
        self._poll = select.poll()
        for descriptor in (self.result, *self._streams):
            self._poll.register(descriptor, select.POLLIN)

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Kills the process. May be called again."""
        if not self._descriptors:
            return
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)
        for descriptor in self._descriptors:
            os.close(descriptor)
        self._descriptors = ()
        if self._status >= 0:
            os.close(self._status)
        if self.on_close is not None:
            self.on_close()

    def exchange(self, message: Any, limits: Limits) -> Reply:
        """Sends one value and waits for one value, within the limits."""
        return self.ask(wire.frame(message), limits).reply()

    def ask(self, frame: Sequence[bytes | memoryview], limits: Limits) -> Exchange:
        """Begins to send a frame; `reply` of what is returned sends the rest and waits for the answer. Meanwhile
        the child works, and nothing watches it but the limits of the kernel.
        """
        return Exchange(self, limits, frame)

    def cpu(self) -> float:
        """CPU seconds of the whole process so far, from the kernel's clock for it (see
        clock_getcpuclockid(3)).
        """
        # A child that is gone already has no number; the clock of "no process" would be the judge's own.
        if self.pid <= 0:
            return self._last_cpu
        with contextlib.suppress(OSError):
            self._last_cpu = time.clock_gettime((~self.pid << 3) | 2)
        return self._last_cpu

    def status(self) -> tuple[int, int]:
        """Peak resident memory in bytes and number of threads. The peak is 0 once the main thread has ended, whatever
        the others do: the kernel then no longer says it.
        """
        try:
            if self._status < 0:
                self._status = os.open(f"/proc/{self.pid}/status", os.O_RDONLY | os.O_CLOEXEC)
            text = os.pread(self._status, 4096, 0)
        except OSError:
            return 0, 0
        peak, threads = _PEAK.search(text), _THREADS.search(text)
        return int(peak[1]) * 1024 if peak else 0, int(threads[1]) if threads else 0

    def drain(self, descriptor: int) -> None:
        """Collects printed output."""
        try:
            data = os.read(descriptor, PRINTED_BYTES)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        self.printed += data
        if not data:
            self._streams.discard(descriptor)
            self._poll.unregister(descriptor)

    def drain_all(self) -> None:
        for descriptor in tuple(self._streams):
            self.drain(descriptor)

    def wait(self, *, writing: bool) -> list[int]:
        """Descriptors on which something can be done, within a moment."""
        if writing:
            self._poll.register(self.job, select.POLLOUT)
        try:
            return [descriptor for descriptor, _ in self._poll.poll(_POLL_SECONDS * 1000)]
        finally:
            if writing:
                self._poll.unregister(self.job)


class Exchange:
    """One question to a child and its answer: writing, reading, draining the printed output, watching time and
    memory.
    """

    def __init__(self, child: Child, limits: Limits, frame: Sequence[bytes | memoryview]) -> None:
        self.child = child
        self.limits = limits
        self.pending = [memoryview(part) for part in frame if len(part)]
        self.buffer = memoryview(bytearray(_FIRST_BYTES))
        self.size = 0
        self.expected: int | None = None
        self.cpu_before = child.cpu()
        self.started = time.monotonic()
        self.looked = self.started
        self.write()

    def reply(self) -> Reply:
        """Waits until the child has answered, or has to be stopped."""
        # A child that waited for the judge, which had something else to do, was not asleep.
        self.started = self.looked = time.monotonic()
        stop = self.run()
        seconds = max(self.child.cpu() - self.cpu_before, 0.0)
        if stop is not None:
            return Reply(b"", stop, seconds)
        assert self.expected is not None
        body = self.buffer[wire.HEADER.size : self.expected]
        return Reply(body, None, seconds, wire.max_items(self.limits.reply_bytes))

    def run(self) -> Stop | None:
        child = self.child
        while True:
            for descriptor in child.wait(writing=bool(self.pending)):
                if descriptor == child.job:
                    self.write()
                elif descriptor == child.result:
                    stop = self.read()
                    if stop is not None:
                        return self.why_closed() if stop is Stop.CLOSED else stop
                else:
                    child.drain(descriptor)
            answered = self.expected is not None and self.size >= self.expected
            if answered:
                child.drain_all()
            if len(child.printed) > PRINTED_BYTES:
                return Stop.OUTPUT
            now = time.monotonic()
            if answered or now - self.looked >= _POLL_SECONDS:
                self.looked = now
                if (stop := self.over_limits(now)) is not None:
                    return stop
            if answered:
                return Stop.GARBAGE if self.size != self.expected else None

    def write(self) -> None:
        """Writes what fits."""
        try:
            written = os.writev(self.child.job, self.pending[:16])
        except BlockingIOError:
            return
        except OSError:
            # Nobody reads any more; the end of the result stream will say so too.
            self.pending.clear()
            return
        while self.pending and written >= len(self.pending[0]):
            written -= len(self.pending.pop(0))
        if self.pending:
            self.pending[0] = self.pending[0][written:]

    def read(self) -> Stop | None:
        """Reads what is there."""
        try:
            count = os.readv(self.child.result, [self.buffer[self.size : self.size + _READ_BYTES]])
        except BlockingIOError:
            return None
        if not count:
            return Stop.CLOSED
        if self.pending:
            # An answer before the question has been put.
            return Stop.GARBAGE
        self.size += count
        if self.expected is None and self.size >= wire.HEADER.size:
            self.expected = wire.HEADER.unpack_from(self.buffer)[0] + wire.HEADER.size
            if self.expected > self.limits.reply_bytes + wire.HEADER.size:
                return Stop.TOO_LARGE
            if self.expected >= len(self.buffer):
                # Takes up memory only as it is filled, whatever size was announced; one byte more shows excess.
                larger = np.empty(self.expected + 1, np.uint8).data
                larger[: self.size] = self.buffer[: self.size]
                self.buffer = larger
        return None

    def why_closed(self) -> Stop:
        self.child.was_closed = True
        # The kernel's limit on CPU time kills before the next look at the clock.
        return Stop.TIME if self.child.cpu() - self.cpu_before > self.limits.seconds else Stop.CLOSED

    def over_limits(self, now: float) -> Stop | None:
        peak, threads = self.child.status()
        if not peak and threads > 1:
            return self.why_closed()
        if peak > self.limits.memory_bytes:
            return Stop.MEMORY
        if threads > MAX_THREADS:
            return Stop.THREADS
        used = self.child.cpu() - self.cpu_before
        wall = now - self.started
        if used > self.limits.seconds:
            return Stop.TIME
        # Asleep or deadlocked, as opposed to kept waiting by other programs on a busy machine.
        if wall > self.limits.seconds * 1.5 + 1.0 and used < 0.1 * wall:
            return Stop.TIME
        return Stop.TIME if wall > self.limits.seconds * 6 + 10.0 else None
