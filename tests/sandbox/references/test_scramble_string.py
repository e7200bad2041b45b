from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def scrambles(text: str) -> set[str]:
    if len(text) < 2:
        return {text}
    found = set()
    for cut in range(1, len(text)):
        left, right = scrambles(text[:cut]), scrambles(text[cut:])
        found |= {part for a in left for b in right for part in (a + b, b + a)}
    return found


def test_agrees_with_the_definition(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    is_scramble = reference("scramble-string", "is_scramble")
    answers = {True: 0, False: 0}
    for _ in range(60):
        length = int(rng.integers(0, 9))
        # Almost everything is a scramble where letters repeat.
        s1 = "abcdefgh"[:length] if rng.random() < 0.5 else "".join(rng.choice(list("abc"), length).tolist())
        every = scrambles(s1)
        for _ in range(10):
            s2 = "".join(rng.permutation(list(s1)).tolist())
            answers[s2 in every] += 1

            assert is_scramble(s1, s2) is (s2 in every)
    assert min(answers.values()) > 50
