from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_torch(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    upsample = reference("bilinear-upsample", "upsample_bilinear")
    for height, width, out_h, out_w, align in rng.integers([1, 1, 1, 1, 0], [9, 9, 20, 20, 2], (300, 5)).tolist():
        x = torch.from_numpy(rng.standard_normal((2, 3, height, width)))
        want = torch.nn.functional.interpolate(x, (out_h, out_w), mode="bilinear", align_corners=bool(align))

        got = upsample(x.numpy(), out_h, out_w, bool(align))

        np.testing.assert_allclose(got, want.numpy(), rtol=1e-12, atol=1e-13)
