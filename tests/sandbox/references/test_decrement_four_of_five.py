from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_trying_every_operation(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    max_operations = reference("decrement-four-of-five", "max_operations")

    @functools.cache
    def most(numbers: tuple[int, ...]) -> int:
        spared = [place for place in range(5) if min(numbers[:place] + numbers[place + 1 :]) > 0]
        after = (tuple(sorted(x - (place != kept) for place, x in enumerate(numbers))) for kept in spared)
        return max((1 + most(numbers) for numbers in after), default=0)

    for numbers in rng.integers(0, 8, (400, 5)).tolist():
        assert max_operations(numbers) == most(tuple(sorted(numbers)))
