from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_counting_in_binary(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    subsets = reference("subsets", "subsets")
    for count in rng.integers(0, 8, 200).tolist():
        nums = rng.choice(np.arange(-20, 20), count, replace=False).tolist()

        want = [list(itertools.compress(nums, bits)) for bits in itertools.product((0, 1), repeat=count)]
        assert sorted(subsets(nums)) == sorted(want)
