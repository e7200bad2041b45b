from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_finds_the_planted_value(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    single_non_duplicate = reference("single-element-in-sorted-array", "single_non_duplicate")
    for pairs in rng.integers(0, 200, 300).tolist():
        values = rng.choice(np.arange(-500, 500), pairs + 1, replace=False).tolist()

        assert single_non_duplicate(sorted([*values, *values[1:]])) == values[0]
