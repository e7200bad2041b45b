"""Oblong batches, rows of very different norms, temperatures down to 1e-3, right and wrong pairs, one pair, none."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(n, d):
        return rng.standard_normal((n, d))

    def related(n, d, noise=0.5):
        img = normal(n, d)
        return img, img + noise * normal(n, d)

    yield Case.of("defaults", *related(5, 3))
    img, txt = related(4, 7)
    yield Case.of("by name", img=img, txt=txt, temperature=0.5)
    for n, d in ((2, 6), (6, 2), (5, 5), (3, 16), (12, 4)):
        yield Case.of(f"N = {n}, D = {d}", normal(n, d), normal(n, d), 0.2)
    for temperature in (1.0, 10.0, 0.02, 2):
        yield Case.of(f"temperature {temperature}", *related(6, 4), temperature)
    # Rows and columns get different losses.
    hub = normal(6, 4)
    hub[1:] = hub[:1] + 0.2 * hub[1:]
    yield Case.of("similar images, different texts", hub, normal(6, 4), 0.1)
    yield Case.of("different images, similar texts", normal(6, 4), hub, 0.1)

    norms = 10.0 ** rng.uniform(-2, 3, (5, 1))
    img, txt = related(5, 4)
    yield Case.of("rows of different norms", img * norms, txt * norms[::-1])
    yield Case.of("short rows", normal(5, 4) * 1e-3, normal(5, 4) * 2e-3)
    yield Case.of("long texts", img, txt * 1e4)
    yield Case.of("unit rows", *(a / np.sqrt((a * a).sum(1, keepdims=True)) for a in related(4, 6)))
    yield Case.of("one column", np.array([[2.0], [-0.5], [3.0]]), np.array([[1.0], [-4.0], [-1.0]]), 0.5)
    yield Case.of("equal rows", np.ones((4, 3)), np.ones((4, 3)) * 2)
    yield Case.of("orthogonal", np.eye(3, 5), np.eye(3, 5) * 4, 0.3)

    yield Case.of("smallest temperature", *related(6, 4), 1e-3)
    yield Case.of("smallest temperature, unrelated", normal(7, 3), normal(7, 3), 1e-3)
    axes = np.eye(4, 6)
    yield Case.of("every pair wrong, smallest temperature", axes, np.roll(axes, 1, axis=0), 1e-3)
    yield Case.of("opposite pairs, smallest temperature", axes, -axes, 1e-3)
    yield Case.of("perfect pairs, smallest temperature", axes, axes * 2, 1e-3)
    yield Case.of("all logits far below 0", np.ones((3, 2)), -np.ones((3, 2)), 1e-3)
    # The best logits of the rows lie 1000 apart: one maximum for the whole matrix is not enough.
    yield Case.of("one pair opposite, smallest temperature", axes, axes * [[1], [1], [1], [-1]], 1e-3)
    yield Case.of("one pair wrong", axes, axes[[0, 1, 3, 2]], 0.01)

    yield Case.of("one pair", normal(1, 4), normal(1, 4))
    yield Case.of("one pair, one column", np.array([[-2.0]]), np.array([[3.0]]), 1e-3)
    yield Case.of("two pairs", normal(2, 3), normal(2, 3))
    yield Case.of("not contiguous", normal(10, 9)[::2, ::3], normal(3, 5).T)
    for d in (1, 4):
        yield Case.of(f"no pairs, D = {d}", np.zeros((0, d)), np.zeros((0, d)))
    yield Case.of("no pairs, by name", img=np.zeros((0, 2)), txt=np.zeros((0, 2)), temperature=0.5)
    yield Case.of("large", *related(128, 40), size="N = 128, D = 40")
