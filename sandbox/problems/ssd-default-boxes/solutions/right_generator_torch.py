# expect: accepted
from itertools import product
from math import sqrt

import torch


def sides(s, q, ratios):
    yield s, s
    yield q, q
    for a in ratios:
        yield s * a**0.5, s * a**-0.5
        yield s * a**-0.5, s * a**0.5


def ssd_boxes(fm_sizes, ratios, s_min=0.2, s_max=0.9, clip=True):
    if len(fm_sizes) < 2 or len(fm_sizes) != len(ratios):
        raise ValueError("layers and ratios do not fit")
    scale = lambda k: s_min + (s_max - s_min) * k / (len(fm_sizes) - 1)
    rows = [
        (x, y, w, h)
        for k, (f, own) in enumerate(zip(fm_sizes, ratios))
        for y, x in product([(c + 0.5) / f for c in range(f)], repeat=2)
        for w, h in sides(scale(k), sqrt(scale(k) * scale(k + 1)), own)
    ]
    t = torch.tensor(rows, dtype=torch.float64)
    t = torch.cat([t[:, :2] - t[:, 2:] / 2, t[:, :2] + t[:, 2:] / 2], dim=1)
    return (t.clamp(0, 1) if clip else t).numpy()
