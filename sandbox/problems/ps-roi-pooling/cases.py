"""RoIs inside, across every border and outside; smaller than k, so that bins overlap; sizes where floor and ceil of
floats go wrong; several classes; no RoIs; wrong numbers of maps.
"""

import numpy as np

from sandbox.case import Case


def inside(rng, count, height, width):
    """RoIs with all corners in the map."""
    xs = [np.sort(rng.choice(width + 1, 2, replace=False)) for _ in range(count)]
    ys = [np.sort(rng.choice(height + 1, 2, replace=False)) for _ in range(count)]
    return np.array([[x[0], y[0], x[1], y[1]] for x, y in zip(xs, ys, strict=True)], dtype=np.int64)


def anywhere(rng, count, height, width):
    """RoIs that often stick out."""
    x1, y1 = rng.integers(-width, width + 2, count), rng.integers(-height, height + 2, count)
    return np.stack([x1, y1, x1 + rng.integers(1, 2 * width, count), y1 + rng.integers(1, 2 * height, count)], axis=1)


def cases(rng):
    def maps(classes, k, height, width):
        return rng.standard_normal((classes * k * k, height, width)) * 10

    for classes, k, height, width in ((1, 1, 4, 7), (3, 2, 8, 5), (2, 3, 9, 12), (4, 3, 7, 10), (2, 4, 16, 11)):
        name = f"{classes} classes, k = {k}, {height} x {width}"
        yield Case.of(f"inside, {name}", maps(classes, k, height, width), inside(rng, 9, height, width), k)
        rois = anywhere(rng, 12, height, width)
        yield Case.of(f"anywhere, {name}", score_maps=maps(classes, k, height, width), rois=rois, k=k)

    whole = np.array([[0, 0, 9, 6]])
    yield Case.of("whole map, divisible", maps(2, 3, 6, 9), whole, 3)
    yield Case.of("whole map, not divisible", maps(2, 4, 6, 9), whole, 4)
    tiny = np.array([[2, 1, 3, 2], [0, 0, 1, 3], [5, 4, 7, 5], [8, 5, 9, 6]])
    yield Case.of("RoIs smaller than k", maps(2, 3, 6, 9), tiny, 3)
    yield Case.of("RoIs much smaller than k", maps(1, 7, 6, 9), tiny, 7)
    borders = np.array([[-3, 1, 4, 5], [5, 1, 13, 5], [1, -4, 8, 3], [1, 3, 8, 11], [-5, -5, 20, 20], [-1, -1, 1, 1]])
    yield Case.of("across each border", maps(2, 3, 6, 9), borders, 3)
    outside = np.array([[-9, 1, -2, 5], [9, 1, 12, 5], [1, -8, 8, 0], [1, 6, 8, 9], [-4, -4, 0, 0], [50, 60, 70, 90]])
    yield Case.of("wholly outside", maps(2, 2, 6, 9), outside, 2)
    yield Case.of("far outside and back", maps(1, 3, 5, 8), np.array([[-100, -90, 110, 95], [-7, -90, 12, 3]]), 3)
    yield Case.of("the same RoI twice", maps(2, 2, 5, 7), np.array([[1, 1, 6, 4], [1, 1, 6, 4]]), 2)
    yield Case.of("constant maps", np.arange(18.0)[:, None, None] * np.ones((18, 5, 7)), np.array([[1, 0, 6, 4]]), 3)
    yield Case.of("one pixel", maps(3, 1, 1, 1), np.array([[0, 0, 1, 1], [-1, 0, 1, 2], [1, 1, 2, 2]]), 1)

    # Here ceil((i + 1) * (length / k)) in floating point is one too many.
    for length, k in ((29, 7), (58, 7), (25, 11)):
        tall, wide = np.array([[1, 2, 4, 2 + length]]), np.array([[2, 0, 2 + length, 3]])
        yield Case.of(f"height {length}, k = {k}", maps(1, k, length + 5, 6), tall, k)
        yield Case.of(f"width {length}, k = {k}", maps(1, k, 4, length + 5), wide, k)

    for classes, k in ((3, 2), (1, 1)):
        yield Case.of(f"no RoIs, {classes} classes", maps(classes, k, 4, 5), np.zeros((0, 4), dtype=np.int64), k)
    strided = maps(8, 2, 12, 9)[::2, ::-2, ::2]
    yield Case.of("not contiguous", strided, anywhere(rng, 8, 6, 5)[::2], 2)
    yield Case.of("axes in another order", rng.random((7, 5, 18)).transpose(2, 1, 0), inside(rng, 5, 5, 7), 3)

    for count, k in ((4, 0), (4, -1), (4, -2), (5, 2), (12, 3), (3, 2), (1, 2), (6, 4)):
        rois = np.array([[0, 0, 2, 3]])
        yield Case.of(f"{count} maps, k = {k}", rng.random((count, 4, 5)), rois, k)
    yield Case.of("wrong number of maps, no RoIs", rng.random((5, 4, 6)), np.zeros((0, 4), dtype=np.int64), 2)

    rois = np.concatenate([inside(rng, 30, 30, 40), anywhere(rng, 10, 30, 40)])
    yield Case.of("large", maps(12, 3, 30, 40), rois, 3, size="C = 12, k = 3, 30 x 40, R = 40")
