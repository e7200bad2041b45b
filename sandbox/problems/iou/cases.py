"""Boxes apart, inside each other, touching, without area; no boxes, extreme coordinates, strides, size."""

import numpy as np

from sandbox.case import Case

NONE = np.zeros((0, 4))


def boxes(rng, count, extent=20.0, largest=12.0):
    corner = rng.uniform(-extent / 2, extent / 2, (count, 2))
    return np.concatenate([corner, corner + rng.uniform(0.1, 1, (count, 2)) * largest], axis=1)


def cases(rng):
    yield Case.of("one pair", a=boxes(rng, 1, 4), b=boxes(rng, 1, 4))
    yield Case.of("3 x 7", a=boxes(rng, 3), b=boxes(rng, 7))
    yield Case.of("9 x 2", a=boxes(rng, 9), b=boxes(rng, 2))
    yield Case.of("4 x 1", boxes(rng, 4), boxes(rng, 1))
    same = boxes(rng, 6)
    yield Case.of("the same boxes", a=same, b=same[::-1].copy())
    # Apart in both directions: two negative overlaps multiply to a positive area.
    corners = np.array([[0, 0, 1, 1], [8, 8, 9, 10], [0, 8, 2, 9], [8, 0, 9, 3.0]])
    yield Case.of("far apart", a=corners[:3], b=corners[::-1].copy())
    apart = np.array([[0.0, 0, 2, 3]])
    yield Case.of("apart in one direction", a=apart, b=np.array([[5.0, 1, 6, 2], [0, 9, 2, 10]]))
    touching = np.array([[2, 0, 4, 3], [0, 3, 2, 5], [2, 3, 5, 4], [-1, -1, 0, 0], [-2, 1, 0, 2.0]])
    yield Case.of("shared edges and corners", a=apart, b=touching)
    outer = np.array([[-10.0, -8, 10, 8], [-9, -9, 9, 9]])
    yield Case.of("inside each other", a=outer, b=boxes(rng, 5, 6, 3))
    yield Case.of("containing each other", a=boxes(rng, 4, 6, 3), b=outer)

    point, line, upright = [1, 1, 1, 1], [0, 2, 3, 2], [2, 0, 2, 5]
    flat = np.array([point, line, upright, point, [0, 0, 3, 3]], dtype=np.float64)
    yield Case.of("without area", a=flat[:3], b=flat)
    yield Case.of("only a point", a=flat[:1], b=flat[:1].copy())
    yield Case.of("point in a box", a=flat[4:], b=flat[:4])

    yield Case.of("no boxes in a", a=NONE, b=boxes(rng, 3))
    yield Case.of("no boxes in b", a=boxes(rng, 2), b=NONE)
    yield Case.of("no boxes at all", a=NONE, b=NONE.copy())

    yield Case.of("small boxes", a=boxes(rng, 8, 1, 0.8), b=boxes(rng, 6, 1, 0.8))
    # An epsilon in the denominator shows here.
    yield Case.of("tiny boxes", a=boxes(rng, 4, 1e-5, 1e-5), b=boxes(rng, 5, 1e-5, 1e-5))
    huge = np.array([[-1e4, -1e4, 1e4, 1e4], [-1e4, 0, 0, 1e4], [9999, 9999, 1e4, 1e4]])
    yield Case.of("extreme coordinates", a=huge, b=np.concatenate([huge[::-1], boxes(rng, 2, 1e4, 5e3)]))
    yield Case.of("whole numbers", a=np.floor(boxes(rng, 7)), b=np.floor(boxes(rng, 5)))

    spread = np.zeros((10, 8))
    spread[::2, ::2] = boxes(rng, 5)
    yield Case.of("not contiguous", a=spread[::2, ::2], b=np.asfortranarray(boxes(rng, 3)))
    yield Case.of("large", a=boxes(rng, 1480, 100, 40), b=boxes(rng, 1520, 100, 40), size="N = 1480, M = 1520")
