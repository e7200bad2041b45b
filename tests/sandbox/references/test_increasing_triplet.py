from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np


def test_both_agree_with_all_triples(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    increasing_triplet = reference("increasing-triplet", "increasing_triplet")
    the_triplet = reference("increasing-triplet/variants/the-triplet", "increasing_triplet")
    answers = {True: 0, False: 0}
    for length in rng.integers(0, 18, 400).tolist():
        nums = sorted(rng.integers(-5, 6, length).tolist(), reverse=True)
        for _ in range(int(rng.integers(0, 4))):
            nums.append(nums.pop(int(rng.integers(length)))) if nums else None
        every = {triple for triple in itertools.combinations(nums, 3) if triple[0] < triple[1] < triple[2]}
        answers[bool(every)] += 1

        assert increasing_triplet(nums) is bool(every)
        found = the_triplet(nums)
        assert tuple(found) in every if every else found == []
    assert min(answers.values()) > 50
