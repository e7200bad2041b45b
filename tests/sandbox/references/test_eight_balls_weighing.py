from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


def test_agrees_with_the_best_of_all_strategies(reference: Callable[[str, str], Any]) -> None:
    min_weighings = reference("eight-balls-weighing", "min_weighings")
    enough = {0: 0, 1: 0}
    for n in range(2, 401):
        enough[n] = 1 + min(max(enough[side], enough[n - 2 * side]) for side in range(1, n // 2 + 1))

    assert [min_weighings(n) for n in range(1, 401)] == [enough[n] for n in range(1, 401)]


def test_is_exact_around_powers_of_three(reference: Callable[[str, str], Any]) -> None:
    min_weighings = reference("eight-balls-weighing", "min_weighings")
    for k in range(1, 38):
        assert [min_weighings(3**k + e) for e in (-1, 0, 1)] == [k, k, k + 1]


def test_without_balls_there_is_nothing_to_find(reference: Callable[[str, str], Any]) -> None:
    with pytest.raises(ValueError, match="balls"):
        reference("eight-balls-weighing", "min_weighings")(0)
