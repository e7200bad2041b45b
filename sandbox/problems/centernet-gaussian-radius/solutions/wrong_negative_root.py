# expect: wrong_answer
# Takes the negative root of the third equation and clamps it to 0.
import math


def gaussian_radius(h, w, min_overlap=0.7):
    if h <= 0 or w <= 0:
        raise ValueError("the box must have an area")
    if min_overlap <= 0 or min_overlap > 1:
        raise ValueError("min_overlap must be in (0, 1]")
    o = min_overlap

    a1, b1, c1 = 1, -(h + w), w * h * (1 - o) / (1 + o)
    r1 = (-b1 - math.sqrt(b1 * b1 - 4 * a1 * c1)) / (2 * a1)

    a2, b2, c2 = 4, -2 * (h + w), (1 - o) * w * h
    r2 = (-b2 - math.sqrt(b2 * b2 - 4 * a2 * c2)) / (2 * a2)

    a3, b3, c3 = 4 * o, 2 * o * (h + w), -(1 - o) * w * h
    r3 = (-b3 - math.sqrt(b3 * b3 - 4 * a3 * c3)) / (2 * a3)

    return max(min(r1, r2, r3), 0.0)
