"""Both classes and dtypes of targets, extreme logits alone and together, gamma and alpha at their ends, shapes."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def targets(*shape, dtype=np.int64, positive=0.5):
        return (rng.random(shape) < positive).astype(dtype)

    def normal(*shape, scale=2.0):
        return rng.standard_normal(shape) * scale

    yield Case.of("defaults", normal(7), targets(7))
    yield Case.of("by name", logits=normal(5), targets=targets(5), alpha=0.6, gamma=1.5)
    yield Case.of("targets in float64", normal(9), targets(9, dtype=np.float64), 0.25, 2.0)
    yield Case.of("two dimensions", normal(3, 5), targets(3, 5), 0.3, 1.0)
    yield Case.of("four dimensions", normal(2, 3, 4, 5), targets(2, 3, 4, 5, dtype=np.float64), 0.75, 3.0)
    yield Case.of("no dimension", np.array(0.7), np.array(1), 0.4, 2.0)
    yield Case.of("one element, negative", np.array([0.7]), np.array([0]), 0.4, 2.0)
    yield Case.of("few positives", normal(80), targets(80, positive=0.05), 0.25, 2.0)
    yield Case.of("positives only", normal(8), np.ones(8, dtype=np.int64), 0.25, 2.0)
    yield Case.of("negatives only", normal(8), np.zeros(8), 0.25, 2.0)
    yield Case.of("two columns that are no softmax", normal(6, 2), np.eye(2, dtype=np.int64)[rng.integers(0, 2, 6)])

    for gamma in (0.0, 0, 0.5, 1, 5.0):
        yield Case.of(f"gamma {gamma!r}", normal(3, 6), targets(3, 6), 0.25, gamma)
    for alpha in (0.0, 1.0, 1):
        yield Case.of(f"alpha {alpha!r}", normal(11), targets(11, dtype=np.float64), alpha, 2.0)
    yield Case.of("gamma 0, alpha 1", normal(4, 3), targets(4, 3), 1.0, 0.0)

    # Alone, because a mean over others would hide what is lost. Both classes, both signs.
    for logit in (20.0, 30.0, 36.5, 50.0, 800.0, 1000.0):
        calls = [(np.array([sign * logit]), np.array([target]), 0.25, 2.0) for sign in (1, -1) for target in (0, 1)]
        yield Case.batch(f"one logit of {logit:g}, both classes and signs", calls)
    far = np.array([1000.0, -1000.0, 1000.0, -1000.0, 0.0])
    for gamma in (0.0, 0.5, 2.0):
        yield Case.of(f"extreme logits, gamma {gamma:g}", far, np.array([1, 1, 0, 0, 1]), 0.25, gamma)
    for alpha in (0.0, 1.0):
        yield Case.of(f"extreme logits, alpha {alpha:g}", far, np.array([1, 1, 0, 0, 0]), alpha, 1.0)
    yield Case.of("well classified, gamma 0", np.array([14.0, -15.0]), np.array([1, 0]), 0.5, 0.0)
    yield Case.of("wide range", rng.uniform(-1000, 1000, (5, 7)), targets(5, 7), 0.35, 2.0)

    yield Case.of("no elements", np.zeros(0), np.zeros(0, dtype=np.int64))
    yield Case.of("no elements, two dimensions", np.zeros((4, 0)), np.zeros((4, 0)), 0.5, 0.0)
    yield Case.of("not contiguous", normal(8, 6)[::2, ::3], targets(2, 4).T, 0.25, 2.0)
    yield Case.of("large", normal(600, 500, scale=8.0), targets(600, 500), 0.25, 2.0, size="300000 elements")
