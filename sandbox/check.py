"""Proves a problem: its samples agree with its reference, and each shipped solution gets the verdict it
announces.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox.assess import settings_for
from sandbox.compare import compare
from sandbox.cpp.compiler import compiler_path
from sandbox.errors import ProblemError
from sandbox.explain import show
from sandbox.judge import Judge
from sandbox.library import load_problem
from sandbox.oracle import Test
from sandbox.outcome import operation_results, operations_raised
from sandbox.problem import Problem, Verdict, language_of
from sandbox.sample import Sample, untag

CHECK_SEED = 20_240_229
RIGHT, WRONG = 2, 4
"""How many right and wrong solutions prove a problem, at least."""


@dataclass(frozen=True)
class Checked:
    """The outcome for one problem; it is sound when `complaints` is empty."""

    slug: str
    verdicts: dict[str, Verdict]
    """By name of the solution's file."""
    complaints: tuple[str, ...]
    """Each names the file, the key or line where there is one, and what to do."""


def check_problem(problem: Problem, judge: Judge, *, seed: int = CHECK_SEED) -> Checked:
    """Judges every solution of the problem, and compares the samples' outputs with the reference's.

    Raises IsolationError where this machine cannot isolate submissions.
    """
    complaints = [*_texts(problem)]
    try:
        solutions = problem.solutions()
        tests = judge.tests(problem, seed)
    except ProblemError as error:
        return Checked(problem.slug, {}, (*complaints, str(error)))
    complaints += _samples(problem, tests)
    expected = [verdict for _, verdict in solutions]
    right = expected.count(Verdict.ACCEPTED)
    for kind, have, least in (("right", right, RIGHT), ("wrong", len(expected) - right, WRONG)):
        if have < least:
            complaints.append(
                f"{problem.folder / 'solutions'}: {have} {kind} solutions; add {least - have} more *.py files, each "
                f"with a first line `# expect: {'accepted' if kind == 'right' else 'wrong_answer'}` or the like"
            )
    verdicts: dict[str, Verdict] = {}
    for path, wanted in solutions:
        if language_of(path) == "cpp" and compiler_path() is None:
            # Nothing can be said about it here; the problem may be sound all the same.
            continue
        result = judge.judge(
            problem,
            path.read_bytes(),
            seed=seed,
            language="en",
            code_language=language_of(path),
            stop_at_first_failure=wanted != Verdict.ACCEPTED,
        )
        verdicts[path.name] = result.verdict
        if result.verdict != wanted:
            complaints.append(
                f"{path}:1: announces {wanted}, gets {_remedy(problem, wanted, result.verdict)}. {result.message}"
            )
    return Checked(problem.slug, verdicts, tuple(complaints))


def _remedy(problem: Problem, wanted: Verdict, got: Verdict) -> str:
    if got == Verdict.ACCEPTED:
        return f"{got}: no case catches it; add one to {problem.file('cases.py')}"
    if wanted == Verdict.ACCEPTED:
        return (
            f"{got}: correct the solution, {problem.file('reference.py')}, or the limits and comparison in problem.yaml"
        )
    return f"{got}: correct the first line, or the solution"


def check_folder(folder: Path, judge: Judge) -> Checked:
    """`check_problem` for a folder that may not even load."""
    try:
        return check_problem(load_problem(folder), judge)
    except ProblemError as error:
        return Checked(folder.name, {}, (str(error),))


def _texts(problem: Problem) -> Iterator[str]:
    """What is wrong with the files that nothing runs."""
    for name in ("statement.zh.md", "statement.en.md"):
        if not (problem.folder / name).read_text(encoding="utf-8").strip():
            yield f"{problem.folder / name}: is empty; write what the interviewer says"
    if problem.statement("zh") == problem.statement("en"):
        yield f"{problem.folder / 'statement.en.md'}: says the same as statement.zh.md; write it in English"
    try:
        ast.parse(problem.starter)
    except SyntaxError as error:
        place = f"{problem.file('starter.py')}:{error.lineno}"
        yield f"{place}: does not parse: {error.msg}; end a bare signature with `...`"
    try:
        ast.parse(problem.signature.rstrip().removesuffix(":") + ("" if "\n" in problem.signature else ": ..."))
    except SyntaxError as error:
        if problem.kind == "function":
            yield f"{problem.folder / 'problem.yaml'}: signature: does not parse as Python: {error.msg}"


def _samples(problem: Problem, tests: list[Test]) -> Iterator[str]:
    for number, (sample, test) in enumerate(zip(problem.samples, [test for test in tests if test.sample], strict=True)):
        place = f"{problem.folder / 'problem.yaml'}: samples.{number}"
        if sample.parameters is not None and sample.parameters != test.want["parameters"]:
            yield f"{place}.parameters: is {sample.parameters}, but the reference has {test.want['parameters']}"
        for key, output, raises, value, raised in _answers(sample, test):
            reason = _disagrees(problem, test, output, raises, value, raised)
            if reason is not None:
                yield f"{place}{key}: {reason}; correct the sample, or {problem.file('reference.py')}"


def _answers(sample: Sample, test: Test) -> Iterator[tuple[str, Any, str | None, Any, Any]]:
    """(key, output and exception of the sample, value and exception of the reference), one a call or operation."""
    if sample.operations is not None:
        ops = test.want["ops"]
        raised = operations_raised(ops)
        results = operation_results(ops, test.case["ops"])
        for index, (output, value) in enumerate(zip(sample.operations.outputs, results, strict=True)):
            raises = output["raises"] if isinstance(output, dict) and set(output) == {"raises"} else None
            yield f".operations.outputs.{index}", output, raises, value, raised.get(index)
        return
    for index, (call, want) in enumerate(zip(sample.all_calls(), test.want["calls"], strict=False)):
        key = "" if sample.args is not None else f".calls.{index}"
        yield (
            f"{key}.raises" if call.raises else f"{key}.output",
            call.output,
            call.raises,
            want["value"],
            want["raised"],
        )


def _disagrees(
    problem: Problem, test: Test, output: Any, raises: str | None, value: Any, raised: dict[str, Any] | None
) -> str | None:
    if raises is not None:
        agrees = raised is not None and raises in raised["kinds"]
        return None if agrees else f"the reference does not raise {raises}, it gives {show(value)}"
    if raised is not None:
        return f"the reference raises {raised['type']}: {raised['message']}"
    if problem.compare.mode == "properties" and output is None:
        return None
    if problem.driver == "linked_list":
        value = value["values"]
    settings = settings_for(problem.compare, test)
    if problem.compare.mode == "properties":
        settings["mode"] = "exact"
    if compare(value, untag(output), **settings) is None:
        return None
    return f"is {show(untag(output))}, but the reference gives {show(value)}"
