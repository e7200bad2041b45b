from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_unfold_and_fold(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    im2col = reference("im2col", "im2col")
    col2im = reference("im2col/variants/col2im", "col2im")
    for _ in range(250):
        kernel, spare = rng.integers(1, 5, 2).tolist(), rng.integers(0, 7, 2).tolist()
        stride, padding = int(rng.integers(1, 5)), int(rng.integers(0, 3))
        height, width = (max(k - 2 * padding, 1) + more for k, more in zip(kernel, spare, strict=True))
        x = rng.standard_normal((*rng.integers(1, 4, 2).tolist(), height, width))

        cols = im2col(x, *kernel, stride, padding)

        settings: dict[str, Any] = {"kernel_size": tuple(kernel), "stride": stride, "padding": padding}
        unfolded = torch.nn.functional.unfold(torch.from_numpy(x), **settings).numpy()
        np.testing.assert_array_equal(cols, unfolded)
        folded = torch.nn.functional.fold(torch.from_numpy(cols), output_size=(height, width), **settings).numpy()
        np.testing.assert_allclose(col2im(cols, height, width, *kernel, stride, padding), folded, rtol=1e-12)
