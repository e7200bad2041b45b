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


def test_agrees_with_the_best_precision_at_each_recall(
    reference: Callable[[str, str], Any], rng: np.random.Generator
) -> None:
    mean_average_precision = reference("mean-average-precision", "mean_average_precision")
    for dets, gts in rng.integers(0, 12, (250, 2)).tolist():
        found, truth = boxes(rng, dets), boxes(rng, gts)
        ids = [rng.integers(0, 3, size) for size in (dets, dets, gts, gts)]
        scores = rng.integers(0, 5, dets) / 4
        got = mean_average_precision(found, scores, ids[0], ids[1], truth, ids[2], ids[3], 0.3)

        aps = []
        for label in set(ids[2].tolist()):
            taken, hits = set(), []
            for det in sorted(np.flatnonzero(ids[0] == label).tolist(), key=lambda det: -scores[det]):
                own = [gt for gt in range(gts) if ids[2][gt] == label and ids[3][gt] == ids[1][det]]
                best = max(own, key=lambda gt: overlap(found[det], truth[gt]), default=None)
                hits.append(best is not None and best not in taken and overlap(found[det], truth[best]) >= 0.3)
                taken |= {best} if hits[-1] else set()
            total = int(np.sum(ids[2] == label))
            at = [
                [sum(hits[:n]) / n for n in range(1, len(hits) + 1) if sum(hits[:n]) >= r] for r in range(1, total + 1)
            ]
            aps.append(sum(max(precisions, default=0.0) for precisions in at) / total)
        np.testing.assert_allclose(got, np.mean(aps) if aps else 0.0, rtol=1e-12)
