"""Comparison: what counts as the expected value and what does not, mode by mode."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pytest

from sandbox.compare import BLOCK, compare
from sandbox.wire import Tensor

F = np.float64


def key(want: Any, got: Any, **settings: Any) -> str | None:
    mismatch = compare(want, got, **settings)
    return None if mismatch is None else mismatch.key


@pytest.mark.parametrize(
    "value",
    [
        0,
        -1,
        True,
        None,
        "x",
        1.5,
        [1, [2]],
        (1, "a"),
        {"a": [1]},
        frozenset({1}),
        float("nan"),
        np.arange(3),
        np.float32(2),
    ],
    ids=repr,
)
def test_a_value_equals_itself(value: Any) -> None:
    assert key(value, value) is None


@pytest.mark.parametrize(
    ("want", "got", "expected"),
    [
        (1, True, "type"),
        (True, 1, "type"),
        (1, 1.0, "type"),
        (1.0, 1, "type"),
        (None, [], "type"),
        ([1], (1,), "type"),
        (0, np.int64(0), "type"),
        (np.zeros(1), [0.0], "type"),
        (np.float64(0), 0.0, "type"),
        (np.zeros(1), Tensor(np.zeros(1), "float64"), "type"),
        ([1, 2], [1], "length"),
        ([1, 2], [2, 1], "value"),
        ([True], [1], "type"),
        ({"a": 1}, {"b": 1}, "keys"),
        ({1: 1}, {True: 1}, "keys"),
        (frozenset({1}), frozenset({True}), "value"),
        (float("nan"), 0.0, "value"),
        (0.0, float("nan"), "value"),
        (np.zeros((2, 3)), np.zeros((3, 2)), "shape"),
        (np.zeros((1, 3)), np.zeros(3), "shape"),
        (np.zeros(3), np.zeros(()), "shape"),
        (np.zeros(3), np.zeros(3, np.float32), "dtype"),
        (np.zeros(3, np.int64), np.zeros(3, np.int32), "dtype"),
        (np.zeros(3), np.array([0, 0, 1.0]), "array"),
        (np.zeros(3), np.array([0, np.nan, 0]), "not_finite"),
        (np.array([np.inf]), np.array([-np.inf]), "not_finite"),
    ],
)
def test_exact_tells_values_and_types_apart(want: Any, got: Any, expected: str) -> None:
    assert key(want, got) == expected


def test_kind_of_dtype_is_enough_where_the_problem_says_so() -> None:
    assert key(np.zeros(3), np.zeros(3, np.float32), dtype="kind") is None
    assert key(np.zeros(3), np.zeros(3, np.int64), dtype="kind") == "dtype"


@pytest.mark.parametrize(
    ("want", "got", "passes"),
    [
        (np.array([100.0]), np.array([100.9]), True),
        (np.array([100.0]), np.array([101.2]), False),
        (np.array([0.0]), np.array([0.05]), True),
        (np.array([0.0]), np.array([0.2]), False),
        (np.array([np.inf, np.nan]), np.array([np.inf, np.nan]), True),
        (np.array([np.inf]), np.array([1e300]), False),
        (np.array([1e300]), np.array([np.inf]), False),
        (np.array([1.7e308]), np.array([-1.7e308]), False),
        (np.array([1 + 1j]), np.array([1 + 1.01j]), True),
        (np.array([5]), np.array([6]), False),
        (1.0, 1.005, True),
        (1.0, 1, True),
        (1, 1.0, False),
        (1.0, True, False),
        (1.0, float("nan"), False),
        (1.0, 10**400, False),
        (float("inf"), float("inf"), True),
        (float("nan"), float("nan"), True),
        ([1.0, [2.0]], [1.001, [2.001]], True),
        ([1.0], [1.0, 1.0], False),
    ],
)
def test_close_uses_the_tolerance(want: Any, got: Any, passes: bool) -> None:
    assert (key(want, got, mode="close", rtol=0.01, atol=0.1 if isinstance(want, np.ndarray) else 0) is None) is (
        passes
    )


def test_the_largest_difference_is_named() -> None:
    mismatch = compare(np.zeros((2, 3)), np.array([[0, 1, 0], [0, 0, -7.0]]), mode="close", atol=1e-6)

    assert mismatch is not None
    assert mismatch.details["where"] == [1, 2]
    assert mismatch.details["count"] == 2
    assert mismatch.details["difference"] == 7.0


def test_json_values_forget_tuples_and_numpy_scalars_only() -> None:
    assert key([1, [2]], (np.int64(1), (2,)), values="json") is None
    assert key(True, np.bool_(True), values="json") is None
    assert key(1, True, values="json") == "type"
    assert key([1, 2], np.array([1, 2]), values="json") == "type"


@pytest.mark.parametrize(
    ("got", "passes"),
    [
        ([[1, 2], [3]], True),
        ([[3], [1, 2]], True),
        ([[2, 1], [3]], False),
        ([[1, 2], [3], [3]], False),
        ([[1, 2]], False),
        ([[1, 2], [True]], False),
        (([1, 2], [3]), False),
        (None, False),
    ],
)
def test_unordered_frees_the_outer_order(got: Any, passes: bool) -> None:
    assert (key([[1, 2], [3]], got, mode="unordered") is None) is passes


@pytest.mark.parametrize(
    ("got", "passes"),
    [
        ([[2, 1], [3]], True),
        ([[3], [1, 2]], True),
        ([[1, 2, 2], [3]], False),
        ([[1, 2], [2, 1], [3]], False),
        ([[1, 2], 3], False),
        ([[1.0, 2], [3]], False),
        ([], False),
    ],
)
def test_multiset_of_multisets_frees_both_orders(got: Any, passes: bool) -> None:
    assert (key([[1, 2], [3]], got, mode="multiset_of_multisets") is None) is passes


def test_multiset_names_what_is_missing_and_what_is_extra() -> None:
    mismatch = compare([[1], [2]], [[1], [7]], mode="multiset_of_multisets")

    assert mismatch is not None
    assert mismatch.details["missing_example"] == [2]
    assert mismatch.details["extra_example"] == [7]


LARGE = 3 * BLOCK + 5


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(
    ("want", "got", "same"),
    [
        (1.0, 1.0005, True),
        (1.0, 1.002, False),
        (np.inf, np.inf, True),
        (np.inf, 1.0, False),
        (1.0, np.inf, False),
        (np.inf, -np.inf, False),
        (np.nan, np.nan, True),
        (np.nan, 1.0, False),
        (1.0, np.nan, False),
        (3e38, -3e38, False),
    ],
)
@pytest.mark.parametrize("place", [0, BLOCK, LARGE - 1])
def test_one_element_of_a_large_array_counts(dtype: str, want: float, got: float, same: bool, place: int) -> None:
    left = np.random.default_rng(1).standard_normal(LARGE).astype(dtype)
    right = left.copy()
    left[place], right[place] = want, got

    found = compare(left, right, mode="close", rtol=1e-3, atol=0.0)

    assert (found is None) == same
    if found is not None:
        assert found.details["count"] == 1
        assert found.details["where"] == [place]


def test_differences_beyond_all_numbers_are_differences() -> None:
    largest = np.full(5, np.finfo(np.float64).max)

    assert compare(largest, -largest, mode="close", rtol=1.0, atol=0.0) is not None
    assert compare(largest, largest, mode="close", rtol=1.0, atol=0.0) is None


@pytest.mark.parametrize("mode", ["unordered", "multiset_of_multisets"])
def test_numbers_that_all_hash_alike_are_compared_like_others(mode: Any) -> None:
    alike = [index * sys.hash_info.modulus for index in range(30_000)]
    wrap = (lambda number: [number]) if mode == "multiset_of_multisets" else (lambda number: number)

    found = compare([wrap(number) for number in range(100)], [wrap(number) for number in alike], mode=mode)

    assert found is not None
    assert (found.details["missing"], found.details["extra"]) == (99, 29_999)


def test_rows_of_integers_and_of_other_kinds_are_told_apart() -> None:
    assert compare([[1, 2], [3]], [[3], [1, 2]], mode="unordered") is None
    assert compare([[1, 2], [3]], [[3], [2, 1]], mode="unordered") is not None
    assert compare([[1, 2], [3]], [[3], [2, 1]], mode="multiset_of_multisets") is None
    assert compare([[1, 2], [1]], [[True], [1, 2]], mode="unordered") is not None
    assert compare([[1], [1], [2]], [[1], [2], [2]], mode="unordered") is not None
    assert compare([[], [1]], [[1], []], mode="unordered") is None
