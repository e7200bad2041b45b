"""Crowds whose order changes by decay, both methods, exact thresholds, ties that stay ties, no boxes, wrong methods."""

import numpy as np

from sandbox.case import Case


def crowd(rng, count, *, groups=4, spread=3.0):
    """Boxes in a few groups, so that many overlap."""
    centres = rng.uniform(0, 60, (groups, 2))[rng.integers(0, groups, count)]
    corners = centres + rng.normal(0, spread, (count, 2))
    return np.concatenate([corners, corners + rng.uniform(6, 14, (count, 2))], axis=1)


def cases(rng):
    def scores(count):
        return rng.uniform(0.02, 1, count)

    yield Case.of("no boxes", np.zeros((0, 4)), np.zeros(0))
    yield Case.of("no boxes, linear", np.zeros((0, 4)), np.zeros(0), "linear")
    yield Case.of("one box", crowd(rng, 1), np.array([0.4]))
    yield Case.of("one box below the threshold", crowd(rng, 1), np.array([0.4]), "gaussian", 0.5, 0.3, 0.5)
    yield Case.of("defaults", boxes=crowd(rng, 12), scores=scores(12))
    yield Case.of("linear, other defaults", boxes=crowd(rng, 12), scores=scores(12), method="linear")

    for number in range(3):
        boxes, values = crowd(rng, 25), scores(25)
        for method in ("gaussian", "linear"):
            yield Case.of(f"crowd {number}, {method}", boxes, values, method, 0.4, 0.25, 0.01)
    boxes, values = crowd(rng, 20, spread=2.0), scores(20)
    for sigma in (0.1, 1.0, 3.0):
        yield Case.of(f"sigma {sigma}", boxes, values, "gaussian", sigma, 0.3, 0.001)
    for iou_thr in (0.1, 0.55, 0.9):
        yield Case.of(f"linear, iou_thr {iou_thr}", boxes, values, "linear", 0.5, iou_thr, 0.001)
    for score_thr in (0.05, 0.3, 0.7):
        for method in ("gaussian", "linear"):
            yield Case.of(f"{method}, score_thr {score_thr}", boxes, values, method, 0.5, 0.3, score_thr)
    yield Case.of("all below score_thr", boxes, values / 10, "gaussian", 0.5, 0.3, 0.2)

    # The second box falls behind the third by the first decay, then behind the fourth.
    row = np.array(
        [[0, 0, 10, 10], [1, 0, 11, 10], [30, 0, 40, 10], [31, 0, 41, 10], [60, 0, 70, 10]], dtype=np.float64
    )
    for method in ("gaussian", "linear"):
        yield Case.of(f"order changes, {method}", row, np.array([0.9, 0.85, 0.8, 0.75, 0.3]), method)
    # IoU with the first box: exactly 1/2, 1/4, 3/4 and 1. All numbers are dyadic.
    exact = np.array([[0, 0, 4, 4], [0, 0, 2, 4], [0, 0, 2, 2], [0, 0, 4, 3], [0, 0, 4, 4]], dtype=np.float64)
    for iou_thr in (0.25, 0.5, 0.75, 1.0):
        pairs = [(exact[[0, other]], np.array([0.75, 0.5]), "linear", 0.5, iou_thr, 0.001) for other in range(1, 5)]
        yield Case.batch(f"IoU exactly at iou_thr {iou_thr}", pairs)
    apart = np.array([[0, 0, 1, 1], [5, 5, 6, 7], [9, 9, 11, 10]], dtype=np.float64)
    for method in ("gaussian", "linear"):
        values = np.array([0.25, 0.5, 0.125])
        yield Case.of(f"score exactly score_thr, {method}", apart, values, method, 0.5, 0.3, 0.25)
        decayed = (exact[[0, 1]], np.array([0.75, 0.5]), method, 0.5, 0.3, 0.25)
        yield Case.of(f"score near score_thr after decay, {method}", *decayed)
    yield Case.of("score zero", apart, np.array([0.0, 0.5, 0.0]), "linear")

    # Equal scores, and twins that go through the same decays.
    equal = np.array([[20.0 * n, 0, 20.0 * n + 10, 12] for n in range(6)])
    twins = np.repeat(np.array([[0, 0, 8, 8], [3, 0, 11, 8], [40, 0, 48, 8]], dtype=np.float64), 3, axis=0)
    for method in ("gaussian", "linear"):
        yield Case.of(f"equal scores, {method}", equal, np.full(6, 0.5), method)
        yield Case.of(f"some equal scores, {method}", equal, np.array([0.25, 0.75, 0.5, 0.75, 0.25, 0.5]), method)
        best_last = np.array([0.5, 0.5, 0.5, 0.875, 0.25, 0.25, 0.625, 0.625, 0.625])
        yield Case.of(f"twins, {method}", twins[[0, 1, 2, 3, 6, 7]], best_last[[0, 1, 2, 3, 6, 7]], method)
    yield Case.of("small boxes", crowd(rng, 20) / 20 - 1.0, scores(20), "gaussian", 0.5, 0.3, 0.01)
    yield Case.of("small boxes, linear", crowd(rng, 20) / 20 - 1.0, scores(20), "linear", 0.5, 0.3, 0.01)
    nested = np.array([[0, 0, 20, 20], [5, 5, 8, 9], [0, 0, 20, 1], [-30, -30, 40, 40]], dtype=np.float64)
    yield Case.of(
        "boxes inside boxes, diagonal neighbours", nested, np.array([0.9, 0.8, 0.7, 0.6]), "linear", 0.5, 0.05
    )
    diagonal = np.array([[0, 0, 4, 4], [6, 7, 9, 9], [-8, -9, -5, -6], [7, -9, 9, -5]], dtype=np.float64)
    for method in ("gaussian", "linear"):
        yield Case.of(f"apart in both directions, {method}", diagonal, np.array([0.9, 0.8, 0.7, 0.6]), method)

    strided = np.zeros((18, 8))[:, ::2]
    strided[:] = crowd(rng, 18)
    yield Case.of("not contiguous", strided, scores(36)[::2], "gaussian", 0.5, 0.3, 0.01)
    for method in ("hard", "Gaussian", ""):
        yield Case.of(f"method {method!r}", crowd(rng, 5), scores(5), method)
    yield Case.of("no boxes, unknown method", np.zeros((0, 4)), np.zeros(0), "hard")

    count = 800
    for method in ("linear", "gaussian"):
        boxes = crowd(rng, count, groups=80, spread=6.0)
        yield Case.of(f"large, {method}", boxes, scores(count), method, 0.5, 0.3, 1e-6, size=f"N = {count}")
