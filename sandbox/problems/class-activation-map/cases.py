"""Every axis of another length, weights of both signs, nothing positive, tiny and huge maps, bad classes."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def head(c, h, w, k):
        return rng.standard_normal((c, h, w)), rng.standard_normal((k, c))

    for c, h, w, k in ((4, 3, 5, 6), (6, 5, 3, 2), (2, 4, 7, 3), (5, 5, 5, 5), (3, 3, 4, 3)):
        for cls in (0, k - 1):
            yield Case.of(f"C = {c}, {h} x {w}, class {cls} of {k}", *head(c, h, w, k), cls)
    feature, weight = head(7, 4, 6, 5)
    yield Case.of("by name", feature=feature, fc_weight=weight, cls=2)
    yield Case.of("features after a ReLU", np.maximum(feature, 0), weight, 3)
    yield Case.of("positive weights", np.maximum(feature, 0), np.abs(weight), 1)
    # Everything positive: the minimum stays above 0.
    yield Case.of("map far above 0", np.abs(feature) + 2, np.abs(weight) + 1, 1)
    # Negative values larger than the positive ones.
    yield Case.of("deep negative values", feature - 1.5, np.abs(weight), 4)
    yield Case.of("one channel", *head(1, 3, 4, 3), 1)
    yield Case.of("one channel, negative weight", np.array([[[1.0, -2.0, 0.5]]]), np.array([[-2.0], [3.0]]), 0)
    yield Case.of("one class", *head(5, 2, 3, 1), 0)
    yield Case.of("one pixel", np.array([[[2.0]], [[3.0]]]), np.array([[1.0, 1.0], [1.0, -1.0]]), 0)
    yield Case.of("one pixel, negative", np.array([[[2.0]], [[3.0]]]), np.array([[1.0, 1.0], [1.0, -1.0]]), 1)
    yield Case.of("one row", *head(4, 1, 9, 3), 1)
    yield Case.of("one column", *head(4, 9, 1, 3), 2)
    lone = np.full((2, 3, 4), -1.0)
    lone[0, 1, 2] = 4.0
    yield Case.of("a single positive value", lone, np.array([[1.0, 1.0], [2.0, 0.5]]), 1)

    counts = rng.integers(1, 9, (3, 4, 5)).astype(float)
    yield Case.of("all negative", counts, np.array([[1.0, 2, 3], [-1, -2, -1]]), 1)
    yield Case.of("all negative, negative features", -counts, np.array([[1.0, 2, 3], [-1, -2, -1]]), 0)
    yield Case.of("channels cancel exactly", np.stack([counts[0], counts[0]]), np.array([[2.0, -2.0]]), 0)
    yield Case.of("weights 0", counts, np.zeros((2, 3)), 1)
    yield Case.of("features 0", np.zeros((3, 2, 4)), rng.standard_normal((2, 3)), 0)
    yield Case.of("no value above 0", np.stack([counts[0] % 2, counts[1] * 0]), np.array([[-1.0, 5.0]]), 0)
    yield Case.of("constant map", np.full((2, 3, 4), 0.5), np.array([[1.0, 2.0], [3.0, 1.0]]), 0)
    yield Case.of("positive weight nowhere but here", counts, np.array([[-1.0, -1, -1], [1, 0, 0], [-1, -1, -1]]), 1)

    positive = rng.random((3, 4, 5)) + 0.1
    for scale in (1e-4, 1e-10, 1e-20, 1e6, 1e20):
        yield Case.of(f"values around {scale:g}", positive * scale, np.array([[1.0, 2, 1], [2, 1, 3]]), 1)
    yield Case.of("tiny weights", positive, np.array([[1.0, 2, 1], [2e-9, 1e-9, 3e-9]]), 1)

    feature, weight = head(8, 6, 9, 10)
    yield Case.of("strided", feature[::2, ::2, ::3], weight[::2, ::2], 3)
    yield Case.of("transposed", feature[:, :4].transpose(0, 2, 1), weight[:8].T, 6)
    yield Case.of("channels last in memory", rng.random((4, 5, 3)).transpose(2, 0, 1), rng.standard_normal((4, 3)), 0)

    feature, weight = head(6, 2, 3, 4)
    for cls in (-1, -4, 4, 5, 6, -5, 1000):
        yield Case.of(f"class {cls} of 4", feature, weight, cls)
    yield Case.of("class 1 of 1", feature, weight[:1], 1)
    yield Case.of("class -1 of 1", feature=feature, fc_weight=weight[:1], cls=-1)
    yield Case.of("large", *head(512, 16, 12, 20), 17, size="C = 512, 16 x 12, K = 20")
