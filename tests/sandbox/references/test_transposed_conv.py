from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_torch(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    transpose = reference("transposed-conv", "conv_transpose2d")
    done = 0
    while done < 200:
        count, channels, out, height, width, kh, kw, stride = rng.integers(1, 5, 8).tolist()
        padding, output_padding = int(rng.integers(0, 4)), int(rng.integers(0, stride))
        sides = ((height, kh), (width, kw))
        if min((n - 1) * stride - 2 * padding + k + output_padding for n, k in sides) < 1:
            continue
        done += 1
        x = torch.from_numpy(rng.standard_normal((count, channels, height, width)))
        w = torch.from_numpy(rng.standard_normal((channels, out, kh, kw)))
        want = torch.nn.functional.conv_transpose2d(x, w, None, stride, padding, output_padding)

        got = transpose(x.numpy(), w.numpy(), stride, padding, output_padding)

        np.testing.assert_allclose(got, want.numpy(), rtol=1e-12, atol=1e-13)
