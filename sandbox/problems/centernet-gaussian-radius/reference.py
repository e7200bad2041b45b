"""The roots of the three quadratic equations, each in the form that loses no digits."""

from math import sqrt


def gaussian_radius(h, w, min_overlap=0.7):
    if h <= 0 or w <= 0 or not 0 < min_overlap <= 1:
        raise ValueError(f"h and w must be positive and min_overlap in (0, 1], not {h}, {w} and {min_overlap}")
    o, area, half = min_overlap, h * w, (h + w) / 2
    # x^2 - 2 p x + c = 0 has the smaller root c / (p + sqrt(p^2 - c)).
    shifted = area * (1 - o) / (1 + o)
    inside = area * (1 - o) / 4
    outside = area * (1 - o) / (4 * o)
    return min(
        shifted / (half + sqrt(half**2 - shifted)),
        inside / (half / 2 + sqrt((half / 2) ** 2 - inside)),
        outside / (half / 2 + sqrt((half / 2) ** 2 + outside)),
    )
