# expect: accepted
import numpy as np


def gaussian_radius(h, w, min_overlap=0.7):
    for name, value in (("h", h), ("w", w), ("min_overlap", min_overlap)):
        if value <= 0:
            raise ValueError(f"{name} must be positive")
    if min_overlap > 1:
        raise ValueError("min_overlap must not exceed 1")
    s, area, o = h + w, h * w, min_overlap
    a = np.array([1.0, 4.0, 4 * o])
    b = np.array([-s, -2 * s, 2 * o * s])
    c = np.array([area * (1 - o) / (1 + o), (1 - o) * area, -(1 - o) * area])
    root = np.sqrt(b**2 - 4 * a * c)
    roots = (-b + np.array([-1, -1, 1]) * root) / (2 * a)
    return roots.clip(min=0).min()
