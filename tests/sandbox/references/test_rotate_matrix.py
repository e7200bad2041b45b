from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_rot90(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    rotate = reference("rotate-matrix", "rotate")
    for n in rng.integers(0, 12, 200).tolist():
        old = rng.integers(-9, 10, (n, n))
        matrix = old.tolist()

        rotate(matrix)

        assert matrix == np.rot90(old, -1).tolist()
