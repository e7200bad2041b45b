from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_all_choices(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    remove_kdigits = reference("remove-k-digits", "remove_kdigits")
    for length in rng.integers(1, 13, 300).tolist():
        num = str(int("".join(map(str, rng.integers(0, int(rng.integers(2, 11)), length).tolist()))))
        k = int(rng.integers(0, len(num) + 1))
        choices = itertools.combinations(num, len(num) - k)

        assert remove_kdigits(num, k) == str(min(int("".join(kept) or "0") for kept in choices))


def test_a_stack_agrees_with_one_digit_at_a_time(
    reference: Callable[[str, str], Any], rng: np.random.Generator
) -> None:
    remove_kdigits = reference("remove-k-digits", "remove_kdigits")
    for length in rng.integers(101, 140, 50).tolist():
        num = want = "1" + "".join(map(str, rng.integers(0, 10, length).tolist()))
        k = int(rng.integers(0, length))
        for _ in range(k):
            want = min(want[:i] + want[i + 1 :] for i in range(len(want)))

        assert remove_kdigits(num, k) == (want.lstrip("0") or "0")
