from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def test_agrees_with_grid_sample(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    roi_align = reference("roi-align", "roi_align")
    for c, h, w, r, ph, pw, sampling in rng.integers(1, 6, (200, 7)).tolist():
        feat = torch.from_numpy(rng.standard_normal((c, h, w)))
        corners = np.sort(rng.uniform(-6.0, 14.0, (r, 2, 2)), axis=1)
        scale = float(rng.uniform(0.3, 2.0))
        box = torch.from_numpy(corners.reshape(r, 4)) * scale - 0.5
        steps = [(torch.arange(n * sampling, dtype=torch.float64) + 0.5) / (n * sampling) for n in (ph, pw)]
        y = box[:, 1:2] + steps[0] * (box[:, 3:] - box[:, 1:2])
        x = box[:, :1] + steps[1] * (box[:, 2:3] - box[:, :1])
        # grid_sample wants pixel centres as odd multiples of 1 / length.
        points = torch.broadcast_tensors(((2 * x + 1) / w - 1)[:, None, :], ((2 * y + 1) / h - 1)[:, :, None])
        values = torch.nn.functional.grid_sample(
            feat.expand(r, -1, -1, -1), torch.stack(points, -1), padding_mode="border", align_corners=False
        )
        inside = ((y >= -1) & (y <= h))[:, None, :, None] & ((x >= -1) & (x <= w))[:, None, None, :]
        want = torch.nn.functional.avg_pool2d(values * inside, sampling)

        got = roi_align(feat, torch.from_numpy(corners.reshape(r, 4)), (ph, pw), scale, sampling)

        torch.testing.assert_close(got, want, rtol=1e-9, atol=1e-9)
