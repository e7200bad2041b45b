from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

ELEMENTS = [0, 1, 2, -1, 0.0, 1.0, 0.5, True, False, None, "", "1", "a", "None", [], [1], [0], [1, 2]]


def test_a_set_and_a_list_agree_with_in(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    membership = reference("membership-list-set-dict", "membership")
    # Strings that nobody asks for take it beyond the length up to which the reference uses `in` itself.
    padding = [f"#{number}" for number in range(1001)]
    for count in rng.integers(0, 12, 200).tolist():
        values, queries = ([ELEMENTS[i] for i in rng.integers(0, len(ELEMENTS), size).tolist()] for size in (count, 20))
        want = [any(query == value for value in values) for query in queries]

        assert membership(values, queries) == want
        assert membership([*values, *padding], queries) == want
