from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_painting_large_boxes_first(reference: Callable[[str, str], Any], rng: np.random.Generator) -> None:
    fcos_assign = reference("fcos-target-assignment", "fcos_assign")
    for P, G in rng.integers(0, 12, (250, 2)).tolist():
        points, corners = rng.integers(0, 12, (P, 2)) * 1.0, rng.integers(0, 8, (G, 2))
        boxes = np.hstack([corners, corners + rng.integers(1, 8, (G, 2))]) * 1.0
        labels, (lo, hi) = rng.integers(0, 9, G), np.sort(rng.choice(9, 2, replace=False)).tolist()

        want_labels, want_sides = np.full(P, -1), np.zeros((P, 4))
        for g in np.lexsort((-np.arange(G), -(boxes[:, 2:] - boxes[:, :2]).prod(axis=1))).tolist():
            sides = np.hstack([points - boxes[g, :2], boxes[g, 2:] - points])
            taken = (sides > 0).all(axis=1) & (sides <= hi).all(axis=1) & (sides >= lo).any(axis=1)
            want_labels[taken], want_sides[taken] = labels[g], sides[taken]
        got_labels, got_sides = fcos_assign(points, boxes, labels, float(lo), float(hi))
        assert got_labels.tolist() == want_labels.tolist()
        assert got_sides.tolist() == want_sides.tolist()
