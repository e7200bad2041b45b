"""Compiles C++ submissions to shared objects, behind walls; nothing of a submission runs here."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import re
import select
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from sandbox.assess import Finding
from sandbox.cpp import diagnose, rules
from sandbox.cpp.glue import GLUE, SUBMISSION, glue
from sandbox.cpp.walls import FILE_BYTES, HARNESS, places, walled
from sandbox.errors import SandboxError
from sandbox.isolation import Isolation
from sandbox.problem import Problem, Verdict

HEADER = "judge.hpp"
FLAGS = (
    "-std=c++20", "-O2", "-fPIC", "-fvisibility=hidden", "-pthread", "-w", "-D_GLIBCXX_ASSERTIONS",
    "-fmax-errors=5", "-fmessage-length=0", "-fdiagnostics-color=never", "-ftemplate-backtrace-limit=2",
)  # fmt: skip
# Names that the submission defines itself mean itself, whatever this process has by that name.
_LINKING = ("-shared", "-Wl,-Bsymbolic", "-Wl,-z,defs")
_SAID_BYTES = 1 << 16
_WALL_SECONDS = 120.0
_KEPT = 16


class CompilerError(SandboxError):
    """The compiler itself could not be run; nothing follows about the submission."""


@functools.cache
def compiler_path() -> str | None:
    """Real path of g++ on this machine."""
    found = shutil.which("g++")
    return None if found is None else os.path.realpath(found)


def compiler_report() -> dict[str, object]:
    """{compiler, missing} for `mianjing doctor`."""
    path = compiler_path()
    if path is None:
        return {
            "compiler": None,
            "missing": "没有 g++，无法判 C++ 代码 (no g++, C++ cannot be judged): apt install g++",
        }
    said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=30, check=False).stdout
    return {"compiler": said.partition("\n")[0], "missing": None}


class Compiler:
    """Thread-safe. The last few results are kept: who runs the samples will soon hand in the same text."""

    def __init__(self, isolation: Isolation) -> None:
        self._isolation = isolation
        self._lock = threading.Lock()
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._ready: Path | None = None
        """Folder with the precompiled header, once it is complete."""
        self._preparing: threading.Thread | None = None
        self._folder: Path | None = None
        self._running: set[subprocess.Popen[bytes]] = set()
        self._used = False

    def close(self) -> None:
        """Ends what runs and removes its files. It may be used again."""
        with self._lock:
            preparing, self._preparing = self._preparing, None
            folder, self._folder, self._ready = self._folder, None, None
            for process in self._running:
                _kill(process)
        if preparing is not None:
            preparing.join()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def prepare(self) -> None:
        """Has the harness compiled ahead in the background, which makes each compilation some four times faster."""
        with self._lock:
            if self._preparing is not None or compiler_path() is None:
                return
            self._folder = self._folder or Path(tempfile.mkdtemp(prefix="mianjing-cpp-"))
            self._preparing = threading.Thread(
                target=self._precompile, args=(self._folder,), name="c++-header", daemon=True
            )
            self._preparing.start()

    def compile(self, problem: Problem, source: str, slowness: float) -> bytes | Finding:
        """The submission as a shared object, or what is wrong with it.

        problem: one with `cpp`. slowness: see `Judge.slowness`. Raises CompilerError.
        """
        assert problem.cpp is not None
        if (broken := rules.violation(source, problem.cpp.forbidden)) is not None:
            name, line = broken
            return Finding(Verdict.REJECTED, "rejected_use", {"line": line, "name": f"std::{name}"})
        if compiler_path() is None:
            return Finding(Verdict.INTERNAL_ERROR, "no_compiler")
        texts = {SUBMISSION: source, GLUE: glue(problem)}
        key = hashlib.blake2b("\0".join(texts.values()).encode()).digest()
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            again, self._used = self._used, True
        if again:
            # A program that judges a single file would wait longer for the header than it gains by it.
            self.prepare()
        made = self._compile(problem, texts, slowness)
        if isinstance(made, bytes):
            with self._lock:
                self._kept[key] = made
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return made

    def _compile(self, problem: Problem, texts: dict[str, str], slowness: float) -> bytes | Finding:
        with tempfile.TemporaryDirectory(prefix="mianjing-cpp-") as name:
            work = Path(name)
            for file, text in texts.items():
                (work / file).write_text(text, encoding="utf-8")
            with self._lock:
                ready = self._ready
            seen = places(self._isolation, work, ready or HARNESS)
            header = f"{seen.harness if ready is None else seen.ready}/{HEADER}"
            arguments = [*FLAGS, *_LINKING, f"-I{seen.harness}", "-include", header, GLUE, "-o", "solution.so"]
            ended = self._run(arguments, work, ready or HARNESS, slowness)
            if ended.status != 0:
                _complain_unless_it_ran(ended)
                return diagnose.finding(problem, ended)
            return _result(work / "solution.so")

    def _precompile(self, folder: Path) -> None:
        # Whoever compiles without it meets the same error, and reports it.
        with contextlib.suppress(CompilerError, OSError):
            os.chmod(folder, 0o755)  # noqa: S103 - to be read by nobody's account
            work = folder / "work"
            work.mkdir()
            seen = places(self._isolation, work, HARNESS)
            arguments = [
                *FLAGS,
                f"-I{seen.harness}",
                "-x",
                "c++-header",
                f"{seen.harness}/{HEADER}",
                "-o",
                f"{HEADER}.gch",
            ]
            if self._run(arguments, work, HARNESS, slowness=4.0, trusted=True).status != 0:
                return
            ready = folder / "ready"
            ready.mkdir()
            (work / f"{HEADER}.gch").rename(ready / f"{HEADER}.gch")
            # Read only where the compiler takes the precompiled form for unusable.
            (ready / HEADER).write_text(f'#include "{seen.harness}/{HEADER}"\n', encoding="utf-8")
            with self._lock:
                if self._folder == folder:
                    self._ready = ready

    def _run(
        self, arguments: Sequence[str], work: Path, ready: Path, slowness: float, *, trusted: bool = False
    ) -> diagnose.Ended:
        path = compiler_path()
        assert path is not None
        command = walled([path, *arguments], self._isolation, work, ready, slowness=slowness, trusted=trusted)
        with self._lock:
            if trusted and self._preparing is not threading.current_thread():
                raise CompilerError("the compiler was closed")
            process = subprocess.Popen(
                command, cwd=work, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                env={}, start_new_session=True,
            )  # fmt: skip
            self._running.add(process)
        try:
            said, in_time = _listen(process, _WALL_SECONDS * slowness)
        finally:
            _kill(process)
            status = process.wait()
            with self._lock:
                self._running.discard(process)
            assert process.stderr is not None
            process.stderr.close()
        return diagnose.Ended(status, said.decode("utf-8", "replace"), in_time)


def _listen(process: subprocess.Popen[bytes], seconds: float) -> tuple[bytes, bool]:
    """What it writes to stderr, cut; and whether it ended in time. What writes too much is ended."""
    assert process.stderr is not None
    descriptor = process.stderr.fileno()
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    said = bytearray()
    deadline = time.monotonic() + seconds
    while len(said) < _SAID_BYTES:
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            return bytes(said), False
        data = os.read(descriptor, _SAID_BYTES)
        if not data:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(deadline - time.monotonic(), 0.0))
                return bytes(said), True
            return bytes(said), False
        said += data
    return bytes(said[:_SAID_BYTES]), True


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Ends the compiler and all that it has started."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _complain_unless_it_ran(ended: diagnose.Ended) -> None:
    """Raises CompilerError where the walls failed and not the compilation."""
    first = ended.said.lstrip().partition("\n")[0]
    if first.startswith(("bwrap:", "Traceback ")) or re.search(r"cannot execute|fatal error: [^:]*judge\.hpp", first):
        raise CompilerError(f"g++ could not be started behind its walls: {ended.said.strip()[-400:]}")


def _result(path: Path) -> bytes:
    """The file that the compiler, which hostile text may have taken over, has left. Raises CompilerError."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as file:
            made = file.read(FILE_BYTES + 1)
    except OSError as error:
        raise CompilerError(f"g++ ended without a result: {error.strerror}") from error
    if len(made) > FILE_BYTES:
        raise CompilerError("g++ left a result of impossible size")
    return made
