from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np


def overlap(a: list[float], b: list[float]) -> float:
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    inter = max(width, 0) * max(height, 0)
    return inter / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - inter)


def boxes(rng: np.random.Generator, count: int) -> Any:
    corners = rng.integers(0, 8, (count, 2))
    return np.concatenate([corners, corners + rng.integers(1, 8, (count, 2))], axis=1).astype(np.float64)


def test_agrees_with_a_loop_over_pairs(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    soft_nms = reference("soft-nms", "soft_nms")
    for number, count in enumerate(rng.integers(0, 10, 250).tolist()):
        corners, scores = boxes(rng, count), rng.random(count)
        method = ("gaussian", "linear")[number % 2]
        left, want = dict(enumerate(scores.tolist())), []
        while left and max(left.values()) >= 0.05:
            picked = max(left, key=lambda box: left[box])
            want.append((picked, left.pop(picked)))
            for box in left:
                iou = overlap(corners[picked], corners[box])
                decay = math.exp(-iou * iou / 0.4) if method == "gaussian" else 1 - iou * (iou >= 0.25)
                left[box] *= decay

        keep, values = soft_nms(corners, scores, method, 0.4, 0.25, 0.05)
        assert keep.tolist() == [box for box, _ in want]
        np.testing.assert_allclose(values, [value for _, value in want], rtol=1e-12)
