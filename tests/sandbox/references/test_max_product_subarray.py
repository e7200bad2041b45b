from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from operator import mul
from typing import Any

import numpy as np


def test_agrees_with_all_slices(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    max_product = reference("max-product-subarray", "max_product")
    for length in rng.integers(61, 80, 200).tolist():
        nums = rng.choice([-2, -1, 0, 1, 2], length, p=[0.2, 0.25, 0.05, 0.3, 0.2]).tolist()

        assert max_product(nums) == max(max(accumulate(nums[start:], mul)) for start in range(length))
