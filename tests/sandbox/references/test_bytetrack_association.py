from __future__ import annotations

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


def test_agrees_with_taking_the_best_pair_again_and_again(
    reference: Callable[[str, str], Any], rng: np.random.Generator
) -> None:
    byte_associate = reference("bytetrack-association", "byte_associate")
    for tracks, dets in rng.integers(0, 9, (250, 2)).tolist():
        ones, others, scores = boxes(rng, tracks), boxes(rng, dets), rng.integers(0, 9, dets) / 8
        high = [det for det in range(dets) if scores[det] >= 0.5]
        free, new, matches = list(range(tracks)), list(high), []
        for stage, threshold in ((new, 0.2), ([det for det in range(dets) if 0.125 <= scores[det] < 0.5], 0.3)):
            while pairs := [(t, d) for t in free for d in stage if overlap(ones[t], others[d]) >= threshold]:
                best = max(pairs, key=lambda pair: overlap(ones[pair[0]], others[pair[1]]))
                matches.append(best)
                free.remove(best[0])
                stage.remove(best[1])

        assert byte_associate(ones, others, scores, 0.5, 0.125, 0.2, 0.3) == (sorted(matches), free, new)
