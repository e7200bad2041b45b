# expect: accepted
def still_fits(h, w, o, r):
    if 2 * r > min(h, w):
        return False
    shifted = (h - r) * (w - r)
    return (
        shifted >= o * (2 * h * w - shifted)
        and (h - 2 * r) * (w - 2 * r) >= o * h * w
        and h * w >= o * (h + 2 * r) * (w + 2 * r)
    )


def gaussian_radius(h: float, w: float, min_overlap: float = 0.7) -> float:
    if not (h > 0 and w > 0 and 0 < min_overlap <= 1):
        raise ValueError("out of range")
    low, high = 0.0, min(h, w)
    for _ in range(100):
        middle = (low + high) / 2
        if still_fits(h, w, min_overlap, middle):
            low = middle
        else:
            high = middle
    return low
