"""Maxima of all shifts of the map, then sorted by (-value, index)."""

import torch
from torch.nn import functional


def peaks(heat, topk=100, thr=0.0, kernel=3):
    height, width = heat.shape[1:]
    padded = functional.pad(heat, [kernel // 2] * 4, value=-torch.inf)
    largest = padded.unfold(1, kernel, 1).unfold(2, kernel, 1).amax(dim=(-1, -2))
    values = heat.flatten().tolist()
    candidates = torch.nonzero(((heat == largest) & (heat > thr)).flatten())[:, 0].tolist()
    best = sorted(candidates, key=lambda index: (-values[index], index))[:topk]
    places = torch.tensor(best, dtype=torch.int64)
    return heat.flatten()[places], places // (height * width), places // width % height, places % width
