"""A problem's samples as candidates read them: what is called, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.pages.markup import element, inert
from bot.pages.texts import text
from bot.schema import Language
from sandbox.explain import show
from sandbox.problem import Problem
from sandbox.sample import Sample, SampleCall, untag

LONGEST_VALUE = 300
"""Characters; a larger one is shown by its size and first values."""


def samples(problem: Problem, language: Language) -> str:
    """All samples, one block each, and the limits that hold for every case."""
    blocks = "".join(
        element("h3", inert(text("sample", language, number=number)))
        + element("pre", element("code", inert("\n".join(_lines(problem, sample)))))
        for number, sample in enumerate(problem.samples, start=1)
    )
    limits = text("limits", language, time=f"{problem.limits.time_s:g}", memory=problem.limits.memory_mb)
    return element("div", blocks + element("p", inert(limits), "quiet"), "statement")


def _lines(problem: Problem, sample: Sample) -> Iterator[str]:
    if sample.operations is not None:
        several = len(sample.operations.instances) > 1
        for number, given in enumerate(sample.operations.instances):
            yield f"{_name(number, several)} = {problem.entry}({_arguments(given)})"
        for (instance, method, given), output in zip(sample.operations.ops, sample.operations.outputs, strict=True):
            yield f"{_name(instance, several)}.{method}({_arguments(given)})  →  {_outcome(output)}"
        return
    if sample.init is not None or problem.kind != "function":
        yield f"x = {problem.entry}({_arguments(sample.init or [])})"
        for name, value in (sample.state or {}).items():
            yield f"x.{name} = {_value(value)}"
    for call in sample.all_calls():
        yield f"{_called(problem, call)}  →  {_returned(call)}"


def _name(instance: int, several: bool) -> str:
    return f"x{instance + 1}" if several else "x"


def _called(problem: Problem, call: SampleCall) -> str:
    of_object = problem.kind != "function"
    if call.attribute is not None:
        return f"x.{call.attribute}"
    name = call.function or (f"x.{call.method}" if call.method else "x" if of_object else problem.entry)
    taken = "".join(f"[{part!r}]" for part in call.take)
    return f"{name}({_arguments(call.args)}){taken}"


def _returned(call: SampleCall) -> str:
    return str(call.raises) if call.raises is not None else _value(call.output)


def _outcome(output: Any) -> str:
    """What an operation gives; {raises: …} stands for an error."""
    return str(output["raises"]) if isinstance(output, dict) and set(output) == {"raises"} else _value(output)


def _arguments(given: Any) -> str:
    if isinstance(given, dict):
        return ", ".join(f"{name}={_value(value)}" for name, value in given.items())
    return ", ".join(_value(value) for value in given)


def _value(tagged: Any) -> str:
    return show(untag(tagged), LONGEST_VALUE)
