"""Oblong images, radii from 0 to far beyond the image, both ends of eps, edges, flat images, and the largest size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def pair(h, w):
        return rng.random((h, w)), rng.random((h, w))

    for h, w, r in ((6, 9, 1), (9, 6, 2), (12, 7, 3), (5, 5, 2), (3, 8, 1), (20, 31, 4)):
        yield Case.of(f"{h} x {w}, r = {r}", *pair(h, w), r, 0.01)
    guide, p = pair(7, 5)
    yield Case.of("by name", I=guide, p=p, r=1, eps=0.1)
    for eps in (1e-4, 1e-3, 1.0):
        yield Case.of(f"eps = {eps}", *pair(8, 11), 2, eps)
    yield Case.of("eps is an int", *pair(6, 4), 1, 1)
    yield Case.of("guided by itself", guide, guide.copy(), 2, 0.02)
    yield Case.of("inverted guide", 1 - p, p, 2, 0.02)

    yield Case.of("r = 0", *pair(4, 6), 0, 1e-4)
    yield Case.of("r = 0, one pixel", *pair(1, 1), 0, 0.5)
    for h, w, r in ((4, 6, 3), (4, 6, 4), (4, 6, 5), (6, 4, 6), (3, 9, 7), (5, 3, 40), (1, 1, 3)):
        yield Case.of(f"{h} x {w}, r = {r}", *pair(h, w), r, 0.05)
    yield Case.of("one row", *pair(1, 12), 2, 0.01)
    yield Case.of("one column", *pair(12, 1), 2, 0.01)
    yield Case.of("window of the height", *pair(7, 15), 3, 0.01)
    yield Case.of("r = 60 in a smaller image", *pair(30, 50), 60, 0.001)

    # Window sums are small differences of large cumulative ones here.
    yield Case.of("small windows in a larger image", *pair(60, 80), 1, 1e-4)

    yield Case.of("flat guide", np.full((6, 8), 0.3), rng.random((6, 8)), 2, 1e-4)
    yield Case.of("flat input", rng.random((6, 8)), np.full((6, 8), 0.7), 2, 1e-4)
    step = np.zeros((9, 10))
    step[:, 5:] = 1.0
    yield Case.of("step", step, np.clip(step * 0.6 + rng.random((9, 10)) * 0.4, 0, 1), 2, 1e-4)
    yield Case.of("black and white", (rng.random((9, 7)) < 0.5) * 1.0, (rng.random((9, 7)) < 0.5) * 1.0, 1, 1e-4)
    dot = np.zeros((7, 9))
    dot[3, 4] = 1.0
    yield Case.of("a dot in the input", rng.random((7, 9)), dot, 1, 1e-4)
    # The linear model overshoots: q leaves [0, 1].
    ramp = np.tile([0.45, 0.5, 0.55, 0.5, 1.0, 0.0], (4, 1))
    yield Case.of("q leaves [0, 1]", ramp, (ramp > 0.5) * 1.0, 1, 1e-4)
    gentle = 0.5 + 1e-2 * rng.random((10, 12))
    yield Case.of("little contrast", gentle, rng.random((10, 12)), 3, 1e-4)

    guide, p = pair(16, 21)
    yield Case.of("strided", guide[::2, ::3], p[1::2, ::3], 2, 0.01)
    yield Case.of("transposed", guide[:5, :8].T, p[:8, :5], 1, 0.01)

    size = (512, 512)
    y, x = np.indices(size) / 512
    guide = np.clip(0.5 + 0.4 * np.sin(9 * x + 5 * y * y) + 0.1 * rng.standard_normal(size), 0, 1)
    yield Case.of("large", guide, rng.random(size), 30, 1e-3, size="512 x 512, r = 30")
