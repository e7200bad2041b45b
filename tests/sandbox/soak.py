"""`make soak`: thousands of submissions in a row, a quarter of them hostile, through one judge.

Memory and file descriptors of the judge's process, the fork server and the oracle must be at the end what they were
after the first hundred; exits 1 where they are not. `python -m tests.sandbox.soak 3000` sets the number.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import yaml

from sandbox.judge import Judge
from sandbox.library import load_problem
from sandbox.problem import Problem, Verdict

HERE = Path(__file__).parent
HONEST = "def total(x):\n    return float(x.sum())\n"
SUBMISSIONS = 10_000
FIRST = 100
HOSTILE_SECONDS = 0.5
"""Attacks that take longer are left out; those that run into a limit of time would fill the hours."""
SLACK_MB = 10.0
SLACK_SHARE = 0.1


def fast_attacks(judge: Judge, problem: Problem) -> list[str]:
    """Sources of the attacks on this problem that get their verdict soon."""
    sources = []
    for kind in ("forging", "broken", "resources"):
        content = yaml.safe_load((HERE / "attacks" / f"{kind}.yaml").read_text(encoding="utf-8"))
        for attack in content["submissions"].values():
            if "code" in attack and attack.get("problem", problem.slug) == problem.slug:
                sources.append(attack["code"] if "problem" in attack else content.get("prelude", "") + attack["code"])
    return [source for source in sources if judge.judge(problem, source).seconds < HOSTILE_SECONDS]


def measure(judge: Judge) -> dict[str, tuple[int, float]]:
    """{process: (file descriptors, resident MB)}, once all is quiet."""
    time.sleep(1.0)
    processes = {"judge": [os.getpid()], **judge.processes()}
    return {
        f"{name} {number}": (len(os.listdir(f"/proc/{pid}/fd")), resident_mb(pid))
        for name, pids in processes.items()
        for number, pid in enumerate(sorted(pids))
    }


def resident_mb(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 2**20


def main(submissions: int) -> int:
    total, target = load_problem(HERE / "total"), load_problem(HERE / "softmax-rows")
    with Judge() as judge:
        print(judge.isolation.label, flush=True)
        attacks = fast_attacks(judge, target)
        print(f"{len(attacks)} attacks", flush=True)
        before: dict[str, tuple[int, float]] = {}
        started = time.monotonic()
        wrong = passed = 0
        for number in range(1, submissions + 1):
            if number % 4 == 0:
                result = judge.judge(target, attacks[number // 4 % len(attacks)])
                passed += result.verdict == Verdict.ACCEPTED
                wrong += result.verdict == Verdict.INTERNAL_ERROR
            else:
                wrong += judge.judge(total, HONEST).verdict != Verdict.ACCEPTED
            if number == FIRST:
                before = measure(judge)
            if number % 1000 == 0:
                print(f"{number}: {time.monotonic() - started:.0f} s, {measure(judge)}", flush=True)
        after = measure(judge)
    failed = wrong > 0 or passed > 0 or before.keys() != after.keys()
    print(f"{submissions} submissions, {wrong} wrong verdicts, {passed} attacks accepted")
    for name in sorted(before.keys() | after.keys()):
        (files, memory), (files_now, memory_now) = before.get(name, (0, 0.0)), after.get(name, (0, 0.0))
        grew = files_now > files or memory_now > memory * (1 + SLACK_SHARE) + SLACK_MB
        failed = failed or grew
        note = "   GREW" if grew else ""
        print(f"{name:12} descriptors {files} → {files_now}   memory {memory:.1f} → {memory_now:.1f} MB{note}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SUBMISSIONS))
