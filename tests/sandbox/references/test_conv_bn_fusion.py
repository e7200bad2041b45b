from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch.nn import functional


def test_fused_convolution_gives_the_same(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    fuse = reference("conv-bn-fusion", "fuse_conv_bn")
    for groups, outputs, inputs, kh, kw in rng.integers(1, 4, (200, 5)).tolist():
        w = torch.from_numpy(rng.standard_normal((groups * outputs, inputs, kh, kw)))
        x = torch.from_numpy(rng.standard_normal((2, groups * inputs, 5, 6)))
        gamma, beta, mean, var, b = torch.from_numpy(rng.random((5, groups * outputs)))
        old, eps = None if rng.random() < 0.5 else b, float(rng.random() + 1e-3)
        want = functional.batch_norm(
            functional.conv2d(x, w, old, groups=groups), mean, var, gamma, beta, training=False, eps=eps
        )

        got = functional.conv2d(x, *fuse(w, old, gamma, beta, mean, var, eps), groups=groups)

        torch.testing.assert_close(got, want, rtol=1e-9, atol=1e-9)
