from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch.nn import functional


def test_agrees_with_torch(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    batch_norm = reference("batch-norm", "batch_norm")
    for n, c, h, w in rng.integers(1, 5, (200, 4)).tolist():
        x = rng.standard_normal((n + 1, c) if h == w else (n + 1, c, h, w))
        mean, var, gamma, beta = rng.random((4, c))
        training, tracked, momentum = bool(rng.random() < 0.5), bool(rng.random() < 0.5), float(rng.random())

        got = batch_norm(x, *((mean, var) if tracked else (None, None)), gamma, beta, training, momentum, 1e-3)

        running = [torch.from_numpy(array.copy()) for array in (mean, var)] if tracked else [None, None]
        affine = [torch.from_numpy(array) for array in (gamma, beta)]
        use_batch = training or not tracked
        want = functional.batch_norm(torch.from_numpy(x), *running, *affine, use_batch, momentum, 1e-3)
        for left, right in zip(got, (want, *running), strict=True):
            assert (left is None) == (right is None)
            if right is not None:
                np.testing.assert_allclose(left, right.numpy(), rtol=1e-9, atol=1e-9)


def test_fused_convolution_gives_the_same(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    fuse = reference("batch-norm/variants/fuse-conv", "fuse_conv_bn")
    for f, c, kh, kw in rng.integers(1, 5, (200, 4)).tolist():
        weight, image = rng.standard_normal((f, c, kh, kw)), torch.from_numpy(rng.standard_normal((2, c, 6, 7)))
        mean, var, gamma, beta, bias = rng.random((5, f))
        old = None if rng.random() < 0.5 else bias

        fused = functional.conv2d(
            image, *(torch.from_numpy(array) for array in fuse(weight, old, mean, var, gamma, beta))
        )

        convolved = functional.conv2d(image, torch.from_numpy(weight), None if old is None else torch.from_numpy(old))
        want = functional.batch_norm(convolved, *(torch.from_numpy(array) for array in (mean, var, gamma, beta)))
        torch.testing.assert_close(fused, want, rtol=1e-8, atol=1e-8)
