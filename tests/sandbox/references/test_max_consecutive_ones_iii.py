from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def window(nums: list[int], k: int) -> int:
    left = 0
    for bit in nums:
        k -= 1 - bit
        if k < 0:
            k += 1 - nums[left]
            left += 1
    return len(nums) - left


def test_agrees_with_a_window_that_only_grows(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    longest_ones = reference("max-consecutive-ones-iii", "longest_ones")
    for _ in range(300):
        nums = (rng.random(int(rng.integers(0, 40))) < rng.random()).astype(int).tolist()
        k = int(rng.integers(0, 8))

        assert longest_ones(nums, k) == window(nums, k)
