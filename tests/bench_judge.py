"""The judge's part of `make bench`: verdicts against a cold start and against calls in-process, memory, growth."""

from __future__ import annotations

import copy
import statistics
import subprocess
import sys
import threading
import time
import types
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from sandbox import conversation, driver
from sandbox.case import Case
from sandbox.judge import Judge
from sandbox.judgement import Judgement
from sandbox.problem import Problem
from sandbox.raised import SUBMISSION_FILE

Row = tuple[str, float, str, float]
"""What, its seconds, against what, its seconds."""

PROBLEMS = ("reverse-linked-list", "nms", "conv2d", "layer-norm")
AT_ONCE = (1, 2, 4, 8, 16)
OUTPUT_BYTES = (1_000, 10_000, 100_000, 1_000_000, 4_000_000, 16_000_000)
REPEATS = 15
_PRIVATE = ("Private_Clean:", "Private_Dirty:")
ROOM = conversation.Limits(seconds=30.0, memory_bytes=1 << 31, reply_bytes=1 << 26)


def rows(judge: Judge, problems: dict[str, Problem]) -> list[Row]:
    """All ratios, each taken in one run."""
    torch = statistics.median(_timed(_import_torch) for _ in range(3))
    found: list[Row] = []
    for slug in PROBLEMS:
        problem = problems[slug]
        code = _right(problem)
        judge.warm(problem)
        judge.judge(problem, code)
        samples, first = [], []
        for _ in range(REPEATS):
            samples.append(_timed(lambda p=problem, c=code: judge.judge(p, c, samples_only=True)))
            first.append(_first_result(judge, problem, code))
        found.append((f"samples of {slug}", statistics.median(samples), "cold import torch", torch))
        found.append((f"first result of {slug}", statistics.median(first), "cold import torch", torch))
        found.append(_whole(judge, problem, code))
    found += _throughput(judge, problems["reverse-linked-list"])
    found += _output_sizes(judge, problems["reverse-linked-list"])
    found.append(_pause(judge, problems["layer-norm"]))
    return found


def memory(judge: Judge, problems: dict[str, Problem]) -> list[tuple[str, float]]:
    """MB that lie idle in fork servers, and that a child has to itself after a sample."""
    found = []
    for slug in ("reverse-linked-list", "layer-norm"):
        problem = problems[slug]
        judge.warm(problem)
        server = judge._servers[problem.flavour]
        found.append((f"fork server ({problem.flavour}), resident", _rollup(server.pid, ("Rss:",))))
        found.append(
            (f"fork server ({problem.flavour}), private", _rollup(server.pid, ("Private_Clean:", "Private_Dirty:")))
        )
        with server.fork(1 << 30, 60) as child:
            source = "def f(x): return x\n"
            child.exchange(_job(source, "f"), ROOM)
            child.exchange(Case.of("sample", np.ones(100)).to_wire(), ROOM)
            found.append((f"a child ({problem.flavour}), private", _rollup(child.pid, _PRIVATE)))
    return found


def _import_torch() -> None:
    subprocess.run([sys.executable, "-c", "import torch"], check=True)


def _right(problem: Problem) -> str:
    right = (path for path, verdict in problem.solutions() if verdict == "accepted" and path.suffix == ".py")
    return next(right).read_text("utf-8")


def _timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def _first_result(judge: Judge, problem: Problem, code: str) -> float:
    """Seconds until the first case is judged."""
    _settle(judge, problem)
    times: list[float] = []
    case = Judgement.case

    def noted(*arguments: Any) -> object:
        found = case(*arguments)
        times.append(time.perf_counter())
        return found

    started = time.perf_counter()
    with patch.object(Judgement, "case", noted):
        judge.judge(problem, code, samples_only=True)
    return times[0] - started


def _settle(judge: Judge, problem: Problem) -> None:
    """Until tests lie ready and spare children wait, as for a candidate who thinks between two submissions."""
    judge._supply.prepare(problem)
    while not judge._supply.is_ready(problem):
        time.sleep(0.02)
    time.sleep(0.05)


def _whole(judge: Judge, problem: Problem, code: str) -> Row:
    """A whole verdict on tests made ahead, against the same cases run in this process on deep copies."""
    module = types.ModuleType("solution")
    given = driver.given_module(problem.given)
    module.__dict__.update(driver.given_names(problem.driver, given))
    exec(compile(code, SUBMISSION_FILE, "exec"), module.__dict__)
    entry = module.__dict__[problem.entry]
    if problem.flavour == "torch":
        import torch

        torch.set_num_threads(1)
    whole, in_process = [], []
    for _ in range(5):
        _settle(judge, problem)
        result = []
        whole.append(_timed(lambda r=result: r.append(judge.judge(problem, code))))
        tests = judge.tests(problem, result[0].seed)
        cases = [test.case for test in tests]

        def call(cases: list[dict[str, object]] = cases) -> None:
            for case in cases:
                driver.run_case(
                    entry,
                    problem.kind,
                    problem.driver,
                    list(problem.numpy_errors),
                    copy.deepcopy(case),
                    module.__dict__,
                    given,
                    watch=False,
                )

        in_process.append(_timed(call))
    return (
        f"all cases of {problem.slug}",
        statistics.median(whole),
        "the same in-process",
        statistics.median(in_process),
    )


def _throughput(judge: Judge, problem: Problem) -> list[Row]:
    code, found = _right(problem), []
    alone = 0.0
    for at_once in AT_ONCE:
        count = 20 + 10 * at_once
        with ThreadPoolExecutor(at_once) as pool:
            started = time.perf_counter()
            list(pool.map(lambda _: judge.judge(problem, code, samples_only=True), range(count)))
            each = (time.perf_counter() - started) / count
        alone = alone or each
        found.append((f"{1 / each:.0f} verdicts/s, {at_once} at once: each", each, "1 at once", alone))
    return found


def _job(source: str, entry: str) -> dict[str, object]:
    return {
        "source": source,
        "entry": entry,
        "kind": "function",
        "driver": "call",
        "numpy_errors": [],
        "given": None,
        "forbidden": {},
        "watch": False,
        "max_result_bytes": 1 << 26,
    }


def _output_sizes(judge: Judge, problem: Problem) -> list[Row]:
    found, smallest = [], 0.0
    with judge._servers[problem.flavour].fork(1 << 30, 600) as child:
        child.exchange(_job("import numpy as np\ndef f(n): return np.ones(n // 8)\n", "f"), ROOM)
        for size in OUTPUT_BYTES:
            case = Case.of("output", size).to_wire()
            taken = statistics.median(_timed(lambda c=case: child.exchange(c, ROOM).value()) for _ in range(REPEATS))
            smallest = smallest or taken
            found.append((f"a case with {size / 1000:.0f} kB of output", taken, "1 kB", smallest))
    return found


def _pause(judge: Judge, problem: Problem) -> Row:
    """The longest that another thread of this process had to wait while four submissions were judged."""
    code, stop, gaps = _right(problem), threading.Event(), []

    def tick() -> None:
        last = time.perf_counter()
        while not stop.wait(0.001):
            now = time.perf_counter()
            gaps.append(now - last)
            last = now

    watcher = threading.Thread(target=tick)
    watcher.start()
    with ThreadPoolExecutor(4) as pool:
        taken = _timed(lambda: list(pool.map(lambda _: judge.judge(problem, code), range(4))))
    stop.set()
    watcher.join()
    return ("longest pause of another thread", max(gaps), "4 whole verdicts at once", taken)


def _rollup(pid: int, fields: tuple[str, ...]) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(fields)) / 1024
