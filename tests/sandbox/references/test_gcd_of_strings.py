from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_every_prefix(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    gcd_of_strings = reference("gcd-of-strings", "gcd_of_strings")
    divided = 0
    for _ in range(300):
        base = "".join(rng.choice(list("AB"), int(rng.integers(1, 4))).tolist())
        # Half of the pairs are longer than 100 letters, where the reference has another way.
        a, b = (base * int(rng.integers(1, 60)) for _ in range(2))
        if rng.random() < 0.5:
            b = b[:-1] + str(rng.choice(["A", "B"]))
        prefixes = (a[:length] for length in range(min(len(a), len(b)), 0, -1))
        want = next((t for t in prefixes if not a.replace(t, "") and not b.replace(t, "")), "")
        divided += want != ""

        assert gcd_of_strings(a, b) == want
    assert 50 < divided < 290
