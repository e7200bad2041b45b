"""What a failing case says: the place of the difference, the input, in full when small, else its size and a
part; in both languages.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sandbox import driver, oracle, trees, wire
from sandbox.assess import Finding, assess
from sandbox.case import Call, Case, folder, numpy_generator
from sandbox.explain import Explainer, show
from sandbox.library import load_problem
from sandbox.problem import Problem, Verdict

TOTAL = Path(__file__).parent / "total"


def problem_with(**changed: Any) -> Problem:
    return load_problem(TOTAL).model_copy(update=changed)


def made(name: str, size: str, case: dict[str, Any], want: dict[str, Any]) -> oracle.Test:
    case_data, want_data = (b"".join(wire.encode(value)) for value in (case, want))
    return oracle.Test(name, size, False, case_data, want_data, driver.sent_digests(case), trees.has_folder(case))


def told(want: Any, got: Any, *arguments: Any, language: str = "en", size: str = "", **changed: Any) -> str:
    """What is said where the reference gives `want` and the submission `got`."""
    problem = problem_with(**changed)
    case = Case.of("全是负数|all negative", *arguments, size=size).to_wire()
    outcomes = [driver.run_case(lambda *_, value=value: value, "function", "call", [], case) for value in (want, got)]
    test = made("全是负数|all negative", size, case, outcomes[0])
    finding = assess(problem, test, outcomes[1])
    assert finding is not None
    assert finding.verdict == Verdict.WRONG_ANSWER
    return Explainer(problem, "", language).finding(finding, test)


def test_a_small_array_is_shown_in_full_with_the_largest_difference() -> None:
    message = told(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 2.5], [3.0, 9.0]]), np.ones(2))

    for part in ("2 of 4 differ", "largest difference is 5 at index [1, 1]", "expected 4, got 9", "[3. , 9. ]]"):
        assert part in message
    assert "Input: (array([1., 1.], float64))" in message


def test_a_large_array_is_shown_by_shape_and_a_slice_around_the_difference() -> None:
    want = np.zeros((30, 40))
    got = want.copy()
    got[7, 20] = 3.5

    message = told(want, got, np.arange(1000.0))

    for part in ("(30, 40)", "1 of 1200", "[7, 18:23]", "[0. , 0. , 3.5, 0. , 0. ]"):
        assert part in message
    assert "array(shape (1000,), float64, [0., 1., 2., 3., 4., 5., …])" in message


def test_a_long_list_is_shown_around_the_first_difference() -> None:
    want = list(range(1000))
    got = [*want[:500], -1, *want[501:]]

    message = told(want, got, want)

    assert "Wrong result [500]: expected 500, got -1" in message
    assert "At [498:503]: expected [498, 499, 500, 501, 502], got [498, 499, -1, 501, 502]" in message
    assert "[0, 1, 2, 3, 4, 5, …] (1000)" in message


@pytest.mark.parametrize(
    ("got", "place"),
    [([*range(300), 1], "[298:303]"), ([0, 1, 5, *range(3, 299)], "[0:5]"), ([], "[0:3]")],
)
def test_a_list_of_another_length_is_shown_where_it_first_differs(got: list[int], place: str) -> None:
    message = told(list(range(300)), got, 1)

    assert f"expected 300, got {len(got)}" in message
    assert f"At {place}" in message


def test_a_missing_infinity_is_placed() -> None:
    message = told(np.array([1.0, np.inf, 2.0]), np.array([1.0, np.nan, 2.0]), 1)

    assert "NaN or inf in the wrong place: index [1] should be inf, got nan (1 of 3 places" in message


def test_a_nested_difference_names_its_path() -> None:
    message = told({"boxes": [np.zeros(3), np.zeros((2, 2))]}, {"boxes": [np.zeros(3), np.ones((2, 2))]}, 1)

    assert "['boxes'][1]" in message


def test_messages_are_said_in_chinese_too() -> None:
    message = told(list(range(1000)), [*range(999), 0], 5, language="zh")

    assert "应为 999，得到 0" in message
    assert "输入：(5)" in message


@pytest.mark.parametrize(("language", "head"), [("zh", "第 3 个用例（全是负数）："), ("en", "Case 3 (all negative): ")])
def test_a_case_is_named_in_the_language(language: str, head: str) -> None:
    explain = Explainer(problem_with(), "", language)

    assert explain.in_case(3, explain.name("全是负数|all negative"), "x") == f"{head}x"


def test_an_english_name_stays_out_of_chinese() -> None:
    assert Explainer(problem_with(), "", "zh").in_case(3, "all negative", "x") == "第 3 个用例：x"
    assert Explainer(problem_with(), "", "en").in_case(3, "all negative", "x") == "Case 3 (all negative): x"


@pytest.mark.parametrize(
    ("case", "size"),
    [
        (Case.of("c", [1] * 5000, 3, size="n = 5000"), "n = 5000"),
        (Case.of("c", [1] * 5000, 3), "#1 5000"),
        (Case.of("c", x=np.zeros((20, 30)), y="abc"), "x (20, 30), y 3"),
        (Case("c", (Call([[1]]), Call([[1] * 9]))), "#1 9, 2 calls"),
        (Case.ops("c", [[]], [(0, "push", [1])] * 7), "7 operations"),
        (Case.of("中|middle", 3), "middle"),
    ],
)
def test_a_time_limit_names_the_size(case: Case, size: str) -> None:
    test = made(case.name, case.size, case.to_wire(), {})

    message = Explainer(problem_with(), "", "en").finding(Finding(Verdict.TIME_LIMIT, "time"), test)

    assert message == f"Over the time limit of 1 s (size: {size})."


def test_a_later_call_is_told_with_those_before() -> None:
    class Summed:
        def add(self, x: int) -> int:
            return x

    class Right:
        def __init__(self) -> None:
            self.x = 0

        def add(self, x: int) -> int:
            self.x += x
            return self.x

    case = Case("c", (Call([4], method="add"), Call([5], method="add"), Call(attribute="x")), init={}).to_wire()
    want, got = (driver.run_case(entry, "class", "call", [], case) for entry in (Right, Summed))
    problem = problem_with(kind="class", entry="Sum")
    test = made("c", "", case, want)
    finding = assess(problem, test, got)
    assert finding is not None

    message = Explainer(problem, "", "en").finding(finding, test)

    assert message.startswith("Call 2 of 3: ")
    assert message.endswith("Input: Sum()  .add(4)  .add(5)")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (np.zeros((3, 0)), "array([], float64)"),
        (
            wire.Tensor(np.zeros((9, 9), np.float32), "bfloat16"),
            "tensor(shape (9, 9), bfloat16, [0., 0., 0., 0., 0., 0., …])",
        ),
        ([[1] * 300, 2], "[[1, 1, 1, 1, 1, 1, …] (300), 2, …] (2)"),
        ([np.zeros(2), 3], "[array([0., 0.], float64), 3]"),
        ("a" * 1000, f"'{'a' * 40}'… (1000)"),
        ("\x1b[31m", r"'\x1b[31m'"),
        (numpy_generator(7), "numpy_generator(7)"),
        (folder({"a": "1", "b": "2"}), "folder(a, b)"),
        (frozenset({1}), "frozenset({1})"),
    ],
    ids=repr,
)
def test_values_are_shown_short_and_printable(value: Any, text: str) -> None:
    assert show(value) == text
