"""Proves a problem: its samples agree with its reference, and each shipped solution gets the verdict it
announces.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox.assess import is_single_precision
from sandbox.compare import compare
from sandbox.errors import ProblemError
from sandbox.judge import Judge
from sandbox.oracle import Test
from sandbox.problem import Problem, SampleCall, Verdict, load_problem, untag

CHECK_SEED = 20_240_229


@dataclass(frozen=True)
class Checked:
    """The outcome for one problem; it is sound when `complaints` is empty."""

    slug: str
    verdicts: dict[str, Verdict]
    """By name of the solution's file."""
    complaints: tuple[str, ...]


def check_problem(problem: Problem, judge: Judge, *, seed: int = CHECK_SEED) -> Checked:
    """Judges every solution of the problem, and compares the samples' outputs with the reference's.

    Raises IsolationError where this machine cannot isolate submissions.
    """
    try:
        solutions = problem.solutions()
        tests = judge.tests(problem, seed)
    except ProblemError as error:
        return Checked(problem.slug, {}, (str(error),))
    complaints = _samples(problem, tests)
    expected = [verdict for _, verdict in solutions]
    if expected.count(Verdict.ACCEPTED) < 2 or len(expected) - expected.count(Verdict.ACCEPTED) < 4:
        complaints.append(f"{problem.slug}: needs at least 2 right and 4 wrong solutions, has {expected}")
    verdicts: dict[str, Verdict] = {}
    for path, wanted in solutions:
        result = judge.judge(problem, path.read_bytes(), seed=seed, language="en")
        verdicts[path.name] = result.verdict
        if result.verdict != wanted:
            complaints.append(f"{path}: expected {wanted}, got {result.verdict}. {result.message}")
    return Checked(problem.slug, verdicts, tuple(complaints))


def check_folder(folder: Path, judge: Judge) -> Checked:
    """`check_problem` for a folder that may not even load."""
    try:
        return check_problem(load_problem(folder), judge)
    except ProblemError as error:
        return Checked(folder.name, {}, (str(error),))


def _samples(problem: Problem, tests: list[Test]) -> list[str]:
    complaints = []
    for sample, test in zip(problem.samples, [test for test in tests if test.sample], strict=True):
        if sample.parameters is not None and sample.parameters != test.want["parameters"]:
            complaints.append(f"{test.name}: parameters {sample.parameters}, reference {test.want['parameters']}")
        for call, want in zip(sample.all_calls(), test.want["calls"], strict=False):
            if (reason := _disagrees(problem, test, call, want)) is not None:
                complaints.append(f"{problem.slug}, {test.name}: {reason}")
    return complaints


def _disagrees(problem: Problem, test: Test, call: SampleCall, want: dict[str, Any]) -> str | None:
    if call.raises is not None:
        raised = want["raised"]
        return None if raised is not None and call.raises in raised["kinds"] else f"does not raise {call.raises}"
    if want["raised"] is not None:
        return f"the reference raises {want['raised']['type']}"
    value = want["value"]
    if problem.driver == "linked_list":
        value = value["values"]
    settings = problem.compare
    tolerance = settings.float32 if is_single_precision(test.case) else settings.tolerance
    tolerance = tolerance or settings.tolerance
    mismatch = compare(
        value,
        untag(call.output),
        mode=settings.mode,
        values=settings.values,
        dtype=settings.dtype,
        rtol=tolerance.rtol if tolerance else 0.0,
        atol=tolerance.atol if tolerance else 0.0,
    )
    return None if mismatch is None else f"differs from the reference: {mismatch.key} {mismatch.details}"
