"""Results that are judged by their properties instead of against one right answer.

Runs a problem's trusted properties.py in the oracle's process, on decoded data only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.case import Failed
from sandbox.values import Maker
from sandbox.wire import Recipe

Check = Callable[[dict[str, Any], list[Any], list[Any]], list[Failed]]
"""check(case, got, want): the properties that the results of a case lack. case: see `Case.to_wire`; got and
want: one value a call, the submission's and the reference's, or one an operation."""

SHOWN = 5
_TEXT = 400


def failed_properties(check: Check, case: dict[str, Any], got: list[Any], want: list[Any]) -> list[dict[str, str]]:
    """What the results lack, as {name, zh, en}, at most `SHOWN`.

    A result on which the check itself fails has not even the form that the check relies on. Raises TypeError
    where the check returns anything but a list of `Failed`.
    """
    maker = Maker({}, [])

    def live(value: Any) -> Any:
        # The object itself, as `fit` returns it, is no data: it stays a mark that equals only itself.
        return value if isinstance(value, Recipe) and value.make == "self" else maker.live(value)

    wanted = [live(value) for value in want]
    try:
        failed = check(case, [live(value) for value in got], wanted)
    except Exception as error:  # noqa: BLE001 - what came back may be anything
        said = f"{type(error).__name__}: {error}"[:_TEXT]
        return [{"name": "form", "zh": f"结果的形式不对（{said}）", "en": f"the result has the wrong form ({said})"}]
    if not isinstance(failed, list) or not all(isinstance(item, Failed) for item in failed):
        raise TypeError("check in properties.py must return a list of sandbox.case.Failed")
    return [{"name": item.name, "zh": item.zh[:_TEXT], "en": item.en[:_TEXT]} for item in failed[:SHOWN]]


def prove(check: Check, case: dict[str, Any], want: list[Any]) -> None:
    """Raises ValueError where the reference's own results lack a property."""
    if found := failed_properties(check, case, want, want):
        raise ValueError(f"properties.py refuses the reference's own result: {found[0]['name']}: {found[0]['en']}")
