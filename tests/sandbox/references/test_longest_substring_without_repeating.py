from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_all_substrings(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    longest = reference("longest-substring-without-repeating", "length_of_longest_substring")
    for length in rng.integers(31, 60, 200).tolist():
        text = "".join(rng.choice(list("abcdefgh面试"), length).tolist())

        starts = (text[start:] for start in range(length))
        fits = [count for tail in starts for count in range(1, len(tail) + 1) if len(set(tail[:count])) == count]
        assert longest(text) == max(fits)
