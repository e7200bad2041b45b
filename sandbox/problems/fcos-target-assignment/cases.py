"""Points on borders and ranges met exactly (integers), equal areas, boxes out of range, no points, no boxes, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def grid_boxes(count, extent=24, side=10):
        corner, size = rng.integers(-2, extent, (count, 2)), rng.integers(1, side, (count, 2))
        return np.hstack([corner, corner + size]).astype(np.float64)

    def grid_points(extent, step=1.0):
        axis = np.arange(-3.0, extent, step)
        return np.stack(np.meshgrid(axis, axis[:-3]), axis=2).reshape(-1, 2)

    def free(count, points, extent=60.0):
        corner, size = rng.uniform(-5, extent, (count, 2)), rng.uniform(3, 35, (count, 2))
        return rng.uniform(-8, extent + 25, (points, 2)), np.hstack([corner, corner + size])

    def classes(count):
        return rng.integers(0, 80, count)

    inf = float("inf")
    for points, count in ((20, 5), (4, 4), (3, 12), (60, 2)):
        where, boxes = free(count, points)
        yield Case.of(f"P = {points}, G = {count}", where, boxes, classes(count), 0.0, 64.0)
    where, boxes = free(6, 30)
    yield Case.of("by name", points=where, boxes=boxes, labels=classes(6), lo=8.0, hi=25.0)
    yield Case.of("no upper limit", where, boxes, classes(6), 15.0, np.inf)
    yield Case.of("nothing is that large", where, boxes, classes(6), 500.0, inf)
    yield Case.of("nothing is that small", where, boxes, classes(6), 0.0, 0.5)
    yield Case.of("ranges as integers", where, boxes, classes(6), 4, 16)

    # Integer points on integer boxes: borders and limits are met exactly, areas are equal often.
    for number, (lo, hi) in enumerate(((0.0, inf), (0.0, 4.0), (3.0, 6.0), (4.0, 5.0), (2.0, 3.0)), 1):
        boxes = grid_boxes(14, extent=10)
        yield Case.of(f"integers {number}", grid_points(12), boxes, classes(14), lo, hi)
    yield Case.of("halves", grid_points(8, 0.5), grid_boxes(6, extent=6), classes(6), 1.5, 3.5)
    one = np.array([[2.0, 4.0, 8.0, 7.0]])
    yield Case.of("one box, all points around", grid_points(12), one, np.array([0]), 0.0, inf)
    yield Case.of("one box, lower limit", grid_points(12), one, np.array([5]), 4.0, inf)
    yield Case.of("one box, upper limit", grid_points(12), one, np.array([5]), 0.0, 4.0)

    equal = np.array([[0.0, 0, 4, 16], [0, 0, 8, 8], [0, 0, 16, 4], [0, 0, 8, 8]])
    yield Case.of("equal areas", grid_points(17), equal, np.array([7, 3, 9, 1]), 0.0, inf)
    yield Case.of("equal areas, limited", grid_points(17), equal, np.array([7, 3, 9, 1]), 3.0, 8.0)
    shapes = np.array([[2.0, 8], [4, 4], [8, 2], [4, 8], [8, 4]])[rng.integers(0, 5, 50)]
    corner = rng.integers(0, 7, (50, 2)).astype(np.float64)
    few = np.hstack([corner, corner + shapes])
    yield Case.of("fifty boxes, two areas", grid_points(14), few, classes(50), 0.0, inf)
    near = np.array(
        [
            [4.0, 2.0**-24],
            [4, -(2.0**-24)],
            [16 - 2.0**-24, 5],
            [16 + 2.0**-24, 5],
            [8 + 2.0**-24, 4],
            [4 + 2.0**-24, 5],
            [4 - 2.0**-24, 5],
        ]
    )
    for lo, hi in ((0.0, inf), (8.0, 12.0), (12.0, inf)):
        yield Case.of(f"a hair off, {lo:g} to {hi:g}", near, np.array([[0.0, 0, 16, 8]]), np.array([6]), lo, hi)
    stack = np.tile([[1.0, 1.0, 9.0, 6.0]], (40, 1))
    yield Case.of("forty equal boxes", grid_points(10), stack, rng.permutation(40), 0.0, inf)
    nested = np.array([[0.0, 0, 40, 40], [10, 10, 30, 30], [16, 16, 24, 24]])
    middle = np.array([[20.0, 20], [20, 12], [5, 20], [17, 23], [39, 1]])
    for lo, hi in ((0.0, inf), (5.0, inf), (11.0, inf), (0.0, 21.0), (5.0, 9.0)):
        yield Case.of(f"nested boxes, {lo:g} to {hi:g}", middle, nested, np.array([2, 0, 4]), lo, hi)
    yield Case.of("nested boxes, largest last", middle, nested[::-1].copy(), np.array([4, 4, 1]), 0.0, inf)
    # Small area but long: by area it wins, by its longest side it loses.
    thin = np.array([[0.0, 0.0, 6.0, 6.0], [0.0, 2.0, 15.0, 4.0], [1.0, 0.0, 4.0, 9.0]])
    yield Case.of("thin boxes", np.array([[2.0, 3.0], [3.0, 3.0], [3.5, 2.5]]), thin, np.array([1, 2, 3]), 0.0, inf)
    tiny = np.array([[0.0, 0.0, 0.25, 0.5], [0.0, 0.0, 0.125, 1.0]])
    yield Case.of("tiny boxes", np.array([[0.0625, 0.25], [0.2, 0.25]]), tiny, np.array([11, 12]), 0.0, inf)
    yield Case.of("negative coordinates", middle - 60, nested - 60, np.array([2, 0, 4]), 0.0, 25.0)
    yield Case.of("huge coordinates", middle * 1024, nested * 1024, np.array([2, 0, 4]), 0.0, inf)

    none = np.zeros(0, dtype=np.int64)
    yield Case.of("no points", np.zeros((0, 2)), nested, np.array([2, 0, 4]), 0.0, inf)
    yield Case.of("no boxes", middle, np.zeros((0, 4)), none, 0.0, inf)
    yield Case.of("neither", np.zeros((0, 2)), np.zeros((0, 4)), none, 0.0, 64.0)
    where, boxes = free(10, 30)
    yield Case.of(
        "not contiguous", where[::2], np.repeat(boxes, 2, 1)[::2, ::2], np.repeat(classes(5), 3)[::3], 4.0, 40.0
    )
    where, boxes = free(40, 1000, 400.0)
    yield Case.of("large", where, boxes, classes(40), 10.0, 28.0, size="P = 1000, G = 40")
